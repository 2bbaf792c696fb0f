using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Packs;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Writing;

/// <summary>One text on the desk: the draft where somebody writes on it, else what is published.</summary>
/// <param name="DraftVersion">Version of the draft; 0 where there is none.</param>
/// <param name="BasedOn">Published version that the text began from; 0 for none.</param>
/// <param name="Published">Newest publication; null before the first.</param>
public sealed record DeskText(LessonKey Key, string File, DraftText Text, int DraftVersion, long BasedOn, Publication? Published, string ChangedBy, DateTimeOffset? ChangedAt)
{
    public bool IsDraft => DraftVersion > 0;

    /// <summary>Something else was published since the draft began.</summary>
    public bool IsOutdated => IsDraft && BasedOn != (Published?.Id ?? 0);
}

/// <param name="Number">From 1.</param>
public sealed record Publication(long Id, int Number, string By, DateTimeOffset At);

/// <summary>Reads what is published and what is being written: the drafts lie over the published texts.</summary>
internal static class Desk
{
    public static async Task<IReadOnlyList<DeskText>> Texts(this CoursesDb db, string courseId, string? lessonId, CancellationToken cancel)
    {
        var drafts = await db.LessonDrafts.AsNoTracking().Where(d => d.CourseId == courseId && (lessonId == null || d.LessonId == lessonId)).ToListAsync(cancel);
        var versions = await db.Newest(courseId, LessonKey.WrittenLanguage).Where(v => lessonId == null || v.LessonId == lessonId).AsNoTracking().ToListAsync(cancel);
        return
        [
            .. drafts.Select(draft => OfDraft(draft, versions.SingleOrDefault(v => v.LessonId == draft.LessonId && v.Country == draft.Country)))
                .Concat(versions.Where(v => !drafts.Exists(d => d.LessonId == v.LessonId && d.Country == v.Country)).Select(OfVersion))
                .OrderBy(text => text.Key.LessonId, StringComparer.Ordinal).ThenBy(text => text.Key.Country, StringComparer.Ordinal),
        ];
    }

    /// <summary>The published version of every lesson and country.</summary>
    public static IQueryable<LessonVersion> Newest(this CoursesDb db, string courseId, string language) =>
        db.LessonVersions.Where(v => v.CourseId == courseId && v.Language == language
            && v.Number == db.LessonVersions.Where(n => n.CourseId == v.CourseId && n.Language == v.Language && n.LessonId == v.LessonId && n.Country == v.Country).Max(n => n.Number));

    public static Task<OutlineVersion?> NewestOutline(this CoursesDb db, string courseId, string language, CancellationToken cancel) =>
        db.OutlineVersions.Where(o => o.CourseId == courseId && o.Language == language).OrderByDescending(o => o.Number).FirstOrDefaultAsync(cancel);

    public static Lesson Read(this LessonVersion version) =>
        LessonReader.Read(version.File, version.File, version.Source, new PackProblems()) ?? throw new InvalidOperationException($"Version {version.Id} cannot be read.");

    private static DeskText OfDraft(LessonDraft draft, LessonVersion? published) => new(
        new(draft.CourseId, draft.LessonId, draft.Country), draft.File, DraftText.FromJson(draft.Text), draft.Version, draft.BasedOn, Of(published), draft.ChangedBy, draft.ChangedAt);

    private static DeskText OfVersion(LessonVersion version) => new(
        new(version.CourseId, version.LessonId, version.Country), version.File, DraftText.Of(version.Read()), 0, version.Id, Of(version), version.PublishedBy, version.PublishedAt);

    private static Publication? Of(LessonVersion? version) =>
        version is null ? null : new(version.Id, version.Number, version.PublishedBy, version.PublishedAt);
}
