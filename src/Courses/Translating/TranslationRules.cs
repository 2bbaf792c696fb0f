using CoopAssistant.Courses.Packs;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Courses.Translating;

/// <summary>What a translation has to keep to, typed or returned in a file.</summary>
internal static class TranslationRules
{
    /// <param name="unit">Null where the course has no such text any more.</param>
    /// <returns>Why it cannot be used, in Spanish; null where it can.</returns>
    public static string? Refusal(string source, string text, TranslationUnit? unit)
    {
        if (unit is null) return "este texto ya no está en el curso.";
        if (text.Length > unit.Limit) return $"tiene {text.Length} letras; caben {unit.Limit}.";
        if (!unit.IsMessage && text.Trim().Contains('\n', StringComparison.Ordinal)) return "debe ser una sola línea.";
        var missing = Placeholders.In(source).Except(Placeholders.In(text), StringComparer.Ordinal).FirstOrDefault();
        if (missing is not null) return $"falta {{{missing}}}, que se llena con un dato.";
        return MarkupGuard.Find(text, unit.IsMessage).Select(found => found.Spanish).FirstOrDefault();
    }
}
