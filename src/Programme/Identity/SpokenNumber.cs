using System.Globalization;
using System.Text.RegularExpressions;

namespace CoopAssistant.Programme.Identity;

/// <summary>Whole numbers in what she says, as digits or as Spanish words: «unas 12», «veinte», «mil novecientos noventa», «una docena».</summary>
public static partial class SpokenNumber
{
    private static readonly Dictionary<string, int> Units = new(StringComparer.Ordinal)
    {
        ["cero"] = 0, ["un"] = 1, ["uno"] = 1, ["una"] = 1, ["dos"] = 2, ["tres"] = 3, ["cuatro"] = 4, ["cinco"] = 5, ["seis"] = 6,
        ["siete"] = 7, ["ocho"] = 8, ["nueve"] = 9, ["diez"] = 10, ["once"] = 11, ["doce"] = 12, ["dose"] = 12, ["trece"] = 13,
        ["catorce"] = 14, ["quince"] = 15, ["dieciseis"] = 16, ["diecisiete"] = 17, ["dieciocho"] = 18, ["diecinueve"] = 19,
        ["veinte"] = 20, ["veintiun"] = 21, ["veintiuno"] = 21, ["veintiuna"] = 21, ["veintidos"] = 22, ["veintitres"] = 23,
        ["veinticuatro"] = 24, ["veinticinco"] = 25, ["veintiseis"] = 26, ["veintisiete"] = 27, ["veintiocho"] = 28, ["veintinueve"] = 29,
    };

    private static readonly Dictionary<string, int> Tens = new(StringComparer.Ordinal)
    {
        ["treinta"] = 30, ["cuarenta"] = 40, ["cincuenta"] = 50, ["sesenta"] = 60, ["setenta"] = 70, ["ochenta"] = 80, ["noventa"] = 90,
    };

    private static readonly Dictionary<string, int> Hundreds = new(StringComparer.Ordinal)
    {
        ["cien"] = 100, ["ciento"] = 100, ["doscientos"] = 200, ["doscientas"] = 200, ["trescientos"] = 300, ["trescientas"] = 300,
        ["cuatrocientos"] = 400, ["cuatrocientas"] = 400, ["quinientos"] = 500, ["quinientas"] = 500, ["seiscientos"] = 600,
        ["seiscientas"] = 600, ["setecientos"] = 700, ["setecientas"] = 700, ["ochocientos"] = 800, ["ochocientas"] = 800,
        ["novecientos"] = 900, ["novecientas"] = 900,
    };

    /// <summary>The first number she says; null where there is none or it is longer than nine digits. An article («un grupo de 12») is no number where another one is named.</summary>
    public static int? First(string? text) => All(text) is [var first, ..] ? first : null;

    /// <summary>An amount of money in whole units, with or without its sign: «B/. 1,250.50», «2500bs», «unos mil doscientos», «$80». Cents are left out.</summary>
    public static int? Amount(string? text) => First(text is null ? null : Currency().Replace(text, " "));

    /// <summary>All numbers in the order she says them.</summary>
    public static IReadOnlyList<int> All(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [];
        var words = Plain.Of(ThousandsMark().Replace(text, "")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<(int Number, bool IsArticle)>();
        for (var at = 0; at < words.Length;)
        {
            var start = at;
            if (Digits(words[at]) is { } digits) { found.Add((digits, false)); at++; }
            else if (Thousands(words, ref at) is { } spoken) found.Add((spoken, at == start + 1 && spoken == 1));
            else at++;
        }
        var numbers = found.Where(f => !f.IsArticle).Select(f => f.Number).ToList();
        return numbers.Count > 0 ? numbers : [.. found.Select(f => f.Number).Take(1)];
    }

    private static int? Digits(string word) =>
        word.Length <= 9 && word.All(char.IsAsciiDigit) ? int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static int? Thousands(string[] words, ref int at)
    {
        var before = BelowThousand(words, ref at);
        if (at >= words.Length) return before;
        if (words[at] is "docena" or "docenas") { at++; return 12 * (before ?? 1); }
        if (words[at] is "par" && before == 1) { at++; return 2; }
        if (words[at] != "mil") return before;
        at++;
        return ((before ?? 1) * 1000) + (BelowThousand(words, ref at) ?? 0);
    }

    private static int? BelowThousand(string[] words, ref int at)
    {
        int? sum = null;
        if (at < words.Length && Hundreds.TryGetValue(words[at], out var hundreds)) { sum = hundreds; at++; }
        if (at < words.Length && Tens.TryGetValue(words[at], out var tens))
        {
            sum = (sum ?? 0) + tens;
            at++;
            var unitAt = at < words.Length && words[at] == "y" ? at + 1 : at;
            if (unitAt < words.Length && Units.TryGetValue(words[unitAt], out var unit) && unit is > 0 and < 10) { sum += unit; at = unitAt + 1; }
        }
        else if (at < words.Length && Units.TryGetValue(words[at], out var small)) { sum = (sum ?? 0) + small; at++; }
        return sum;
    }

    /// <summary>What stands before or behind an amount, also without a space.</summary>
    [GeneratedRegex(@"\$|\b(?:b/\.?|us\$?|usd|bs\.?)|(?<=\d)(?:bs|usd|us|b)\b\.?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Currency();

    /// <summary>1.200 and 1,200 are one number.</summary>
    [GeneratedRegex(@"(?<=\d)[.,](?=\d{3}(?!\d))", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ThousandsMark();
}
