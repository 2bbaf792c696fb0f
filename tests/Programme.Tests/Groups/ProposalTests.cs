using System.Diagnostics;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;

namespace CoopAssistant.Programme.Tests.Groups;

public sealed class ProposalMakerTests
{
    private static readonly GroupRules Rules = new(5, 12, new("", "", "", "", ""));
    private static readonly DateTimeOffset Start = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Women_of_one_place_activity_and_language_are_proposed_together_as_soon_as_there_are_enough()
    {
        Assert.Empty(ProposalMaker.From("PA", Women(4, "PA-2.anton"), Rules));

        var proposal = Assert.Single(ProposalMaker.From("PA", [.. Women(5, "PA-2.anton"), .. Women(4, "PA-2.anton", language: "gym"), .. Women(4, "PA-2.anton", rubro: "ALI")], Rules));

        Assert.Equal(("PA-2.anton", "TEX", "es", 5), (proposal.PlaceCode, proposal.Rubro, proposal.Language, proposal.Women.Count));
    }

    [Fact]
    public void Those_too_few_in_their_districts_are_counted_together_in_their_region()
    {
        var proposal = Assert.Single(ProposalMaker.From("PA", [.. Women(2, "PA-2.anton"), .. Women(2, "PA-2.nata"), .. Women(1, null), .. Women(4, "PA-4.david", region: "PA-4")], Rules));

        Assert.Equal(("PA-2", 5), (proposal.PlaceCode, proposal.Women.Count));
    }

    [Fact]
    public void Too_many_for_one_group_are_split_by_community_then_evenly()
    {
        var proposals = ProposalMaker.From("PA", [.. Women(6, "PA-2.anton", community: "el valle"), .. Women(13, "PA-2.anton", community: "rio hato")], Rules);

        Assert.Equal([7, 6, 6], proposals.Select(p => p.Women.Count));
        Assert.Equal("el valle", proposals.Single(p => p.Key.EndsWith("c:el valle", StringComparison.Ordinal)).Community);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_same_women_in_any_order_give_the_same_proposals_and_nobody_twice(int seed)
    {
        var random = new Random(seed);
        var women = Crowd(random, 3000);
        var first = ProposalMaker.From("PA", women, Rules);
        Candidate[] shuffled = [.. women];
        random.Shuffle(shuffled);

        var second = ProposalMaker.From("PA", shuffled, Rules);

        Assert.Equal(first.Select(Picture), second.Select(Picture));
        Assert.All(first, p => Assert.InRange(p.Women.Count, Rules.ProposeFrom, Rules.Largest));
        Assert.Equal(first.Count, first.Select(p => p.Key).Distinct().Count());
        var all = first.SelectMany(p => p.Women).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    /// <summary>Against sorting the same women once: a measure that a slow machine slows too.</summary>
    [Fact]
    public void Proposing_costs_about_as_much_as_sorting()
    {
        var women = Crowd(new Random(7), 40_000);
        var (sorting, proposing) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < 5; round++)
        {
            sorting = Least(sorting, () => women.OrderBy(w => (w.RegionCode, w.PlaceCode, w.Rubro, w.Language, w.Participant.Value)).ToList());
            proposing = Least(proposing, () => ProposalMaker.From("PA", women, Rules));
        }

        Assert.True(proposing < sorting * 3, $"Proposing took {proposing}, sorting {sorting}.");

        static TimeSpan Least(TimeSpan before, Func<object> work)
        {
            var watch = Stopwatch.StartNew();
            work();
            return watch.Elapsed < before ? watch.Elapsed : before;
        }
    }

    private static string Picture(GroupProposal p) => $"{p.Key} {p.Community} {string.Join(',', p.Women.Select(w => w.Value))}";

    private static List<Candidate> Crowd(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Candidate(
            new ParticipantId(new Guid(i, 1, 1, new byte[8])), $"PA-{random.Next(1, 11)}", random.Next(5) == 0 ? null : $"PA-x.{random.Next(60)}", $"R{random.Next(18)}", random.Next(4) == 0 ? "gym" : "es",
            $"c{random.Next(9)}", Start.AddMinutes(random.Next(5000))))];

    private static int _next = 100;

    private static List<Candidate> Women(int count, string? place, string region = "PA-2", string rubro = "TEX", string language = "es", string community = "") =>
        Enumerable.Range(0, count).Select(i => new Candidate(new ParticipantId(new Guid(Interlocked.Increment(ref _next), 0, 0, new byte[8])), region, place, rubro, language, community, Start.AddMinutes(i))).ToList();
}

