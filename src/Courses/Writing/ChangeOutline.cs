using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Writing;

/// <summary>Changes the outline's draft: order, titles, modules, new lessons. Women see it once it is published.</summary>
public sealed class ChangeOutline(CoursesDb db, SaveDraft save, TimeProvider clock)
{
    /// <param name="OutlineVersion">Of the draft that was on the screen; 0 where there was none.</param>
    public sealed record Request(string CourseId, int OutlineVersion, Func<Course, Course> Change, string By);

    public async Task<SaveDraftResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var published = await db.NewestOutline(request.CourseId, LessonKey.WrittenLanguage, cancel);
        var draft = await db.OutlineDrafts.SingleOrDefaultAsync(o => o.CourseId == request.CourseId, cancel);
        if (published is null || (draft?.Version ?? 0) != request.OutlineVersion) return SaveDraftResult.Conflict;
        if (draft is null) db.OutlineDrafts.Add(draft = new OutlineDraft(request.CourseId, published.Id));

        var before = OutlineText.Read(request.CourseId, draft.Version > 0 ? draft.Source : published.Source);
        draft.Write(CourseWriter.WriteOutline(request.Change(before)), request.By, clock.GetUtcNow());
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

    /// <summary>A new lesson at a module's end, with a draft to write on.</summary>
    /// <returns>Its id; null where somebody changed the outline since.</returns>
    public async Task<string?> AddLesson(string courseId, int outlineVersion, string moduleId, string title, string by, CancellationToken cancel)
    {
        var used = await db.LessonVersions.Where(v => v.CourseId == courseId).Select(v => v.LessonId)
            .Union(db.LessonDrafts.Where(d => d.CourseId == courseId).Select(d => d.LessonId)).ToListAsync(cancel);
        string? id = null;
        var result = await Handle(new(courseId, outlineVersion, course => course.AddLesson(moduleId, id = NewId(course, moduleId, used)), by), cancel);
        if (result != SaveDraftResult.Saved || id is null) return null;
        var key = new LessonKey(courseId, id, "");
        await save.Handle(new(key, key.FileIn(moduleId, title), DraftText.New(title), 0, 0, by), cancel);
        return id;
    }

    /// <summary>The next free number of the module: 5.7 after 5.6. Ids are kept in women's progress, so none is ever used again.</summary>
    private static string NewId(Course course, string moduleId, List<string> used)
    {
        var prefix = moduleId.TrimStart('m');
        var taken = used.Concat(course.LessonIds()).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, 1000).Select(n => $"{prefix}.{n}").First(id => !taken.Contains(id));
    }

    /// <summary>Takes the draft of the outline away. Lessons that only stand in it lose their place, not their text.</summary>
    public async Task<bool> Discard(string courseId, int outlineVersion, CancellationToken cancel) =>
        await db.OutlineDrafts.Where(o => o.CourseId == courseId && o.Version == outlineVersion).ExecuteDeleteAsync(cancel) == 1;
}
