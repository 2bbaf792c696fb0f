using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Tests.Groups;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Meetings;

public abstract class FindMeetingHostsTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : FindMeetingHostsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : FindMeetingHostsTests(DatabaseKind.Postgres);

    [Fact]
    public async Task Any_group_or_community_of_the_territory_is_found_by_words_of_its_name_without_accents_and_a_group_by_its_code()
    {
        await using var house = await House.On(kind);
        var oldest = await house.AGroup("Tejedoras de Ñürüm");
        await house.AGroup("Tejedoras de Tolé", region: "PA-4");
        for (var i = 0; i < 12; i++) await house.AGroup($"Panaderas {i}");
        await house.Ask<IdentifyCommunity, IdentifyCommunity.Result>(identify => identify.Handle(new("PA", "PA-2.anton", "Río Ñürüm", "staff-1", null), CancellationToken.None));
        var code = await house.Ask<ProgrammeDb, string>(db => db.Groups.Where(g => g.Id == oldest).Select(g => g.Code).SingleAsync());

        Assert.Equal(["Tejedoras de Ñürüm", "Río Ñürüm"], await Finds(house, "nurum"));
        Assert.Equal(["Tejedoras de Ñürüm"], await Finds(house, " ÑURUM  tejed "));
        Assert.Equal(["Tejedoras de Ñürüm"], await Finds(house, $"{code[..3]}-{code[3..]}"));
        Assert.Equal(["Tejedoras de Tolé"], await Finds(house, "tejedoras", Territory.OfRegions("PA-4")));
        Assert.Empty(await Finds(house, "tejedoras", Territory.OfCountry("BO")));
        var some = await Finds(house, "panaderas");
        Assert.Equal((FindMeetingHosts.Most + 1, "…"), (some.Length, some[^1]));
    }

    [Fact]
    public async Task Nothing_typed_offers_the_last_changed_and_a_dissolved_group_is_never_offered()
    {
        await using var house = await House.On(kind);
        var gone = await house.AGroup("Se disolvió");
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.AGroup("Segundo");
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var last = await house.AGroup("Último");
        await house.MovesGroup(gone, GroupTrigger.Dissolve, "se fueron");

        Assert.Equal(["Último", "Segundo"], await Finds(house, null));
        Assert.Null(await One(house, gone));
        Assert.Null(await One(house, last, Territory.OfRegions("PA-4")));
        Assert.Equal("Último", (await One(house, last, Territory.OfRegions("PA-2")))?.Name);
    }

    /// <summary>Names, and «…» where there are more.</summary>
    private static async Task<string[]> Finds(House house, string? typed, Territory? territory = null)
    {
        var found = await house.Ask<FindMeetingHosts, FindMeetingHosts.Result>(find => find.Handle(typed, territory, CancellationToken.None));
        return [.. found.Rows.Select(row => row.Name), .. found.HasMore ? ["…"] : Array.Empty<string>()];
    }

    private static Task<FindMeetingHosts.Row?> One(House house, GroupId group, Territory? territory = null) =>
        house.Ask<FindMeetingHosts, FindMeetingHosts.Row?>(find => find.One(group, null, territory, CancellationToken.None));
}
