using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>What the cooperatives of a country told in a period: of each its newest round, with its baseline, and who its members are. Whole numbers, for <see cref="FollowUpFigures"/>.</summary>
/// <param name="Cooperatives">All there are now, whether they told anything or not.</param>
public sealed record FollowUpNumbers(ProgrammePack Pack, int Cooperatives, IReadOnlyList<FollowUpNumbers.Told> Rounds, IReadOnlyList<FollowUpNumbers.Woman> Women)
{
    /// <param name="Month">Of its newest round in the period.</param>
    /// <param name="Values">By indicator; what was left out is not there.</param>
    /// <param name="Baseline">Likewise, of the day of recognition.</param>
    public sealed record Told(GroupId Group, string? Region, string Rubro, int Month, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Baseline);

    /// <summary>A member of one of those cooperatives, as she registered.</summary>
    /// <param name="Language">BCP-47 tag of the language she speaks best.</param>
    public sealed record Woman(int? BirthYear, string Language)
    {
        /// <summary>Kind of territory her cooperative is in: comarca, AIOC; null where not known, or a country has but one.</summary>
        public string? Territory { get; init; }
    }
}

/// <summary>Reads <see cref="FollowUpNumbers"/>, never beyond the territory of who asks.</summary>
public sealed class ReadFollowUpNumbers(ProgrammeDb db, ProgrammePacks packs)
{
    /// <param name="First">Month, its first day; by the country's clock. So <paramref name="Last"/>, which is included.</param>
    public sealed record Request(DateOnly First, DateOnly Last, Territory? Territory)
    {
        public string? Country { get; init; }
        public string? Region { get; init; }
    }

    /// <returns>Countries in which there is a cooperative, in the packs' order.</returns>
    public async Task<IReadOnlyList<FollowUpNumbers>> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = new List<FollowUpNumbers>();
        foreach (var pack in packs.All.Where(pack => request.Country is null || pack.Country.Code == request.Country))
            found.Add(await Of(pack, request, cancel));
        return [.. found.Where(numbers => numbers.Cooperatives > 0 || numbers.Rounds.Count > 0)];
    }

    private async Task<FollowUpNumbers> Of(ProgrammePack pack, Request request, CancellationToken cancel)
    {
        var span = CountrySpan.Of(pack.Country.Code, pack.Country.TimeZone, request.First, request.Last);
        var groups = db.Groups.AsNoTracking().Within(request.Territory).Where(g => g.Country == pack.Country.Code && (request.Region == null || g.RegionCode == request.Region));
        var cooperatives = await groups.CountAsync(g => g.State == GroupState.Cooperative, cancel);
        var asked = groups.Join(db.FollowUpRounds.Where(r => r.Month > 0 && r.AnsweredAt >= span.From && r.AnsweredAt < span.Until), g => g.Id, r => r.GroupId,
            (g, r) => new { g.Id, g.RegionCode, g.PlaceCode, g.Rubro, r.Month, Round = r.Id });
        var newest = (await asked.ToListAsync(cancel)).GroupBy(t => t.Id).Select(rounds => rounds.MaxBy(t => t.Month)!).OrderBy(t => t.Id.Value).ToList();
        // By the same question again and not by thousands of ids, which cost more than what they find.
        var (telling, rounds) = (asked.Select(t => t.Id), newest.Select(t => t.Round).ToHashSet());
        var answers = await Values(db.FollowUpRounds.Where(r => asked.Select(t => t.Round).Contains(r.Id)), rounds.Contains, cancel);
        var baselines = await Values(db.FollowUpRounds.Where(r => r.Month == 0 && telling.Contains(r.GroupId)), _ => true, cancel);
        var women = await db.GroupMembers.AsNoTracking().Where(m => telling.Contains(m.GroupId) && m.State == MemberState.Member)
            .Join(db.Participants, m => m.ParticipantId, p => p.Id, (m, p) => new { m.GroupId, p.BirthYear, p.Language }).ToListAsync(cancel);
        var territories = newest.ToDictionary(t => t.Id, t => pack.Places.TerritoryKind(t.PlaceCode ?? t.RegionCode));
        return new(pack, cooperatives, [.. newest.Select(t => new FollowUpNumbers.Told(t.Id, t.RegionCode, t.Rubro, t.Month, answers.GetValueOrDefault(t.Id, Nothing), baselines.GetValueOrDefault(t.Id, Nothing)))],
            women.ConvertAll(w => new FollowUpNumbers.Woman(w.BirthYear, w.Language) { Territory = territories[w.GroupId] }));
    }

    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Of each cooperative with one round among those meant, what was said last of each indicator; without what was left out.</summary>
    private static async Task<Dictionary<GroupId, Dictionary<string, string>>> Values(IQueryable<FollowUpRound> rounds, Func<long, bool> isMeant, CancellationToken cancel)
    {
        var said = await rounds.SelectMany(r => r.Answers, (r, a) => new { r.GroupId, Round = r.Id, a.Id, a.Indicator, a.Value }).ToListAsync(cancel);
        return said.Where(a => isMeant(a.Round)).GroupBy(a => a.GroupId).ToDictionary(group => group.Key, group => group.GroupBy(a => a.Indicator, StringComparer.Ordinal).Select(same => same.MaxBy(a => a.Id)!)
            .Where(a => a.Value is not null).ToDictionary(a => a.Indicator, a => a.Value!, StringComparer.Ordinal));
    }
}
