using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Translating;

/// <summary>One field of the translator's screen.</summary>
/// <param name="Source">The Spanish beside it, as it was shown.</param>
/// <param name="Before">What stood in the field when it was shown; empty for nothing.</param>
/// <param name="Text">What stands there now; empty takes the translation away.</param>
/// <param name="StillFits">The Spanish changed since it was translated, and the translation was found to fit all the same.</param>
public sealed record TypedTranslation(string Context, string Source, string Before, string Text, bool StillFits = false);

/// <summary>Keeps what was typed beside the Spanish, where a returned file would be kept too. What cannot be used is named and left out; the rest is kept.</summary>
public sealed class WriteTranslation(CoursesDb db, ReadTranslations read, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <param name="Kept">Texts that changed.</param>
    /// <param name="Refused">Contexts with a sentence in Spanish for each.</param>
    public sealed record Result(int Kept, IReadOnlyDictionary<string, string> Refused);

    public async Task<Result> Handle(string courseId, string language, IReadOnlyList<TypedTranslation> typed, string by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (await read.Spanish(courseId, cancel) is not { } course) return new(0, new Dictionary<string, string>(StringComparer.Ordinal));
        var units = TranslationUnit.Of(course).ToDictionary(unit => unit.Context, StringComparer.Ordinal);
        for (var tries = 1; ; tries++)
            try
            {
                return await Keep(courseId, language, units, typed, by, cancel);
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                db.Forget(); // another lesson of the language was kept at the same time
            }
    }

    private async Task<Result> Keep(string courseId, string language, Dictionary<string, TranslationUnit> units, IReadOnlyList<TypedTranslation> typed, string by, CancellationToken cancel)
    {
        var translation = await db.CourseTranslations.SingleOrDefaultAsync(t => t.CourseId == courseId && t.Language == language, cancel);
        var known = translation?.Read() ?? [];
        var (kept, refused) = (new Dictionary<string, Translated>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var field in typed.Select(field => field with { Text = Tidy(field.Text), Before = Tidy(field.Before), Source = Tidy(field.Source) }))
        {
            if (field.Text == field.Before && !field.StillFits) continue;
            var now = known.GetValueOrDefault(field.Context);
            if ((now?.Text ?? "") != field.Before) refused[field.Context] = $"otra persona lo escribió mientras tanto: «{now?.Text}».";
            else if (units.GetValueOrDefault(field.Context) is { } unit && unit.Text != field.Source) refused[field.Context] = "el español cambió mientras usted traducía. Léalo de nuevo.";
            else if (field.Text.Length > 0 && TranslationRules.Refusal(field.Source, field.Text, units.GetValueOrDefault(field.Context)) is { } why) refused[field.Context] = why;
            else kept[field.Context] = new(field.Source, field.Text);
        }
        if (kept.Count > 0)
        {
            if (translation is null) db.CourseTranslations.Add(translation = new CourseTranslation(courseId, language));
            translation.Take(kept, by, clock.GetUtcNow());
            await db.SaveAsync(cancel);
        }
        return new(kept.Count, refused);
    }

    private static string Tidy(string text) => text.ReplaceLineEndings("\n").Trim();
}