public abstract class ProposalStoryTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : ProposalStoryTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ProposalStoryTests(DatabaseKind.Postgres);

    [Fact]
    public async Task Staff_accept_a_proposal_and_each_woman_is_asked()
    {
        await using var house = await House.On(kind);
        var women = await Ten(house);
        var line = Assert.Single((await Proposed(house)).Lines);
        Assert.Equal((10, 20, "PA-2.anton"), (line.Proposal.Women.Count, line.Founders, line.Proposal.PlaceCode));

        var result = await house.Ask<DecideProposal, DecideProposal.Result>(decide => decide.Accept(
            new("PA", line.Proposal.Key, "Tejedoras de Antón", [.. women.Skip(1).Select(w => w.Participant)], "staff-1", Territory.OfRegions("PA-2")), CancellationToken.None));

        Assert.Equal((ProposalResult.Accepted, 9), (result.Outcome, result.Asked));
        var read = await house.ReadsGroup(result.Group!.Value);
        Assert.All(read.Members, m => Assert.Equal(MemberState.Invited, m.State));
        Assert.Empty((await Proposed(house)).Lines);
    }

    [Fact]
    public async Task A_dismissed_proposal_comes_back_when_it_has_grown()
    {
        await using var house = await House.On(kind);
        await Ten(house);
        var key = (await Proposed(house)).Lines.Single().Proposal.Key;
        Task<ProposalResult> Dismiss(string? reason) => house.Ask<DecideProposal, ProposalResult>(decide => decide.Dismiss("PA", key, reason, "staff-1", null, CancellationToken.None));

        Assert.Equal(ProposalResult.ReasonMissing, await Dismiss(" "));
        Assert.Equal(ProposalResult.Dismissed, await Dismiss("muy lejos unas de otras"));
        var past = await Proposed(house);
        Assert.Empty(past.Lines);
        Assert.Equal(13, past.Dismissed.Single().ComesBackAt);
        for (var more = 0; more < 3; more++) await house.Registered($"Nueva {(char)('A' + more)}", place: "PA-2.anton", rubro: "TEX");

        Assert.Equal(13, (await Proposed(house)).Lines.Single().Proposal.Women.Count);
    }

    [Fact]
    public async Task Who_has_a_group_was_asked_or_is_gone_is_not_proposed_and_other_regions_are_not_seen()
    {
        await using var house = await House.On(kind);
        var women = await Ten(house);
        await house.Registered("Con Grupo", place: "PA-2.anton", rubro: "TEX", hasGroup: true);
        Assert.Equal(10, (await Proposed(house)).Lines.Single().Proposal.Women.Count);
        Assert.Empty((await Proposed(house, Territory.OfRegions("PA-4"))).Lines);

        await house.Moves(women[0], RegistrationTrigger.Close, "no contesta");
        Assert.Empty((await Proposed(house)).Lines);
    }

    /// <summary>Counted behind, a region after the other, they are those that staff would be told at once; one accepted is gone from them.</summary>
    [Fact]
    public async Task What_is_counted_behind_is_what_would_be_proposed_at_once()
    {
        await using var house = await House.On(kind);
        await Ten(house);
        for (var i = 0; i < 10; i++) await house.Registered($"Otra {(char)('A' + i)}", region: "PA-4", place: i % 2 == 0 ? "PA-4.david" : "PA-4.boquete", rubro: "TEX");
        var atOnce = (await Proposed(house)).Lines;

        var behind = await house.Ask<ListProposals, IReadOnlyList<ListProposals.Line>>(list => list.Everywhere(CancellationToken.None));
        var one = await house.Ask<ListProposals, ListProposals.Line?>(list => list.One("PA", atOnce[0].Proposal.Key, null, CancellationToken.None));

        Assert.True(atOnce.Count > 1);
        Assert.Equal(atOnce.Select(Picture), behind.Select(Picture));
        Assert.Equal(Picture(atOnce[0]), Picture(one!));
        Assert.Null(await house.Ask<ListProposals, ListProposals.Line?>(list => list.One("PA", atOnce[0].Proposal.Key, Territory.OfRegions("PA-1"), CancellationToken.None)));
    }

    private static (string, string, int) Picture(ListProposals.Line line) => (line.Proposal.Country, line.Proposal.Key, line.Proposal.Women.Count);

    private static async Task<List<Woman>> Ten(House house)
    {
        var women = new List<Woman>();
        for (var i = 0; i < 10; i++) women.Add(await house.Registered($"Mujer {(char)('A' + i)}", place: "PA-2.anton", rubro: "TEX"));
        return women;
    }

    private static Task<ListProposals.Result> Proposed(House house, Territory? territory = null) =>
        house.Ask<ListProposals, ListProposals.Result>(list => list.Handle(territory, CancellationToken.None));
}
