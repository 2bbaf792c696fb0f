using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>
/// What cooperatives told: of each its rounds, of each round what was said last of each indicator that is counted, and who its members are. Some two
/// hundred bytes a round; nothing that anybody wrote in words of her own.
/// </summary>
public sealed class FollowUpTable
{
    private readonly Dictionary<GroupId, Cooperative> _all;

    private FollowUpTable(Dictionary<GroupId, Cooperative> all) => _all = all;

    /// <param name="IsOne">It is a cooperative now; else it told something while it was.</param>
    private sealed record Cooperative(GroupId Id, string Country, string? Region, string? Place, string Rubro, bool IsOne)
    {
        public List<Round> Rounds { get; } = [];
        public List<(int? BirthYear, string Language)> Women { get; } = [];

        /// <summary>Null where it told nothing in that time.</summary>
        public Round? Newest(CountrySpan span) => Rounds.Where(r => r.Month > 0 && r.AnsweredAt >= span.From && r.AnsweredAt < span.Until).MaxBy(r => r.Month);
    }

    private sealed record Round(int Month, DateTimeOffset? AnsweredAt)
    {
        private (string Indicator, string Value)[] _said = [];

        public Dictionary<string, string> Values => _said.ToDictionary(said => said.Indicator, said => said.Value, StringComparer.Ordinal);

        /// <param name="value">Null: it was left out, whatever was said before.</param>
        public void Say(string indicator, string? value) =>
            _said = value is null ? [.. _said.Where(said => said.Indicator != indicator)] : [.. _said.Where(said => said.Indicator != indicator), (indicator, value)];
    }

    /// <param name="groups">Of which groups.</param>
    /// <param name="from">Rounds answered from then on; null for all. So <paramref name="until"/>, exclusive.</param>
    internal static async Task<FollowUpTable> Read(ProgrammeDb db, ProgrammePacks packs, IQueryable<Group> groups, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancel)
    {
        var rounds = db.FollowUpRounds.AsNoTracking().Where(r => r.Month == 0 || (r.AnsweredAt != null && (from == null || r.AnsweredAt >= from) && (until == null || r.AnsweredAt < until)));
        var telling = groups.Join(rounds.Where(r => r.Month > 0), g => g.Id, r => r.GroupId, (g, r) => g.Id);
        var counted = packs.All.SelectMany(pack => pack.FollowUp.Indicators).Where(indicator => indicator.IsCounted).Select(indicator => indicator.Id).Distinct(StringComparer.Ordinal).ToList();
        var (found, opened, same) = (new Dictionary<GroupId, Cooperative>(), new Dictionary<long, Round>(), new Once());

        await foreach (var g in groups.Where(g => g.State == GroupState.Cooperative || telling.Contains(g.Id)).Select(g => new { g.Id, g.Country, g.RegionCode, g.PlaceCode, g.Rubro, g.State }).AsAsyncEnumerable().WithCancellation(cancel))
            found[g.Id] = new(g.Id, same.Of(g.Country), g.RegionCode is { } region ? same.Of(region) : null, g.PlaceCode is { } place ? same.Of(place) : null, same.Of(g.Rubro), g.State == GroupState.Cooperative);
        await foreach (var r in rounds.Where(r => telling.Contains(r.GroupId)).Select(r => new { r.Id, r.GroupId, r.Month, r.AnsweredAt }).AsAsyncEnumerable().WithCancellation(cancel))
            if (found.TryGetValue(r.GroupId, out var cooperative)) cooperative.Rounds.Add(opened[r.Id] = new(r.Month, r.AnsweredAt));
        // Oldest first: what was said last stands.
        var answers = rounds.Where(r => telling.Contains(r.GroupId)).SelectMany(r => r.Answers, (r, a) => new { Round = r.Id, a.Id, a.Indicator, a.Value }).Where(a => counted.Contains(a.Indicator));
        await foreach (var said in answers.OrderBy(a => a.Id).AsAsyncEnumerable().WithCancellation(cancel))
            if (opened.TryGetValue(said.Round, out var round)) round.Say(same.Of(said.Indicator), said.Value is { } value ? same.Of(value) : null);
        var members = db.GroupMembers.AsNoTracking().Where(m => telling.Contains(m.GroupId) && m.State == MemberState.Member).Join(db.Participants, m => m.ParticipantId, p => p.Id, (m, p) => new { m.GroupId, p.BirthYear, p.Language });
        await foreach (var woman in members.AsAsyncEnumerable().WithCancellation(cancel))
            if (found.TryGetValue(woman.GroupId, out var cooperative)) cooperative.Women.Add((woman.BirthYear, same.Of(woman.Language)));
        return new(found);
    }

    /// <summary>The numbers of a country.</summary>
    internal FollowUpNumbers Of(ProgrammePack pack, ReadFollowUpNumbers.Request request)
    {
        var span = CountrySpan.Of(pack.Country.Code, pack.Country.TimeZone, request.First, request.Last);
        var asked = _all.Values.Where(c => c.Country == pack.Country.Code && (request.Region is null || c.Region == request.Region) && request.Territory?.Covers(c.Country, c.Region, c.Place) != false).ToList();
        var telling = asked.Select(c => (Cooperative: c, Newest: c.Newest(span))).Where(told => told.Newest is not null).OrderBy(told => told.Cooperative.Id.Value).ToList();
        return new(
            pack, asked.Count(c => c.IsOne),
            telling.ConvertAll(told => new FollowUpNumbers.Told(told.Cooperative.Id, told.Cooperative.Region, told.Cooperative.Rubro, told.Newest!.Month, told.Newest.Values, told.Cooperative.Rounds.Find(r => r.Month == 0)?.Values ?? [])),
            [.. telling.SelectMany(told => Women(pack, told.Cooperative))]);
    }

    private static IEnumerable<FollowUpNumbers.Woman> Women(ProgrammePack pack, Cooperative cooperative)
    {
        var territory = pack.Places.TerritoryKind(cooperative.Place ?? cooperative.Region);
        return cooperative.Women.Select(w => new FollowUpNumbers.Woman(w.BirthYear, w.Language) { Territory = territory });
    }

    /// <summary>Texts that come again and again, kept once.</summary>
    private sealed class Once
    {
        private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

        public string Of(string text) => _known.TryGetValue(text, out var known) ? known : _known[text] = text;
    }
}
