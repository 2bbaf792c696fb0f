using CoopAssistant.Courses.Packs;
using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Translating;

/// <summary>Takes up the file a translator returns. What cannot be used is named with its line and left out; the rest is kept.</summary>
public sealed class ReturnTranslation(CoursesDb db, ReadTranslations read, TimeProvider clock)
{
    /// <param name="Taken">Texts that were taken up.</param>
    /// <param name="Refused">Sentences in Spanish, each with the line of the file.</param>
    public sealed record Result(int Taken, IReadOnlyList<string> Refused);

    public async Task<Result> Handle(string courseId, string language, string text, string by, CancellationToken cancel)
    {
        if (await read.Spanish(courseId, cancel) is not { } course) return new(0, ["No existe ese curso."]);
        IReadOnlyList<PoEntry> entries;
        try
        {
            (var named, entries) = PoFile.Read(text);
            if (named is { Length: > 0 } && !named.Equals(language, StringComparison.OrdinalIgnoreCase)) return new(0, [$"El archivo es de otro idioma («{(named.Length > 20 ? named[..20] : named)}»). Elija el idioma correcto."]);
        }
        catch (FormatException wrong)
        {
            return new(0, [$"El archivo no es un PO que se pueda leer. {wrong.Message}"]);
        }

        var units = TranslationUnit.Of(course).ToDictionary(unit => unit.Context, StringComparer.Ordinal);
        var (taken, refused) = (new Dictionary<string, Translated>(StringComparer.Ordinal), new List<string>());
        foreach (var entry in entries.Where(entry => entry.Text.Trim().Length > 0 && !entry.IsFuzzy))
            if (Refusal(entry, units.GetValueOrDefault(entry.Context)) is { } why) refused.Add($"Línea {entry.Line} ({entry.Context}): {why}");
            else taken[entry.Context] = new(entry.Source, entry.Text.Trim());
        if (taken.Count > 0) await Keep(courseId, language, taken, by, cancel);
        return new(taken.Count, refused);
    }

    private async Task Keep(string courseId, string language, Dictionary<string, Translated> taken, string by, CancellationToken cancel)
    {
        var translation = await db.CourseTranslations.SingleOrDefaultAsync(t => t.CourseId == courseId && t.Language == language, cancel);
        if (translation is null) db.CourseTranslations.Add(translation = new CourseTranslation(courseId, language));
        translation.Take(taken, by, clock.GetUtcNow());
        await db.SaveAsync(cancel);
    }

    private static string? Refusal(PoEntry entry, TranslationUnit? unit)
    {
        if (unit is null) return "este texto ya no está en el curso.";
        if (entry.Text.Length > unit.Limit) return $"tiene {entry.Text.Length} letras; caben {unit.Limit}.";
        if (!unit.IsMessage && entry.Text.Trim().Contains('\n', StringComparison.Ordinal)) return "debe ser una sola línea.";
        var missing = Placeholders.In(entry.Source).Except(Placeholders.In(entry.Text), StringComparer.Ordinal).FirstOrDefault();
        if (missing is not null) return $"falta {{{missing}}}, que se llena con un dato.";
        return MarkupGuard.Find(entry.Text, unit.IsMessage).Select(found => found.Spanish).FirstOrDefault();
    }
}
