using System.Collections.Frozen;

namespace CoopAssistant.Programme.Identity;

/// <summary>Yes and no in the many ways they are said, also in Quechua, Aymara and with a thumb.</summary>
public static class YesOrNo
{
    private static readonly FrozenSet<string> Yes = Set(
        "si", "sip", "sipi", "sipirili", "simon", "claro", "obvio", "exacto", "correcto", "afirmativo", "dale", "listo", "lista", "ok", "oki", "okay",
        "okey", "bueno", "buenisimo", "acepto", "aja", "ya", "seguro", "segurisimo", "yes", "efectivamente", "cierto", "confirmo", "positivo",
        "perfecto", "bien", "ari", "jisa", "por supuesto", "de acuerdo", "esta bien", "asi es", "como no", "desde luego", "sin duda", "estoy de acuerdo", "todo bien", "muy bien", "todo correcto", "todo ok");

    private static readonly FrozenSet<string> No = Set(
        "no", "nop", "nope", "nel", "nones", "nunca", "jamas", "tampoco", "negativo", "nada", "ninguno", "ninguna", "janiwa", "mana", "manan",
        "para nada", "de ninguna manera", "en absoluto");

    /// <summary>Said before the answer, and no answer: «perdón, sí».</summary>
    private static readonly FrozenSet<string> Openings = Set("perdon", "perdone", "disculpe", "disculpa", "ay", "ah", "uy", "eh", "entonces");

    /// <summary>What she said; null where it is neither, or «no sé».</summary>
    public static bool? Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 200) return null;
        var words = Plain.Of(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return Thumb(typed);
        if (words.Length > 1 && Openings.Contains(words[0])) words = words[1..];
        for (var i = 0; i < words.Length; i++) words[i] = WithoutDrawl(words[i]);
        if (words is ["no", "se" or "entiendo" or "comprendo", ..] or ["nose", ..]) return null;

        // «Sí, no hay problema» is a yes; «claro que no» and «ya no» are a no; «cómo no» is a yes.
        if (StartsWithPhrase(words, Yes)) return !words.Skip(2).Contains("no", StringComparer.Ordinal);
        if (words[0] == "si") return true;
        if (words.Any(No.Contains) || StartsWithPhrase(words, No)) return words.Length <= 12 ? false : null;
        return Yes.Contains(words[0]) || words is ["pues" or "pos" or "que", var second, ..] && Yes.Contains(second) || words[0] is "tengo" or "tenemos" or "somos" ? true : null;
    }

    /// <summary>Also as the first or second of two options.</summary>
    public static bool? ReadNumbered(string? typed) =>
        Plain.Of(typed) switch
        {
            "1" or "uno" or "la 1" or "el 1" or "opcion 1" or "la primera" or "la uno" => true,
            "2" or "dos" or "la 2" or "el 2" or "opcion 2" or "la segunda" or "la dos" => false,
            _ => Read(typed),
        };

    private static bool StartsWithPhrase(string[] words, FrozenSet<string> phrases) =>
        words.Length > 1
        && (phrases.Contains(words[0] + " " + words[1]) || (words.Length > 2 && phrases.Contains(string.Join(' ', words, 0, 3))));

    /// <summary>«siii» and «nooo» are said with feeling.</summary>
    private static string WithoutDrawl(string word)
    {
        var end = word.Length;
        while (end > 2 && word[end - 1] == word[end - 2]) end--;
        return word[..end];
    }

    private static bool? Thumb(string typed) =>
        typed.Contains("👍", StringComparison.Ordinal) || typed.Contains('✅', StringComparison.Ordinal) || typed.Contains('✔', StringComparison.Ordinal)
            || typed.Contains("👌", StringComparison.Ordinal) ? true
        : typed.Contains("👎", StringComparison.Ordinal) || typed.Contains('❌', StringComparison.Ordinal) || typed.Contains("🙅", StringComparison.Ordinal) ? false
        : null;

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
