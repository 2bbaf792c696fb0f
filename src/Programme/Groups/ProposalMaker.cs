using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Groups;

/// <summary>
/// Brings women together by place, activity and language. Pure, and stable: the same women in any order give the same proposals.
/// First each district or municipality for itself; those that remain too few there are counted together in their region. Too many for
/// one group are split by community, then in the order in which they registered.
/// </summary>
public static class ProposalMaker
{
    public static IReadOnlyList<GroupProposal> From(string country, IReadOnlyList<Candidate> candidates, GroupRules rules)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(rules);
        var proposals = new List<GroupProposal>();
        var left = new List<Candidate>();
        foreach (var (key, women) in Gather(candidates, c => c.PlaceCode ?? ""))
        {
            if (key.Place.Length > 0 && women.Count >= rules.ProposeFrom) Split(country, key, women, rules, proposals);
            else left.AddRange(women);
        }
        foreach (var (key, women) in Gather(left, c => c.RegionCode))
            if (women.Count >= rules.ProposeFrom)
                Split(country, key, women, rules, proposals);
        proposals.Sort((a, b) => b.Women.Count != a.Women.Count ? b.Women.Count.CompareTo(a.Women.Count) : string.CompareOrdinal(a.Key, b.Key));
        return proposals;
    }

    private static Dictionary<Kind, List<Candidate>> Gather(IReadOnlyList<Candidate> candidates, Func<Candidate, string> placeOf)
    {
        var gathered = new Dictionary<Kind, List<Candidate>>();
        foreach (var candidate in candidates)
        {
            var key = new Kind(candidate.RegionCode, placeOf(candidate), candidate.Rubro, candidate.Language);
            if (!gathered.TryGetValue(key, out var women)) gathered[key] = women = [];
            women.Add(candidate);
        }
        return gathered;
    }

    private static void Split(string country, Kind kind, List<Candidate> women, GroupRules rules, List<GroupProposal> proposals)
    {
        women.Sort(static (a, b) => a.RegisteredAt != b.RegisteredAt ? a.RegisteredAt.CompareTo(b.RegisteredAt) : a.Participant.Value.CompareTo(b.Participant.Value));
        if (women.Count <= rules.Largest)
        {
            proposals.Add(Propose(country, kind, "", women));
            return;
        }
        var rest = new List<Candidate>();
        foreach (var community in women.GroupBy(w => w.Community, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var here = community.ToList();
            if (community.Key.Length > 0 && here.Count >= rules.ProposeFrom && here.Count <= rules.Largest) proposals.Add(Propose(country, kind, "c:" + community.Key, here));
            else rest.AddRange(here);
        }
        if (rest.Count < rules.ProposeFrom) return;
        var parts = (rest.Count + rules.Largest - 1) / rules.Largest;
        var most = (rest.Count + parts - 1) / parts;
        for (var part = 0; part < parts; part++)
            proposals.Add(Propose(country, kind, $"p:{part}", [.. rest.Skip(part * most).Take(most)]));
    }

    private static GroupProposal Propose(string country, Kind kind, string part, List<Candidate> women)
    {
        var place = kind.Place.Length > 0 ? kind.Place : kind.Region;
        var community = women.TrueForAll(w => w.Community == women[0].Community) && women[0].Community.Length > 0 ? women[0].Community : null;
        var key = string.Join('|', place, kind.Rubro, kind.Language, part).TrimEnd('|');
        return new(key, country, kind.Region, place, kind.Rubro, kind.Language, community, [.. women.Select(w => w.Participant)]);
    }

    private readonly record struct Kind(string Region, string Place, string Rubro, string Language);
}
