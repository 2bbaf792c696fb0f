using System.Linq.Expressions;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>Which meetings a list shows.</summary>
public enum MeetingView
{
    /// <summary>Planned, and not over.</summary>
    Upcoming,

    /// <summary>Over, and nobody said whether it was held or who came.</summary>
    ToClose,
    Held,
    Cancelled,
}

/// <summary>The staff's list of meetings: the next first, of the past the last first.</summary>
public sealed class ListMeetings(ProgrammeDb db, TimeProvider clock)
{
    public sealed record Request(Territory? Territory, MeetingView View)
    {
        public MeetingKind? Kind { get; init; }
        public GroupId? Group { get; init; }
        public CommunityId? Community { get; init; }
        public int Skip { get; init; }
        public int Take { get; init; } = 25;
    }

    /// <param name="Asked">On the list.</param>
    public sealed record Row(
        MeetingId Id, string Country, string? PlaceCode, MeetingKind Kind, string? Topic, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Venue, MeetingState State,
        string? Group, string? Community, int Asked, int Coming, int Came, int CourseMinutes);

    public sealed record Result(IReadOnlyList<Row> Rows, int Total, IReadOnlyDictionary<MeetingView, int> Counts);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (found, now) = (Filtered(request), clock.GetUtcNow());
        var counts = new Dictionary<MeetingView, int>();
        foreach (var view in Enum.GetValues<MeetingView>()) counts[view] = await found.CountAsync(In(view, now), cancel);
        return new(await Page(found.Where(In(request.View, now)), request, cancel), counts[request.View], counts);
    }

    /// <summary>The rows alone, without counting the other views.</summary>
    public Task<IReadOnlyList<Row>> Rows(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Page(Filtered(request).Where(In(request.View, clock.GetUtcNow())), request, cancel);
    }

    public Task<int> Count(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Filtered(request).CountAsync(In(request.View, clock.GetUtcNow()), cancel);
    }

    /// <summary>For a calendar: everything from a time on, cancelled ones too, the oldest first.</summary>
    public async Task<IReadOnlyList<Meeting>> Since(DateTimeOffset from, Territory? territory, int most, CancellationToken cancel) =>
        await db.Meetings.AsNoTracking().Within(territory).Where(m => m.EndsAt >= from).OrderBy(m => m.StartsAt).ThenBy(m => m.Id).Take(most).ToListAsync(cancel);

    private IQueryable<Meeting> Filtered(Request request)
    {
        var found = db.Meetings.AsNoTracking().Within(request.Territory);
        if (request.Kind is { } kind) found = found.Where(m => m.Kind == kind);
        if (request.Group is { } group) found = found.Where(m => m.GroupId == group);
        if (request.Community is { } community) found = found.Where(m => m.CommunityId == community);
        return found;
    }

    private static Expression<Func<Meeting, bool>> In(MeetingView view, DateTimeOffset now) => view switch
    {
        MeetingView.Upcoming => m => m.State == MeetingState.Planned && m.EndsAt >= now,
        MeetingView.ToClose => m => m.EndsAt < now && (m.State == MeetingState.Planned || (m.State == MeetingState.Held && m.AttendanceTakenAt == null)),
        MeetingView.Held => m => m.State == MeetingState.Held,
        _ => m => m.State == MeetingState.Cancelled,
    };

    private async Task<IReadOnlyList<Row>> Page(IQueryable<Meeting> found, Request request, CancellationToken cancel)
    {
        var ordered = request.View is MeetingView.Upcoming or MeetingView.ToClose ? found.OrderBy(m => m.StartsAt).ThenBy(m => m.Id) : found.OrderByDescending(m => m.StartsAt).ThenBy(m => m.Id);
        return await ordered.Skip(Math.Max(0, request.Skip)).Take(Math.Clamp(request.Take, 1, 200)).Select(m => new Row(
            m.Id, m.Country, m.PlaceCode, m.Kind, m.Topic, m.StartsAt, m.EndsAt, m.Venue, m.State,
            db.Groups.Where(g => g.Id == m.GroupId).Select(g => g.Name).FirstOrDefault(), db.Communities.Where(c => c.Id == m.CommunityId).Select(c => c.Name).FirstOrDefault(),
            m.Guests.Count(g => g.IsListed && g.Answer != GuestAnswer.Withdrawn), m.Guests.Count(g => g.Answer == GuestAnswer.Yes), m.Guests.Count(g => g.AttendedAt != null), m.CourseMinutes)).ToListAsync(cancel);
    }
}
