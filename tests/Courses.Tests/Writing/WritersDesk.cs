using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Tests.Packs;
using CoopAssistant.Courses.Writing;

namespace CoopAssistant.Courses.Tests.Writing;

/// <summary>An editor at work on a small course of one lesson that serves every country.</summary>
internal sealed class WritersDesk : IAsyncDisposable
{
    public const string Course = "prueba";
    public static readonly LessonKey Key = new(Course, "1.1", "");

    private readonly CourseFolder _folder = new();

    private WritersDesk(CourseFolder folder, House house) => (_folder, House) = (folder, house);

    public House House { get; }

    public Course Published => House.Shelf.Find(Course)!;

    public static async Task<WritersDesk> Open()
    {
        var folder = new CourseFolder();
        return new(folder, await House.Open(folder.ContentPath));
    }

    public Task<CourseDesk?> Read() => House.Call<ReadDesk, CourseDesk?>(read => read.Handle(Course, null, default));

    public async Task<DeskText> Text(LessonKey? key = null) => (await Read())!.Texts.Single(text => text.Key == (key ?? Key));

    /// <summary>Somebody writes on what is on her screen.</summary>
    public Task<SaveDraftResult> Save(DeskText seen, Func<DraftText, DraftText> write, string by = "ana") =>
        House.Call<SaveDraft, SaveDraftResult>(save => save.Handle(new(seen.Key, seen.File, write(seen.Text), seen.DraftVersion, seen.BasedOn, by), default));

    public async Task<DeskText> Write(Func<DraftText, DraftText> write, LessonKey? key = null, string by = "ana")
    {
        Assert.Equal(SaveDraftResult.Saved, await Save(await Text(key), write, by));
        return await Text(key);
    }

    public async Task<PublishResult> Publish(string lessonId = "1.1", bool despiteWarnings = true, string by = "ana")
    {
        var seen = (await Read())!.TextsOf(lessonId).Where(text => text.IsDraft).ToDictionary(text => text.Key.Country, text => text.DraftVersion);
        return await House.Call<PublishLesson, PublishResult>(publish => publish.Handle(new(Course, lessonId, seen, despiteWarnings, by), default));
    }

    public async Task<SaveDraftResult> Change(Func<Course, Course> change) =>
        await House.Call<ChangeOutline, SaveDraftResult>(async use => await use.Handle(new(Course, (await Read())!.OutlineVersion, change, "ana"), default));

    public IReadOnlyList<LessonConcern> Review(params IReadOnlyList<DeskText> texts) => House.Get<ReviewLesson>().Handle(texts);

    public static Func<DraftText, DraftText> FirstMessage(string text) => draft => draft with { Messages = [text, .. draft.Messages.Skip(1)] };

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        _folder.Dispose();
    }
}
