using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Packs;
using CoopAssistant.Courses.Publishing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Writing;

/// <summary>Publishes the outline's draft: order, titles and modules. Lessons without a published text wait in the draft.</summary>
public sealed class PublishOutline(CoursesDb db, CourseShelf shelf, TimeProvider clock)
{
    public async Task<PublishResult> Handle(string courseId, int outlineVersion, string by, CancellationToken cancel)
    {
        var draft = await db.OutlineDrafts.AsNoTracking().SingleOrDefaultAsync(o => o.CourseId == courseId, cancel);
        if (draft is null) return PublishResult.Nothing;
        if (draft.Version != outlineVersion) return PublishResult.Conflict;
        var published = await db.PlaceInOutline(courseId, [], by, clock.GetUtcNow(), onlyNew: false, cancel);
        if (published != PublishResult.Published) return published;
        return await db.Publish(shelf, cancel);
    }
}

internal static class OutlinePlace
{
    /// <summary>Adds a new version of the outline to what is saved next, made of the draft without lessons that have no text.</summary>
    /// <param name="written">Lessons that get their text in the same save.</param>
    /// <param name="onlyNew">Only where one of these has no place yet in what is published.</param>
    public static async Task<PublishResult> PlaceInOutline(this CoursesDb db, string courseId, IEnumerable<string> written, string by, DateTimeOffset now, bool onlyNew, CancellationToken cancel)
    {
        var draft = await db.OutlineDrafts.SingleOrDefaultAsync(o => o.CourseId == courseId, cancel);
        var published = await db.NewestOutline(courseId, LessonKey.WrittenLanguage, cancel);
        if (draft is null || published is null) return PublishResult.Nothing;
        var current = OutlineText.Read(courseId, published.Source);
        var texts = written.ToHashSet(StringComparer.Ordinal);
        var wanted = OutlineText.Read(courseId, draft.Source);
        if (onlyNew && !texts.Except(current.LessonIds(), StringComparer.Ordinal).Any()) return PublishResult.Nothing;

        texts.UnionWith(await db.LessonVersions.Where(v => v.CourseId == courseId && v.Language == LessonKey.WrittenLanguage).Select(v => v.LessonId).Distinct().ToListAsync(cancel));
        var outline = wanted.Only(texts);
        var source = CourseWriter.WriteOutline(outline);
        if (outline.Modules.Count == 0 || Unreadable(outline) || source == published.Source) return PublishResult.Nothing;
        var version = new OutlineVersion(courseId, LessonKey.WrittenLanguage, published.Number + 1, source, by, now);
        db.OutlineVersions.Add(version);
        if (wanted.LessonIds().All(texts.Contains) && outline.Modules.Count == wanted.Modules.Count) db.OutlineDrafts.Remove(draft);
        else draft.GoOnFrom(published.Id);
        return PublishResult.Published;
    }

    private static bool Unreadable(Course outline) => outline.Modules.Any(module => module.Title.Length is 0 or > LessonLimits.TitleCharacters || module.Description.Length is 0 or > LessonLimits.DescriptionCharacters);
}
