using CoopAssistant.Courses.Packs;
using CoopAssistant.Courses.Publishing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Writing;

/// <summary>
/// Publishes a lesson's drafts, all countries together, each as a new version. A lesson that is new in the outline's draft takes its
/// place there with it. Who is in the middle of the lesson finishes the version she began.
/// </summary>
public sealed class PublishLesson(CoursesDb db, ReviewLesson review, CourseShelf shelf, TimeProvider clock)
{
    /// <param name="Seen">Version of every draft that was on the screen, by country.</param>
    /// <param name="DespiteWarnings">The editor has read what does not stop it.</param>
    public sealed record Request(string CourseId, string LessonId, IReadOnlyDictionary<string, int> Seen, bool DespiteWarnings, string By);

    public async Task<PublishResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var texts = await db.Texts(request.CourseId, request.LessonId, cancel);
        var drafts = texts.Where(text => text.IsDraft).ToList();
        if (drafts.Count == 0) return PublishResult.Nothing;
        if (drafts.Count != request.Seen.Count || drafts.Exists(text => request.Seen.GetValueOrDefault(text.Key.Country) != text.DraftVersion)) return PublishResult.Conflict;
        if (drafts.Exists(text => text.IsOutdated)) return PublishResult.Outdated;
        var concerns = review.Handle(texts).Where(concern => concern.Stops || concern.Key is var key && drafts.Exists(text => text.Key == key)).ToList();
        if (concerns.Exists(concern => concern.Stops)) return PublishResult.Stopped;
        if (concerns.Count > 0 && !request.DespiteWarnings) return PublishResult.Warned;

        foreach (var text in drafts) await Publish(text, request.By, cancel);
        await db.PlaceInOutline(request.CourseId, texts.Select(text => text.Key.LessonId), request.By, clock.GetUtcNow(), onlyNew: true, cancel);
        return await db.Publish(shelf, cancel);
    }

    private async Task Publish(DeskText text, string by, CancellationToken cancel)
    {
        var (key, lesson) = (text.Key, text.Text.ToLesson(text.Key, text.File));
        db.LessonVersions.Add(new LessonVersion(
            key.CourseId, LessonKey.WrittenLanguage, key.LessonId, lesson.Country, (text.Published?.Number ?? 0) + 1, text.File, CourseWriter.WriteLesson(lesson), by, clock.GetUtcNow()));
        db.LessonDrafts.Remove(await db.LessonDrafts.SingleAsync(d => d.CourseId == key.CourseId && d.LessonId == key.LessonId && d.Country == key.Country, cancel));
    }
}

public enum PublishResult
{
    Published,

    /// <summary>There is no draft, or nothing in it that differs.</summary>
    Nothing,

    /// <summary>Somebody saved or published since the screen was shown.</summary>
    Conflict,

    /// <summary>Something else was published since the draft began; its editor has to look at that first.</summary>
    Outdated,

    /// <summary>A check stops it.</summary>
    Stopped,

    /// <summary>A check warns; the editor has to say that she goes on.</summary>
    Warned,
}
