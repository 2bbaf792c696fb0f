using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Writing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Translating;

/// <summary>How complete a language is.</summary>
/// <param name="Done">Texts whose translation fits the Spanish of today.</param>
/// <param name="Changed">Texts translated before their Spanish changed.</param>
/// <param name="LessonsDone">Lessons with every text done, in all their variants.</param>
/// <param name="Reviewer">Who stands for what is published; null before the first publication.</param>
public sealed record LanguageProgress(
    string Language, int Done, int Changed, int Total, int LessonsDone, int Lessons, string? Reviewer, DateTimeOffset? PublishedAt, string ChangedBy, DateTimeOffset? ChangedAt)
{
    public int Percent => Total == 0 ? 0 : 100 * Done / Total;
}

/// <summary>Reads what there is to translate and what came back.</summary>
public sealed class ReadTranslations(CoursesDb db, CourseShelf shelf)
{
    public async Task<IReadOnlyList<LanguageProgress>> Progress(string courseId, CancellationToken cancel)
    {
        if (await Spanish(courseId, cancel) is not { } course) return [];
        var translations = await db.CourseTranslations.AsNoTracking().Where(t => t.CourseId == courseId).OrderBy(t => t.Language).ToListAsync(cancel);
        var progress = new List<LanguageProgress>();
        foreach (var translation in translations)
        {
            var published = await db.NewestOutline(courseId, translation.Language, cancel);
            var reviewer = published is null ? null : shelf.Find(courseId, translation.Language)?.Reviewer;
            progress.Add(Of(course, translation, reviewer, published?.PublishedAt));
        }
        return progress;
    }

    /// <summary>The file a translator gets: every text, with what is translated already.</summary>
    /// <returns>Null where there is no such course.</returns>
    public async Task<string?> File(string courseId, string language, CancellationToken cancel)
    {
        if (await Spanish(courseId, cancel) is not { } course) return null;
        var translation = await db.CourseTranslations.AsNoTracking().SingleOrDefaultAsync(t => t.CourseId == courseId && t.Language == language, cancel);
        var known = translation?.Read() ?? [];
        return PoFile.Write(language, courseId, TranslationUnit.Of(course).Select(unit => Entry(unit, known.GetValueOrDefault(unit.Context))));
    }

    /// <summary>The Spanish course as published; null where there is none.</summary>
    internal async Task<Course?> Spanish(string courseId, CancellationToken cancel)
    {
        await shelf.Refresh(cancel);
        return shelf.Find(courseId);
    }

    private static PoEntry Entry(TranslationUnit unit, Translated? known)
    {
        var isChanged = known is not null && known.Source != unit.Text;
        return new PoEntry(unit.Context, unit.Text, known?.Text ?? "", isChanged, 0, $"Hasta {unit.Limit} letras.", isChanged ? known!.Source : null);
    }

    private static LanguageProgress Of(Course course, CourseTranslation translation, string? reviewer, DateTimeOffset? publishedAt)
    {
        var (units, known) = (TranslationUnit.Of(course).ToList(), translation.Read());
        var done = units.Where(unit => known.GetValueOrDefault(unit.Context) is { } text && text.Source == unit.Text).ToHashSet();
        var changed = units.Count(unit => known.GetValueOrDefault(unit.Context) is { } text && text.Source != unit.Text);
        var lessons = units.Where(unit => unit.LessonId is not null).GroupBy(unit => unit.LessonId, StringComparer.Ordinal).ToList();
        return new(translation.Language, done.Count, changed, units.Count, lessons.Count(lesson => lesson.All(done.Contains)), lessons.Count, reviewer, publishedAt, translation.ChangedBy, translation.ChangedAt);
    }
}
