using System.Linq.Expressions;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>The staff's list of groups and cooperatives, last changed first.</summary>
public sealed class ListGroups(ProgrammeDb db)
{
    private static readonly string Recognise = nameof(GroupTrigger.Recognise);

    public sealed record Request(Territory? Territory)
    {
        public string? Country { get; init; }
        public string? Region { get; init; }
        public GroupState? State { get; init; }
        public string? Text { get; init; }

        /// <summary>Founded in any of these; null for any time.</summary>
        public IReadOnlyList<CountrySpan>? Founded { get; init; }

        /// <summary>Became cooperatives in any of these; null for any time, or never.</summary>
        public IReadOnlyList<CountrySpan>? Recognised { get; init; }
        public int Skip { get; init; }
        public int Take { get; init; } = 25;
    }

    public sealed record Row(
        GroupId Id, string Country, string? RegionCode, string? PlaceCode, string Name, string Rubro, string Language, GroupState State, GroupOrigin Origin,
        int Members, int Invited, DateTimeOffset ChangedAt);

    public sealed record Result(IReadOnlyList<Row> Rows, int Total, IReadOnlyDictionary<GroupState, int> Counts);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = db.Groups.AsNoTracking().Within(request.Territory);
        if (request.Country is { } country) found = found.Where(g => g.Country == country);
        if (request.Region is { } region) found = found.Where(g => g.RegionCode == region);
        if (request.Founded is { } founded) found = found.Where(CountrySpan.Any<Group>(founded, (place, from, until) => g => g.Country == place && g.FoundedAt >= from && g.FoundedAt < until));
        if (request.Recognised is { } recognised) found = found.Where(CountrySpan.Any(recognised, RecognisedIn));
        if (Plain.Of(request.Text) is { Length: > 0 } text) found = found.Where(g => g.PlainName.Contains(text));
        var counts = await found.GroupBy(g => g.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        if (request.State is { } state) found = found.Where(g => g.State == state);
        var rows = await found.OrderByDescending(g => g.ChangedAt).ThenBy(g => g.Id).Skip(Math.Max(0, request.Skip)).Take(Math.Clamp(request.Take, 1, 200))
            .Select(g => new Row(
                g.Id, g.Country, g.RegionCode, g.PlaceCode, g.Name, g.Rubro, g.Language, g.State, g.Origin,
                g.Members.Count(m => m.State == MemberState.Member), g.Members.Count(m => m.State == MemberState.Invited), g.ChangedAt))
            .ToListAsync(cancel);
        return new(rows, request.State is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum(), counts);
    }

    /// <summary>Asked of the moves of those days alone, for which there is an index, and not of each group.</summary>
    private Expression<Func<Group, bool>> RecognisedIn(string country, DateTimeOffset from, DateTimeOffset until)
    {
        var moved = db.GroupEntries.Where(e => e.Kind == GroupEntryKind.Moved && e.Code == Recognise && e.At >= from && e.At < until).Select(e => EF.Property<GroupId?>(e, GroupEntry.OfGroup));
        return g => g.Country == country && moved.Contains(g.Id);
    }

    /// <summary>The group of a code; null where none of the territory has it.</summary>
    public Task<GroupId?> ByCode(GroupCode code, Territory? territory, CancellationToken cancel) =>
        db.Groups.Within(territory).Where(g => g.Code == code.Digits).Select(g => (GroupId?)g.Id).SingleOrDefaultAsync(cancel);
}
