using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace CoopAssistant.Programme.Posters;

/// <summary>
/// What a poster's link writes into her first message, so that we know where she came from: <c>PA-K7Q4</c>. The country's two letters, three
/// signs without look-alikes, and one that proves them. At least one of the four is a letter, so that no part of a folio is ever taken for one.
/// </summary>
public readonly record struct PosterCode
{
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Drawn = 3;
    private const int Length = 2 + 1 + Drawn + 1;

    /// <summary>In longer texts nobody's link wrote it.</summary>
    private const int LongestText = 120;

    private PosterCode(string text) => Text = text;

    /// <summary>What is stored, printed and compared.</summary>
    public string Text { get; }

    public override string ToString() => Text;

    /// <summary>A fresh random code. Whether it is free only the database says.</summary>
    /// <param name="prefix">Two capital letters.</param>
    public static PosterCode Draw(string prefix)
    {
        while (true)
        {
            var drawn = prefix + "-" + string.Concat(Enumerable.Range(0, Drawn).Select(_ => Signs[RandomNumberGenerator.GetInt32(Signs.Length)]));
            var code = drawn + Proof(drawn);
            if (IsCode(code)) return new PosterCode(code);
        }
    }

    public static bool TryParse(string? typed, out PosterCode code)
    {
        code = default;
        if (typed is not { Length: Length } || !IsCode(typed)) return false;
        code = new PosterCode(typed.ToUpperInvariant());
        return true;
    }

    /// <summary>Finds a code in what she sent: "Hola (PA-K7Q4)". False where none is, or one is mistyped.</summary>
    /// <param name="rest">What she says besides, trimmed; may be empty.</param>
    public static bool TryFind(string text, out PosterCode code, [NotNullWhen(true)] out string? rest)
    {
        (code, rest) = (default, null);
        if (text.Length is < Length or > LongestText) return false;
        for (var dash = text.IndexOf('-', StringComparison.Ordinal); dash >= 0; dash = text.IndexOf('-', dash + 1))
        {
            var (from, until) = (dash - 2, dash - 2 + Length);
            if (from < 0 || until > text.Length || IsWithinWord(text, from, until) || !IsCode(text.AsSpan(from, Length))) continue;
            code = new PosterCode(text.Substring(from, Length).ToUpperInvariant());
            if (from > 0 && until < text.Length && text[from - 1] == '(' && text[until] == ')') (from, until) = (from - 1, until + 1);
            rest = string.Concat(text.AsSpan(0, from).TrimEnd(), " ", text.AsSpan(until).TrimStart()).Trim();
            return true;
        }
        return false;
    }

    private static bool IsWithinWord(string text, int from, int until) =>
        (from > 0 && IsOfWord(text[from - 1])) || (until < text.Length && IsOfWord(text[until]));

    private static bool IsOfWord(char sign) => char.IsLetterOrDigit(sign) || sign == '-';

    private static bool IsCode(ReadOnlySpan<char> text)
    {
        if (!char.IsAsciiLetter(text[0]) || !char.IsAsciiLetter(text[1]) || text[2] != '-') return false;
        foreach (var sign in text[3..])
            if (!Signs.Contains(char.ToUpperInvariant(sign), StringComparison.Ordinal))
                return false;
        return text[3..].ContainsAnyExceptInRange('0', '9') && Proof(text[..^1]) == char.ToUpperInvariant(text[^1]);
    }

    /// <summary>Odd weights: any one wrong sign is noticed.</summary>
    private static char Proof(ReadOnlySpan<char> text)
    {
        var sum = 0;
        for (var i = 0; i < text.Length; i++) sum += (2 * i + 1) * (i < 3 ? char.ToUpperInvariant(text[i]) : Signs.IndexOf(char.ToUpperInvariant(text[i]), StringComparison.Ordinal));
        return Signs[sum % Signs.Length];
    }
}
