using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Messaging;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Stops;

/// <summary>
/// Finds out at which message or question women left a lesson. Her place is in the state of her talk, where every turn keeps it anyway: so it costs
/// no turn anything, and is read here long after. Lessons without score are passed over, so that nobody learns how far she came in them.
/// </summary>
internal sealed class FindStops(IServiceScopeFactory scopes, CourseShelf shelf)
{
    /// <returns>How many lessons were found left at a known place.</returns>
    public async Task<int> Handle(CancellationToken cancel)
    {
        var found = 0;
        for (long after = 0; ;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var stops = scope.ServiceProvider.GetRequiredService<NoteStops>();
            if (await stops.EndOfPage(after, cancel) is not { } end) return found;
            var places = await Places(scope.ServiceProvider.GetRequiredService<MessagingDb>(), await stops.Left(after, cancel), cancel);
            if (await Noted(stops, places, cancel)) found += places.Count;
            after = end;
        }
    }

    /// <returns>False where another process noted the same at the same time: its notes stand.</returns>
    private static async Task<bool> Noted(NoteStops stops, List<FoundStop> places, CancellationToken cancel)
    {
        try
        {
            await stops.Handle(places, cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    private async Task<List<FoundStop>> Places(MessagingDb db, IReadOnlyList<LeftLesson> left, CancellationToken cancel)
    {
        var states = await States(db, left, cancel);
        var found = new List<FoundStop>();
        foreach (var lesson in left)
        {
            var place = states[lesson.Participant is { } participant ? participant : lesson.ContactId ?? 0L].Select(state => PlaceIn(state, lesson)).OfType<LearnPlace>().MaxBy(place => place.At);
            if (place?.LessonId == lesson.LessonId && await shelf.Version(place.VersionId, cancel) is { IsScored: true } version && LessonPlayer.StepOf(version, place.Position) is { } step)
                found.Add(new(lesson.EnrolmentId, lesson.LessonId, place.VersionId, step));
        }
        return found;
    }

    /// <summary>States of the talks that speak for a learner: under her participant, or the contact that is not registered.</summary>
    private static async Task<ILookup<object, ConversationState>> States(MessagingDb db, IReadOnlyList<LeftLesson> left, CancellationToken cancel)
    {
        var women = left.Select(lesson => lesson.Participant).OfType<ParticipantId>().Distinct().ToList();
        var contacts = left.Where(lesson => lesson.Participant is null).Select(lesson => lesson.ContactId).OfType<long>().Distinct().ToList();
        var linked = await db.ContactParticipants.AsNoTracking().Where(link => women.Contains(link.ParticipantId))
            .Join(db.Conversations.AsNoTracking(), link => link.ContactId, c => c.Id, (link, c) => new { Who = link.ParticipantId, c.State }).ToListAsync(cancel);
        var alone = await db.Conversations.AsNoTracking().Where(c => contacts.Contains(c.Id)).Select(c => new { c.Id, c.State }).ToListAsync(cancel);
        return linked.Select(row => ((object)row.Who, row.State)).Concat(alone.Select(row => ((object)row.Id, row.State)))
            .Select(row => (Who: row.Item1, State: StoredState.Read(row.State))).Where(row => row.State is not null).ToLookup(row => row.Who, row => row.State!);
    }

    /// <summary>Her own place: others may use the phone too.</summary>
    private static LearnPlace? PlaceIn(ConversationState state, LeftLesson lesson)
    {
        if (LearnPlace.Parse(state.Note(Notes.Lesson)) is not { } place || place.CourseId != lesson.CourseId) return null;
        var owner = lesson.Participant is { } participant ? Learn.OwnerOf(participant.Value) : "";
        return place.Owner == owner || (place.Owner.Length == 0 && Learn.OwnerOf(state) == owner) ? place : null;
    }
}
