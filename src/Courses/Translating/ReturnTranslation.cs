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
            if (TranslationRules.Refusal(entry.Source, entry.Text, units.GetValueOrDefault(entry.Context)) is { } why) refused.Add($"Línea {entry.Line} ({entry.Context}): {why}");
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
}
