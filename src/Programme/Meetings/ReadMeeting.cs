using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>One meeting as staff see it: whom it invites, how they answered, who came, and what happened.</summary>
public sealed class ReadMeeting(ProgrammeDb db)
{
    /// <param name="Group">Its name; null where it is for a community alone. So with <paramref name="Community"/>.</param>
    /// <param name="NotAsked">Members of the group who are not on the list.</param>
    public sealed record Result(Meeting Meeting, string? Group, string? Community, IReadOnlyList<Guest> Guests, IReadOnlyList<Guest> NotAsked)
    {
        public int Needing(GuestNeeds need) => Meeting.Guests.Count(g => g.Answer is GuestAnswer.Yes or GuestAnswer.Waiting && g.Needs.HasFlag(need));

        public int Answering(GuestAnswer answer) => Meeting.Guests.Count(g => g.IsListed && g.Answer == answer);

        public int Came => Meeting.Guests.Count(g => g.AttendedAt is not null);

        /// <summary>Name of a woman on the list; null for who is not.</summary>
        public string? NameOf(ParticipantId? participant) => Guests.FirstOrDefault(g => g.Participant == participant) is { } guest ? $"{guest.GivenNames} {guest.Surnames}" : null;
    }

    /// <param name="Registration">Her newest.</param>
    /// <param name="Language">BCP-47 tag she prefers.</param>
    /// <param name="Seat">Null for who is not on the list.</param>
    public sealed record Guest(ParticipantId Participant, string GivenNames, string Surnames, RegistrationId? Registration, string? Folio, string Language, MeetingGuest? Seat);

    /// <summary>Null where there is none, or it lies outside the territory.</summary>
    public async Task<Result?> Handle(MeetingId id, Territory? territory, CancellationToken cancel)
    {
        var meeting = await db.Meetings.AsNoTracking().AsSplitQuery().Within(territory).Include(m => m.Guests).Include(m => m.Entries).SingleOrDefaultAsync(m => m.Id == id, cancel);
        if (meeting is null) return null;
        var members = meeting.GroupId is { } group
            ? await db.GroupMembers.Where(m => m.GroupId == group && m.State == MemberState.Member).Select(m => m.ParticipantId).ToListAsync(cancel)
            : [];
        var seats = meeting.Guests.ToDictionary(g => g.ParticipantId);
        var everybody = await Read([.. seats.Keys.Union(members)], seats, cancel);
        var name = meeting.GroupId is { } of ? await db.Groups.Where(g => g.Id == of).Select(g => g.Name).SingleAsync(cancel) : null;
        var community = meeting.CommunityId is { } at ? await db.Communities.Where(c => c.Id == at).Select(c => c.Name).SingleAsync(cancel) : null;
        return new(meeting, name, community, [.. everybody.Where(g => g.Seat is not null)], [.. everybody.Where(g => g.Seat is null)]);
    }

    /// <summary>The meeting without its list, for a calendar or the door; null as above.</summary>
    public Task<Meeting?> Alone(MeetingId id, Territory? territory, CancellationToken cancel) => db.Meetings.AsNoTracking().Within(territory).SingleOrDefaultAsync(m => m.Id == id, cancel);

    private async Task<List<Guest>> Read(List<ParticipantId> women, Dictionary<ParticipantId, MeetingGuest> seats, CancellationToken cancel)
    {
        var people = await db.Participants.AsNoTracking().Where(p => women.Contains(p.Id)).Select(p => new { p.Id, p.GivenNames, p.Surnames, p.Language }).ToListAsync(cancel);
        var folios = (await db.Registrations.AsNoTracking().Where(r => women.Contains(r.ParticipantId)).Select(r => new { r.ParticipantId, r.Id, r.Folio, r.SubmittedAt }).ToListAsync(cancel))
            .GroupBy(r => r.ParticipantId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.SubmittedAt)!);
        return
        [
            .. people.OrderBy(p => p.GivenNames, StringComparer.Ordinal).ThenBy(p => p.Surnames, StringComparer.Ordinal).ThenBy(p => p.Id.Value).Select(p => new Guest(
                p.Id, p.GivenNames, p.Surnames, folios.GetValueOrDefault(p.Id)?.Id, folios.GetValueOrDefault(p.Id)?.Folio, p.Language, seats.GetValueOrDefault(p.Id))),
        ];
    }
}
