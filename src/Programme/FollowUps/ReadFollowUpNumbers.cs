using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>What the cooperatives of a country told in a period: of each its newest round, with its baseline, and who its members are. Whole numbers, for <see cref="FollowUpFigures"/>.</summary>
/// <param name="Cooperatives">All there are now, whether they told anything or not.</param>
public sealed record FollowUpNumbers(ProgrammePack Pack, int Cooperatives, IReadOnlyList<FollowUpNumbers.Told> Rounds, IReadOnlyList<FollowUpNumbers.Woman> Women)
{
    /// <summary>Null where it is as of this moment.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <param name="Month">Of its newest round in the period.</param>
    /// <param name="Values">By indicator that is counted; what was left out is not there.</param>
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

/// <summary>Reads <see cref="FollowUpNumbers"/>, never beyond the territory of who asks. Where registrations are many, as they were read last.</summary>
public sealed class ReadFollowUpNumbers(ProgrammeDb db, ProgrammePacks packs, KeptFollowUps kept)
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
            found.Add(kept.Last is { } last ? last.Value.Of(pack, request) with { ReadAt = last.At } : (await Now(pack, request, cancel)).Of(pack, request));
        return [.. found.Where(numbers => numbers.Cooperatives > 0 || numbers.Rounds.Count > 0)];
    }

    private Task<FollowUpTable> Now(ProgrammePack pack, Request request, CancellationToken cancel)
    {
        var span = CountrySpan.Of(pack.Country.Code, pack.Country.TimeZone, request.First, request.Last);
        var groups = db.Groups.AsNoTracking().Within(request.Territory).Where(g => g.Country == pack.Country.Code && (request.Region == null || g.RegionCode == request.Region));
        return FollowUpTable.Read(db, packs, groups, span.From, span.Until, cancel);
    }
}
