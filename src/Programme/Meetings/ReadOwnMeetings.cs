using CoopAssistant.Programme.Groups;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>What the bot may tell a woman of the meetings she is expected at: how she herself stands, and nothing of any other woman.</summary>
public sealed class ReadOwnMeetings(ProgrammeDb db)
{
    private const int Most = 5;

    /// <param name="Answer">Hers; <see cref="GuestAnswer.Open"/> where she has not answered.</param>
    /// <param name="IsFull">A yes of hers would wait in line.</param>
    public sealed record Own(
        MeetingId Id, string Country, string? PlaceCode, MeetingKind Kind, string? Topic, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Venue, string? Institution,
        bool OffersChildcare, GuestAnswer Answer, GuestNeeds Needs, bool IsFull);

    /// <summary>A meeting as it is kept with her.</summary>
    /// <param name="Came">It is noted that she was there.</param>
    public sealed record Kept(string Country, MeetingKind Kind, string? Topic, DateTimeOffset StartsAt, GuestAnswer Answer, GuestNeeds Needs, bool IsListed, bool Came);

    /// <summary>All that is kept of her and meetings, past ones and cancelled ones too; the newest first.</summary>
    public async Task<IReadOnlyList<Kept>> All(ParticipantId her, CancellationToken cancel) =>
        await db.MeetingGuests.AsNoTracking().Where(g => g.ParticipantId == her).Join(db.Meetings, g => g.MeetingId, m => m.Id, (g, m) => new { g, m })
            .OrderByDescending(o => o.m.StartsAt).ThenBy(o => o.g.Id).Select(o => new Kept(o.m.Country, o.m.Kind, o.m.Topic, o.m.StartsAt, o.g.Answer, o.g.Needs, o.g.IsListed, o.g.AttendedAt != null)).ToListAsync(cancel);

    /// <summary>Those to come that she is asked to, or that are for her group; the next first, at most five.</summary>
    public async Task<IReadOnlyList<Own>> Handle(ParticipantId her, DateTimeOffset now, CancellationToken cancel) =>
        await Show(Of(her).Where(m => m.State == MeetingState.Planned && m.EndsAt > now).OrderBy(m => m.StartsAt).ThenBy(m => m.Id).Take(Most), her).ToListAsync(cancel);

    /// <summary>One of them; null where she is not expected, or nothing can be answered any more.</summary>
    public Task<Own?> Find(MeetingId meeting, ParticipantId her, DateTimeOffset now, CancellationToken cancel) =>
        Show(Of(her).Where(m => m.Id == meeting && m.State == MeetingState.Planned && m.EndsAt > now), her).SingleOrDefaultAsync(cancel);

    private IQueryable<Meeting> Of(ParticipantId her) => db.Meetings.AsNoTracking()
        .Where(m => m.Guests.Any(g => g.ParticipantId == her && g.IsListed && g.Answer != GuestAnswer.Withdrawn)
            || (m.GroupId != null && !m.Guests.Any(g => g.ParticipantId == her) && db.GroupMembers.Any(o => o.GroupId == m.GroupId && o.ParticipantId == her && o.State == MemberState.Member)));

    private static IQueryable<Own> Show(IQueryable<Meeting> meetings, ParticipantId her) => meetings.Select(m => new Own(
        m.Id, m.Country, m.PlaceCode, m.Kind, m.Topic, m.StartsAt, m.EndsAt, m.Venue, m.Institution, m.OffersChildcare,
        m.Guests.Where(g => g.ParticipantId == her).Select(g => g.Answer).FirstOrDefault(), m.Guests.Where(g => g.ParticipantId == her).Select(g => g.Needs).FirstOrDefault(),
        m.Capacity != null && m.Guests.Count(g => g.Answer == GuestAnswer.Yes) >= m.Capacity));
}
