using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Communities;

/// <summary>The staff's list of communities: the most urgent first, those without priority last.</summary>
public sealed class ListCommunities(ProgrammeDb db)
{
    public sealed record Request(Territory? Territory)
    {
        public string? Country { get; init; }
        public CommunityState? State { get; init; }
        public string? Text { get; init; }
        public int Skip { get; init; }
        public int Take { get; init; } = 25;
    }

    /// <param name="VisitedAt">The last visit that was made; null where none was.</param>
    /// <param name="VisitPlannedAt">The next that is planned.</param>
    public sealed record Row(
        CommunityId Id, string Country, string PlaceCode, string Name, CommunityState State, int? Priority, string? PriorityReason,
        bool IsStudied, DateTimeOffset? VisitedAt, DateTimeOffset? VisitPlannedAt, int Groups);

    public sealed record Result(IReadOnlyList<Row> Rows, int Total, IReadOnlyDictionary<CommunityState, int> Counts);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = db.Communities.AsNoTracking().Within(request.Territory);
        if (request.Country is { } country) found = found.Where(c => c.Country == country);
        if (Plain.Of(request.Text) is { Length: > 0 } text) found = found.Where(c => c.PlainName.Contains(text));
        var counts = await found.GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        if (request.State is { } state) found = found.Where(c => c.State == state);
        var rows = await found.OrderBy(c => c.Priority ?? Community.LeastPriority + 1).ThenBy(c => c.PlainName).ThenBy(c => c.Id)
            .Skip(Math.Max(0, request.Skip)).Take(Math.Clamp(request.Take, 1, 200))
            .Select(c => new Row(
                c.Id, c.Country, c.PlaceCode, c.Name, c.State, c.Priority, c.PriorityReason, c.StudiedAt != null,
                db.Meetings.Where(m => m.CommunityId == c.Id && m.Kind == MeetingKind.Visit && m.State == MeetingState.Held).Max(m => (DateTimeOffset?)m.StartsAt),
                db.Meetings.Where(m => m.CommunityId == c.Id && m.Kind == MeetingKind.Visit && m.State == MeetingState.Planned).Min(m => (DateTimeOffset?)m.StartsAt),
                db.Groups.Count(g => g.CommunityId == c.Id)))
            .ToListAsync(cancel);
        return new(rows, request.State is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum(), counts);
    }
}
