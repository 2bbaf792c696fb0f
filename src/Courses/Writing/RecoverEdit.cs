using CoopAssistant.Courses.Packs;
using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Writing;

/// <summary>Brings the text of an earlier sitting back into the draft. What stood there stays in the history.</summary>
public sealed class RecoverEdit(CoursesDb db, SaveDraft save)
{
    public async Task<SaveDraftResult> Handle(LessonKey key, long editId, int draftVersion, string by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(key);
        var edit = await db.LessonEdits.AsNoTracking().SingleOrDefaultAsync(e => e.Id == editId && e.CourseId == key.CourseId && e.LessonId == key.LessonId && e.Country == key.Country, cancel);
        var now = (await db.Texts(key.CourseId, key.LessonId, cancel)).SingleOrDefault(text => text.Key == key);
        var file = now?.File ?? key.FileIn("m1", "");
        if (edit is null || LessonReader.Read(file, file, edit.Source, new PackProblems()) is not { } lesson) return SaveDraftResult.Conflict;
        return await save.Handle(new(key, file, DraftText.Of(lesson), draftVersion, now?.BasedOn ?? 0, by), cancel);
    }
}
