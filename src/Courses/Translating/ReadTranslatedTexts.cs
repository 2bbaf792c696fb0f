using CoopAssistant.Courses.Lessons;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Translating;

/// <summary>How complete a lesson is in a language; with an empty id: the titles of the course and its modules.</summary>
/// <param name="Changed">Texts translated before their Spanish changed.</param>
public sealed record TranslatedLesson(string LessonId, string Title, string ModuleTitle, int Done, int Changed, int Total)
{
    public int Percent => Total == 0 ? 0 : 100 * Done / Total;
    public bool IsWhole => Done == Total;
}

/// <summary>A text with its translation.</summary>
/// <param name="Text">Empty where nothing is translated.</param>
/// <param name="OldSource">The Spanish it was translated from, where that has changed since; else null.</param>
public sealed record TranslatedText(TranslationUnit Unit, string Text, string? OldSource)
{
    public bool IsDone => Text.Length > 0 && OldSource is null;
}

/// <summary>What translators work on in the admin app: lessons with how complete they are, and the texts of one beside their Spanish.</summary>
public sealed class ReadTranslatedTexts(CoursesDb db, ReadTranslations read)
{
    /// <summary>In the order of the course, the titles first; empty where there is no such course.</summary>
    public async Task<IReadOnlyList<TranslatedLesson>> Lessons(string courseId, string language, CancellationToken cancel)
    {
        if (await read.Spanish(courseId, cancel) is not { } course) return [];
        var texts = await Texts(course, language, cancel);
        var titles = Of("", course.Title, "", texts[""]);
        return [titles, .. course.Modules.SelectMany(module => module.Lessons.Where(slot => texts.Contains(slot.Id)).Select(slot => Of(slot.Id, slot.For(null)!.Title, module.Title, texts[slot.Id])))];
    }

    /// <param name="lessonId">Empty for the titles.</param>
    public async Task<IReadOnlyList<TranslatedText>> Of(string courseId, string language, string lessonId, CancellationToken cancel) =>
        await read.Spanish(courseId, cancel) is { } course ? [.. (await Texts(course, language, cancel))[lessonId]] : [];

    private async Task<ILookup<string, TranslatedText>> Texts(Course course, string language, CancellationToken cancel)
    {
        var translation = await db.CourseTranslations.AsNoTracking().SingleOrDefaultAsync(t => t.CourseId == course.Id && t.Language == language, cancel);
        var known = translation?.Read() ?? [];
        return TranslationUnit.Of(course).Select(unit => known.GetValueOrDefault(unit.Context) is { } text
            ? new TranslatedText(unit, text.Text, text.Source == unit.Text ? null : text.Source)
            : new TranslatedText(unit, "", null)).ToLookup(text => text.Unit.LessonId ?? "", StringComparer.Ordinal);
    }

    private static TranslatedLesson Of(string lessonId, string title, string module, IEnumerable<TranslatedText> texts)
    {
        var all = texts.ToList();
        return new(lessonId, title, module, all.Count(text => text.IsDone), all.Count(text => text.OldSource is not null), all.Count);
    }
}
