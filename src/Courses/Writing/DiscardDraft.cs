using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Writing;

/// <summary>Takes a draft away; what is published stays as it is, and its text stays in the history.</summary>
public sealed class DiscardDraft(CoursesDb db)
{
    /// <returns>False where somebody saved since, or there is none.</returns>
    public async Task<bool> Handle(LessonKey key, int draftVersion, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(key);
        return await db.LessonDrafts.Where(d => d.CourseId == key.CourseId && d.LessonId == key.LessonId && d.Country == key.Country && d.Version == draftVersion).ExecuteDeleteAsync(cancel) == 1;
    }
}
