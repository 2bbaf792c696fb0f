using CoopAssistant.Courses.Packs;
using CoopAssistant.Courses.Publishing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Writing;

/// <summary>Goes back to an earlier version of a lesson by publishing its text again. A draft stays, and its editor is told.</summary>
public sealed class RollBack(CoursesDb db, CourseShelf shelf, TimeProvider clock)
{
    /// <param name="newest">Number of the version that was on the screen as the published one.</param>
    public async Task<PublishResult> Handle(LessonKey key, long versionId, int newest, string by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(key);
        var versions = db.LessonVersions.AsNoTracking().Where(v => v.CourseId == key.CourseId && v.LessonId == key.LessonId && v.Country == key.Country && v.Language == LessonKey.WrittenLanguage);
        if (await versions.SingleOrDefaultAsync(v => v.Id == versionId, cancel) is not { } old) return PublishResult.Nothing;
        var published = await versions.OrderByDescending(v => v.Number).FirstAsync(cancel);
        if (published.Number != newest) return PublishResult.Conflict;
        if (published.Source == old.Source) return PublishResult.Nothing;
        db.LessonVersions.Add(new LessonVersion(
            old.CourseId, old.Language, old.LessonId, old.Country, published.Number + 1, published.File, CourseWriter.WriteLesson(old.Read()), by, clock.GetUtcNow()));
        return await db.Publish(shelf, cancel);
    }
}
