using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Writing;

/// <summary>Something else was published since the draft began; its editor has seen it and goes on with hers.</summary>
public sealed class GoOnWithDraft(CoursesDb db)
{
    /// <returns>False where somebody saved since, or there is no draft.</returns>
    public async Task<bool> Handle(LessonKey key, int draftVersion, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(key);
        var draft = await db.LessonDrafts.SingleOrDefaultAsync(d => d.CourseId == key.CourseId && d.LessonId == key.LessonId && d.Country == key.Country, cancel);
        if (draft?.Version != draftVersion) return false;
        draft.GoOnFrom(await db.Newest(key.CourseId, LessonKey.WrittenLanguage).Where(v => v.LessonId == key.LessonId && v.Country == key.Country).Select(v => v.Id).SingleOrDefaultAsync(cancel));
        try
        {
            await db.SaveAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
