using CoopAssistant.Courses.Lessons;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Writing;

/// <summary>A course as its editors see it: the outline being written, and every text.</summary>
/// <param name="Outline">Draft of the outline where there is one, else the published; lessons are places without texts.</param>
/// <param name="Published">The outline women see.</param>
/// <param name="OutlineVersion">Of the draft; 0 where there is none.</param>
public sealed record CourseDesk(Course Outline, Course Published, int OutlineVersion, string ChangedBy, IReadOnlyList<DeskText> Texts)
{
    public IReadOnlyList<DeskText> TextsOf(string lessonId) => [.. Texts.Where(text => text.Key.LessonId == lessonId)];

    /// <summary>Something in the outline waits to be published that can be: order, titles, lessons with a text.</summary>
    public bool HasNewOrder
    {
        get
        {
            var written = Texts.Where(text => text.Published is not null).Select(text => text.Key.LessonId).ToHashSet(StringComparer.Ordinal);
            return OutlineVersion > 0 && Packs.CourseWriter.WriteOutline(Outline.Only(written)) != Packs.CourseWriter.WriteOutline(Published);
        }
    }
}

/// <summary>Reads a course for its editors.</summary>
public sealed class ReadDesk(CoursesDb db)
{
    /// <summary>Ids and titles of all courses.</summary>
    public async Task<IReadOnlyList<(string Id, string Title)>> Courses(CancellationToken cancel)
    {
        var outlines = await db.OutlineVersions.AsNoTracking().Where(o => o.Language == LessonKey.WrittenLanguage).OrderBy(o => o.CourseId).ThenBy(o => o.Number).ToListAsync(cancel);
        return [.. outlines.GroupBy(o => o.CourseId, StringComparer.Ordinal).Select(same => (same.Key, OutlineText.Read(same.Key, same.Last().Source).Title))];
    }

    /// <param name="lessonId">Only the texts of this lesson; null for all.</param>
    /// <returns>Null where there is no such course.</returns>
    public async Task<CourseDesk?> Handle(string courseId, string? lessonId, CancellationToken cancel)
    {
        if (await db.NewestOutline(courseId, LessonKey.WrittenLanguage, cancel) is not { } published) return null;
        var draft = await db.OutlineDrafts.AsNoTracking().SingleOrDefaultAsync(o => o.CourseId == courseId, cancel);
        var texts = await db.Texts(courseId, lessonId, cancel);
        return new CourseDesk(
            OutlineText.Read(courseId, draft?.Source ?? published.Source), OutlineText.Read(courseId, published.Source),
            draft?.Version ?? 0, draft?.ChangedBy ?? "", texts);
    }
}
