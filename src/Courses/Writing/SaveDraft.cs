using CoopAssistant.Courses.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Writing;

/// <summary>Keeps what an editor typed, right or not. Somebody who saved in between is never overwritten: that is a conflict.</summary>
public sealed class SaveDraft(CoursesDb db, TimeProvider clock)
{
    /// <param name="DraftVersion">Version that was on the screen; 0 where there was no draft.</param>
    /// <param name="BasedOn">Published version that was on the screen; 0 for none.</param>
    public sealed record Request(LessonKey Key, string File, DraftText Text, int DraftVersion, long BasedOn, string By);

    public async Task<SaveDraftResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (key, now, text) = (request.Key, clock.GetUtcNow(), request.Text.Tidy());
        var draft = await db.LessonDrafts.SingleOrDefaultAsync(d => d.CourseId == key.CourseId && d.LessonId == key.LessonId && d.Country == key.Country, cancel);
        if (draft is null)
        {
            var published = await db.Newest(key.CourseId, LessonKey.WrittenLanguage).Where(v => v.LessonId == key.LessonId && v.Country == key.Country).Select(v => v.Id).SingleOrDefaultAsync(cancel);
            if (request.DraftVersion > 0 || published != request.BasedOn) return SaveDraftResult.Conflict;
            db.LessonDrafts.Add(draft = LessonDraft.Begin(key, request.File, request.BasedOn));
        }
        else if (draft.Version != request.DraftVersion) return SaveDraftResult.Conflict;

        var isLess = draft.Text.Length > 0 && text.IsLessThan(DraftText.FromJson(draft.Text));
        draft.Write(text, request.By, now);
        await NoteEdit(request, CourseWriter.WriteLesson(text.ToLesson(key, draft.File)), isLess, now, cancel);
        try
        {
            await db.SaveAsync(cancel);
            return SaveDraftResult.Saved;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            return SaveDraftResult.Conflict;
        }
    }

    /// <param name="isLess">A part was taken out: what stood before stays in the history, to be brought back.</param>
    private async Task NoteEdit(Request request, string source, bool isLess, DateTimeOffset now, CancellationToken cancel)
    {
        var key = request.Key;
        var last = await db.LessonEdits.Where(e => e.CourseId == key.CourseId && e.LessonId == key.LessonId && e.Country == key.Country).OrderByDescending(e => e.Id).FirstOrDefaultAsync(cancel);
        if (last is not null && last.By == request.By && now - last.At < LessonEdit.Sitting && request.DraftVersion > 0 && !isLess) last.Continue(source, now);
        else db.LessonEdits.Add(new LessonEdit(key, source, request.By, now));
    }
}

public enum SaveDraftResult
{
    Saved,

    /// <summary>Somebody saved, published or discarded since; nothing was changed.</summary>
    Conflict,
}
