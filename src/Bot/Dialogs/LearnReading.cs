using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Messaging;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>What learning reads of the database: when she opens the course and when a lesson ends, never between two messages.</summary>
internal sealed class LearnReading(IServiceScopeFactory scopes)
{
    private const int MostPhones = 10;

    public async Task<Progress> Progress(string courseId, Learner learner, DateTimeOffset now, CancellationToken cancel)
    {
        if (learner is { Participant: null, ContactId: 0 }) return Courses.Learning.Progress.None;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReadProgress>().Handle(courseId, learner, now, cancel);
    }

    /// <summary>What she has done, without what is due for review: all that is asked between two lessons.</summary>
    public async Task<Progress> Done(string courseId, Learner learner, CancellationToken cancel)
    {
        if (learner is { Participant: null, ContactId: 0 }) return Courses.Learning.Progress.None;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReadProgress>().Done(courseId, learner, cancel);
    }

    /// <summary>Where she was last in a lesson on any other phone or browser that speaks for her; null where nowhere.</summary>
    public async Task<LearnPlace?> PlaceElsewhere(ParticipantId participant, long contactId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
        var states = await db.ContactParticipants.AsNoTracking()
            .Where(link => link.ParticipantId == participant && link.ContactId != contactId)
            .Join(db.Conversations.AsNoTracking(), link => link.ContactId, conversation => conversation.Id, (_, conversation) => conversation)
            .OrderByDescending(conversation => conversation.LastInboundAt).Take(MostPhones).Select(conversation => conversation.State).ToListAsync(cancel);
        return states.Select(state => LearnPlace.Parse(StoredState.Read(state)?.Note(Notes.Lesson)))
            .OfType<LearnPlace>().Where(place => place.Owner == Learn.OwnerOf(participant.Value)).MaxBy(place => place.At);
    }
}
