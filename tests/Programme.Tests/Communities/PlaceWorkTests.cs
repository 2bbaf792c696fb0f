using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Places;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;

namespace CoopAssistant.Programme.Tests.Communities;

public abstract class PlaceWorkTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : PlaceWorkTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : PlaceWorkTests(DatabaseKind.Postgres);

    [Fact]
    public async Task What_was_not_understood_is_explained_once_and_known_from_then_on()
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered(place: "PA-2", unknownPlace: "Alto la Estansia");
        await house.Registered("Eva Ruiz", place: "PA-2", unknownPlace: "alto LA estansia");
        await house.Registered("Iris Mora", region: "PA-4", place: "PA-4", unknownPlace: "Alto la Estansia");
        var line = (await Unknown(house)).First();
        Assert.Equal(("PA-2", 2), (line.RegionCode, line.Women));
        Assert.IsNotType<PlaceMatch.Exact>(await Match(house, "alto la estansia"));

        var result = await Explain(house, "Alto la Estansia", "PA-2.anton");

        Assert.Equal((ExplainResult.Explained, 2), (result.Outcome, result.Settled));
        Assert.Equal("PA-2.anton", ((PlaceMatch.Exact)await Match(house, "ALTO LA ESTANCIA")).Place.Code);
        Assert.Equal("PA-2.anton", (await house.Reads(ana))!.PlaceCode);
        Assert.Equal("PA-4", Assert.Single(await Unknown(house)).RegionCode);
    }

    [Fact]
    public async Task A_spelling_means_one_place_until_it_is_taken_back()
    {
        await using var house = await House.On(kind);
        await Explain(house, "la loma", "PA-2.anton");

        Assert.Equal((ExplainResult.MeansAnother, "PA-2.anton"), ((await Explain(house, "La Loma", "PA-2.nata")) is var r ? (r.Outcome, r.KnownAs) : default));
        Assert.Equal(ExplainResult.Explained, (await Explain(house, "La Loma", "PA-2.anton")).Outcome);
        var alias = Assert.Single(await house.Ask<ListUnknownPlaces, List<PlaceAlias>>(list => list.Aliases("PA", CancellationToken.None)));
        Assert.False(await house.Ask<RemoveAlias, bool>(remove => remove.Handle(alias.Id, Territory.OfRegions("PA-4"), CancellationToken.None)));
        Assert.True(await house.Ask<RemoveAlias, bool>(remove => remove.Handle(alias.Id, Territory.OfRegions("PA-2"), CancellationToken.None)));

        Assert.IsNotType<PlaceMatch.Exact>(await Match(house, "la loma"));
    }

    [Fact]
    public async Task Nobody_explains_places_outside_the_territory()
    {
        await using var house = await House.On(kind);
        await house.Registered(place: "PA-2", unknownPlace: "La Loma");

        Assert.Equal(ExplainResult.NoSuchPlace, (await Explain(house, "La Loma", "PA-2.anton", Territory.OfRegions("PA-4"))).Outcome);
        Assert.Empty(await Unknown(house, new(Territory.OfRegions("PA-4"))));
        Assert.Equal(ExplainResult.NoWords, (await Explain(house, " 🙂 ", "PA-2.anton")).Outcome);
    }

    [Fact]
    public async Task Spellings_are_read_page_by_page_and_found_without_accents()
    {
        await using var house = await House.On(kind);
        foreach (var words in new[] { "Alto la Estansia", "alto la estansia", "Quebrada Ñeque", "por la loma" }) await house.Registered(place: "PA-2", unknownPlace: words);
        await house.Registered(region: "PA-4", place: "PA-4", unknownPlace: "Quebrada Ñeque");

        var pages = new List<string>();
        for (var skip = 0; skip < 6; skip += 2) pages.AddRange((await Unknown(house, new(null) { Skip = skip, Take = 2 })).Select(line => line.Plain));
        var found = await house.Ask<ListUnknownPlaces, ListUnknownPlaces.Result>(list => list.Handle(new(null) { Text = "QUEBRADA ñe", Take = 1 }, CancellationToken.None));

        Assert.Equal(["alto la estansia", "por la loma", "quebrada neque", "quebrada neque"], pages);
        Assert.Equal((2, "PA-2"), (found.Total, Assert.Single(found.Lines).RegionCode));
    }

    [Fact]
    public async Task What_is_no_place_is_set_aside()
    {
        await using var house = await House.On(kind);
        await house.Registered(place: "PA-2", unknownPlace: "por ahí nomás");

        Assert.Equal(1, await house.Ask<SetAsidePlace, int>(set => set.Handle("PA", "PA-2", "por ahi nomas", "staff-1", null, CancellationToken.None)));

        Assert.Empty(await Unknown(house));
    }

    [Fact]
    public async Task Demand_without_office_or_active_community_is_told()
    {
        await using var house = await House.On(kind);
        await house.Registered(place: "PA-2.anton");
        await house.Registered("Eva Ruiz", region: "PA-NB", place: "PA-NB");
        Assert.Equal([("PA-2.anton", true), ("PA-NB", false)], (await Demand(house)).Select(l => (l.PlaceCode!, l.HasOffice)).Order());

        var community = (await house.Ask<IdentifyCommunity, IdentifyCommunity.Result>(i => i.Handle(new("PA", "PA-2.anton", "El Valle", "staff-1", null), CancellationToken.None))).Id!.Value;
        await house.Ask<ChangeCommunity, ChangeResult>(c => c.Move(new(community, "staff-1", null), CommunityTrigger.Activate, null, CancellationToken.None));

        Assert.Equal("PA-NB", Assert.Single(await Demand(house)).PlaceCode);
    }

    private static async Task<IReadOnlyList<ListUncoveredDemand.Line>> Demand(House house) =>
        (await house.Ask<ListUncoveredDemand, ListUncoveredDemand.Result>(list => list.Handle(null, CancellationToken.None))).Lines!;

    private static Task<IReadOnlyList<ListUnknownPlaces.Line>> Unknown(House house) => Unknown(house, new(null));

    private static async Task<IReadOnlyList<ListUnknownPlaces.Line>> Unknown(House house, ListUnknownPlaces.Request request) =>
        (await house.Ask<ListUnknownPlaces, ListUnknownPlaces.Result>(list => list.Handle(request, CancellationToken.None))).Lines;

    private static Task<ExplainPlace.Result> Explain(House house, string words, string place, Territory? territory = null) =>
        house.Ask<ExplainPlace, ExplainPlace.Result>(explain => explain.Handle(new("PA", words, place, "staff-1", territory), CancellationToken.None));

    private static Task<PlaceMatch> Match(House house, string typed) =>
        house.Ask<ProgrammePacks, PlaceMatch>(packs => Task.FromResult(packs.Find("PA")!.Places.Matcher.Match(typed, level: 2, within: "PA-2")));
}
