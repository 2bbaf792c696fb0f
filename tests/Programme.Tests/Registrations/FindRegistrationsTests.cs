using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;

namespace CoopAssistant.Programme.Tests.Registrations;

public abstract class FindRegistrationsTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : FindRegistrationsTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : FindRegistrationsTests(DatabaseKind.Postgres);

    [Fact]
    public async Task The_newest_come_first_and_pages_neither_repeat_nor_skip()
    {
        await using var house = await House.On(kind);
        var women = new List<Woman>();
        for (var i = 0; i < 23; i++) women.Add(await house.Registered($"Ana Gómez {i}"));

        var pages = new List<FindRegistrations.Row>();
        for (var skip = 0; skip < 30; skip += 5) pages.AddRange((await house.Finds(new(null) { Skip = skip, Take = 5 })).Rows);

        Assert.Equal(women.Select(woman => woman.Registration).Reverse(), pages.Select(row => row.Id));
    }

    [Fact]
    public async Task Registrations_of_the_same_instant_keep_their_order_over_pages()
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 9; i++)
        {
            await house.Registered();
            house.Clock.Advance(TimeSpan.FromMinutes(-1));
        }

        foreach (var order in Enum.GetValues<RegistrationOrder>())
        {
            var pages = new List<FindRegistrations.Row>();
            for (var skip = 0; skip < 9; skip += 2) pages.AddRange((await house.Finds(new(null) { Skip = skip, Take = 2, Order = order })).Rows);
            Assert.Equal(9, pages.DistinctBy(row => row.Id).Count());
        }
    }

    [Theory]
    [InlineData("maria"), InlineData("PÉREZ"), InlineData("perez maría"), InlineData("8-123-456"), InlineData("8123456"), InlineData("6123-4567"), InlineData("+507 6123 4567")]
    [InlineData("villa lobos"), InlineData("Villa-Lobos"), InlineData("ñurum"), InlineData("NÜRÜM"), InlineData("km 12"), InlineData("elén")]
    public async Task She_is_found_by_any_word_staff_know_of_her(string text)
    {
        await using var house = await House.On(kind);
        var maria = await house.Registered("María Elena Pérez", community: "Villa Lobos, Ñürüm km 12", document: "8-123-456", phone: "+50761234567");
        await house.Registered("Carmen Ruiz", community: "Centro", document: "9-1-1", phone: "+50769999999");

        var found = await house.Finds(new(null) { Text = text });

        Assert.Equal([maria.Registration], found.Rows.Select(row => row.Id));
    }

    [Fact]
    public async Task A_folio_is_found_as_she_reads_it_aloud()
    {
        await using var house = await House.On(kind);
        var ana = await house.Registered();
        await house.Registered("Carmen Ruiz");

        foreach (var typed in new[] { ana.Folio.Spoken, ana.Folio.Canonical, ana.Folio.Spoken.Replace('-', ' ').ToLowerInvariant(), ana.Folio.Canonical[2..] })
            Assert.Equal([ana.Registration], (await house.Finds(new(null) { Text = typed })).Rows.Select(row => row.Id));
    }

    [Theory]
    [InlineData("n%z"), InlineData("n_z"), InlineData("'; DROP TABLE registrations; --"), InlineData("zzz")]
    public async Task Signs_that_mean_something_to_a_database_are_just_signs(string text)
    {
        await using var house = await House.On(kind);
        await house.Registered("Ana Azz");

        var found = await house.Finds(new(null) { Text = text });

        Assert.Empty(found.Rows);
        Assert.Equal(1, (await house.Finds(new(null) { Text = " % _ ' " })).Total);
    }

    [Fact]
    public async Task Counts_per_status_follow_every_filter_but_the_status()
    {
        await using var house = await House.On(kind);
        var first = await house.Registered("Ana Uno");
        await house.Registered("Ana Dos");
        await house.Registered("Ana Tres", country: "BO", region: "BO-L");
        await house.Moves(first, RegistrationTrigger.Review);

        var found = await house.Finds(new(null) { Country = "PA", Status = RegistrationStatus.InReview, Text = "ana" });

        Assert.Equal([first.Registration], found.Rows.Select(row => row.Id));
        Assert.Equal(1, found.Total);
        Assert.Equal(new Dictionary<RegistrationStatus, int> { [RegistrationStatus.Received] = 1, [RegistrationStatus.InReview] = 1 }, found.Counts);
    }

    [Fact]
    public async Task Staff_see_only_their_territory()
    {
        await using var house = await House.On(kind);
        var cocle = await house.Registered("Ana Coclé", region: "PA-2");
        var unknown = await house.Registered("Ana Ninguna", region: null);
        var laPaz = await house.Registered("Ana Paz", country: "BO", region: "BO-L");

        Assert.Equal(3, (await house.Finds(new(null))).Total);
        Assert.Equal([unknown.Registration, cocle.Registration], (await house.Finds(new(Territory.OfCountry("PA")))).Rows.Select(row => row.Id));
        Assert.Equal([cocle.Registration], (await house.Finds(new(Territory.OfRegions("PA-2", "PA-4")))).Rows.Select(row => row.Id));
        Assert.Equal([laPaz.Registration, cocle.Registration], (await house.Finds(new(new Territory(["BO"], ["PA-2"])))).Rows.Select(row => row.Id));
        Assert.Empty((await house.Finds(new(new Territory([], [])))).Rows);
        Assert.Null(await house.Reads(laPaz, Territory.OfCountry("PA")));
        Assert.Equal(MoveResult.NotFound, await house.Moves(laPaz, RegistrationTrigger.Review, territory: Territory.OfCountry("PA")));
    }

    [Fact]
    public async Task The_same_document_twice_is_flagged_on_both_and_refused_to_nobody()
    {
        await using var house = await House.On(kind);
        var first = await house.Registered("Ana Uno", document: "8-123-456");
        var other = await house.Registered("Ana Otra", document: "8-123-457");
        var abroad = await house.Registered("Ana Lejos", country: "BO", region: "BO-L", document: "8-123-456");
        var second = await house.Registered("Ana Dos", document: "8-123-456");

        var flagged = await house.Finds(new(null) { OnlyDuplicates = true });
        var detail = await house.Reads(first);

        Assert.Equal([second.Registration, first.Registration], flagged.Rows.Select(row => row.Id));
        Assert.Equal([second.Registration], detail!.Duplicates.Select(duplicate => duplicate.Id));
        Assert.Empty((await house.Reads(other))!.Duplicates);
        Assert.Empty((await house.Reads(abroad))!.Duplicates);
        Assert.Equal(MoveResult.Moved, await house.Moves(first, RegistrationTrigger.Review, seenVersion: 0));
    }
}
