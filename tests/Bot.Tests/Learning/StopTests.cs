using CoopAssistant.Bot.Stops;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Programme;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Bot.Tests.Learning;

/// <summary>Where women leave a lesson is read from their talks, long after, and no turn pays for it.</summary>
public sealed class StopTests
{
    private const string Elsa = "+50760000001";
    private const string Rosa = "+50760000002";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_message_and_the_question_at_which_women_left_are_found_and_counted(DatabaseKind kind)
    {
        await using var host = await LearnerHost.Start(kind);
        await Opens(host, Elsa, "5.1");
        await host.Says(Elsa, "siguiente");
        await SpeaksFor(host, await host.Registered(Rosa));
        await host.ToTheLastQuestion(Rosa, "5.1");
        host.Clock.Move(TimeSpan.FromDays(15));

        Assert.Equal(2, await host.Get<FindStops>().Handle(default));
        Assert.Equal(2, await host.Get<FindStops>().Handle(default)); // again changes nothing

        var lesson = host.Shelf.Find(LearnerHost.Course)!.Find("5.1", "PA")!;
        Assert.Equal([(false, 2, 1), (true, lesson.Questions.Count, 1)], (await Stops(host)).Select(stop => (stop.IsQuestion, stop.Number, stop.Stopped)));
    }

    [Fact]
    public async Task Who_comes_back_and_goes_on_is_found_at_her_new_place_and_who_finishes_nowhere()
    {
        await using var host = await LearnerHost.Start();
        await Opens(host, Elsa, "5.1");
        host.Clock.Move(TimeSpan.FromDays(15));
        await host.Get<FindStops>().Handle(default);
        Assert.Equal(1, Assert.Single(await Stops(host)).Number);

        await host.Says(Elsa, "siguiente");
        await host.Says(Elsa, "siguiente");
        host.Clock.Move(TimeSpan.FromDays(15));
        await host.Get<FindStops>().Handle(default);
        Assert.Equal(3, Assert.Single(await Stops(host)).Number);

        await host.Says(Elsa, await host.ToTheLastQuestion(Elsa, "5.1"));
        await host.Get<FindStops>().Handle(default);
        Assert.Empty(await Stops(host));
    }

    [Fact]
    public async Task Nobody_learns_how_far_she_came_in_the_lesson_on_violence()
    {
        await using var host = await LearnerHost.Start();
        await Opens(host, Elsa, "7.3");
        await host.Says(Elsa, "siguiente");
        host.Clock.Move(TimeSpan.FromDays(15));

        Assert.Equal(0, await host.Get<FindStops>().Handle(default));
        Assert.Equal(0, await host.Use<CoursesDb, int>(db => db.LessonStops.CountAsync()));
    }

    [Fact]
    public async Task Of_two_women_on_one_phone_each_has_her_own_place()
    {
        await using var host = await LearnerHost.Start();
        await Opens(host, Elsa, "5.1");
        await SpeaksFor(host, await host.Registered(Elsa)); // another woman registers on the same phone
        await host.Says(Elsa, "lecciones");
        await host.Says(Elsa, "1.1");
        await host.Says(Elsa, "siguiente");
        host.Clock.Move(TimeSpan.FromDays(15));

        await host.Get<FindStops>().Handle(default);

        Assert.Equal([("1.1", 2)], (await Stops(host)).Select(stop => (stop.LessonId, stop.Number)));
    }

    [Fact]
    public async Task A_place_on_the_web_counts_as_one_on_the_phone()
    {
        await using var host = await LearnerHost.Start();
        var participant = await host.Registered(Elsa);
        await host.Says(Elsa, "lecciones");
        await host.Says(Elsa, "5.1");
        host.Clock.Move(TimeSpan.FromMinutes(5));
        await host.Registered("dl_portatil", channel: Channel.Web, known: participant);
        foreach (var text in new[] { "lecciones", "5.1", "siguiente" }) await host.Says("dl_portatil", text, Channel.Web);
        await SpeaksFor(host, participant);
        host.Clock.Move(TimeSpan.FromDays(15));

        await host.Get<FindStops>().Handle(default);

        Assert.Equal([("5.1", 2)], (await Stops(host)).Select(stop => (stop.LessonId, stop.Number)));
    }

    /// <summary>Every talk that knows her as the one who speaks is linked to her, as registering and proving do.</summary>
    private static Task SpeaksFor(LearnerHost host, ParticipantId participant) => host.Use<MessagingDb>(async db =>
    {
        foreach (var talk in await db.Conversations.AsNoTracking().ToListAsync())
            if (StoredState.Read(talk.State)!.Participants.Contains(participant.Value)) db.ContactParticipants.Add(new ContactParticipant(talk.Id, participant, host.Clock.GetUtcNow()));
        await db.SaveAsync(default);
    });

    private static async Task Opens(LearnerHost host, string phone, string lesson)
    {
        foreach (var text in new[] { "hola", "Panamá", "lecciones", lesson }) await host.Says(phone, text);
    }

    private static async Task<IReadOnlyList<StopNumbers>> Stops(LearnerHost host)
    {
        await host.Use<CountLearning>(count => count.Handle(default));
        return await host.Use<ReadStopNumbers, IReadOnlyList<StopNumbers>>(read => read.Handle(new(LearnerHost.Course, null, null, null), default));
    }
}
