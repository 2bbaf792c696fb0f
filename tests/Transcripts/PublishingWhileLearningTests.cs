using System.Globalization;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Writing;

namespace CoopAssistant.Transcripts;

/// <summary>An editor publishes while women are in the middle of the lesson.</summary>
public sealed class PublishingWhileLearningTests
{
    private const int Women = 200;
    private const string Course = "gestion-cooperativa";

    [Fact]
    public async Task Two_hundred_women_finish_the_version_they_began_and_the_next_one_begins_the_new()
    {
        await using var house = await House.Open();
        var old = await Published(house);
        var phones = Enumerable.Range(0, Women).Select(n => (60_100_000 + n).ToString("+507########", CultureInfo.InvariantCulture)).ToList();
        foreach (var word in new[] { "quiero aprender", "2", "1" }) await EachSays(house, phones, word);

        var onward = EachHears(house, phones, "siguiente", old.Messages[1].Text);
        await Publish(house, draft => draft with { Messages = [.. draft.Messages.Select(text => "NUEVO. " + text)], Questions = [.. draft.Questions.Reverse()] });
        await onward;
        foreach (var message in old.Messages.Skip(2)) await EachHears(house, phones, "siguiente", message.Text);
        await EachHears(house, phones, "siguiente", old.Questions[0].Text);
        for (var at = 0; at < old.Questions.Count; at++)
        {
            var (right, question) = ((old.Questions[at].RightChoice + 1).ToString(CultureInfo.InvariantCulture), old.Questions[at]);
            await EachHears(house, phones, right, question.Choices[question.RightChoice].Feedback);
        }

        Assert.NotEqual(old.VersionId, (await Published(house)).VersionId);
        foreach (var word in new[] { "quiero aprender", "2" }) await EachSays(house, ["+50760999999"], word);
        await EachHears(house, ["+50760999999"], "1", "NUEVO. ");
        var done = await house.Use<Courses.CoursesDb, int>(db => Task.FromResult(db.LessonRecords.Count(r => r.LessonId == "1.1" && r.FinishedAt != null && r.VersionId == old.VersionId)));
        Assert.Equal(Women, done);
    }

    private static Task<Lesson> Published(House house) => house.Use<CourseShelf, Lesson>(shelf => Task.FromResult(shelf.Find(Course)!.Find("1.1", "PA")!));

    private static async Task Publish(House house, Func<DraftText, DraftText> write)
    {
        var seen = (await house.Use<ReadDesk, CourseDesk?>(read => read.Handle(Course, "1.1", default)))!.Texts.Single();
        Assert.Equal(SaveDraftResult.Saved, await house.Use<SaveDraft, SaveDraftResult>(save => save.Handle(new(seen.Key, seen.File, write(seen.Text), 0, seen.BasedOn, "ana"), default)));
        Assert.Equal(PublishResult.Published, await house.Use<PublishLesson, PublishResult>(publish => publish.Handle(
            new(Course, "1.1", new Dictionary<string, int> { [""] = 1 }, DespiteWarnings: true, "ana"), default)));
    }

    private static Task EachSays(House house, IReadOnlyList<string> phones, string text) => EachHears(house, phones, text, "");

    private static async Task EachHears(House house, IReadOnlyList<string> phones, string text, string heard)
    {
        var outcomes = await Task.WhenAll(phones.Select(phone => house.Says(phone, text)));
        Assert.All(outcomes, outcome => Assert.Contains(heard, string.Join('\n', outcome.Replies.Select(reply => reply.Text)), StringComparison.Ordinal));
    }
}
