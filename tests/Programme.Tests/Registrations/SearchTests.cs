using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.Search;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Registrations;

public abstract class SearchTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : SearchTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : SearchTests(DatabaseKind.Postgres);

    [Theory]
    [InlineData("gonsales"), InlineData("Gonzlez"), InlineData("gonzalze"), InlineData("yamilet gonzález"), InlineData("jamileth"), InlineData("gonz")]
    [InlineData("alto cabayero"), InlineData("cavallero"), InlineData("ábrego caballero"), InlineData("61112222"), InlineData("507 6111-2222"), InlineData("8 765 43")]
    public async Task She_is_found_in_spite_of_spelling_sound_and_small_mistakes(string text)
    {
        await using var house = await House.On(kind);
        var wanted = await house.Registered("Yamileth González Ábrego", community: "Alto Caballero", document: "8-765-432", phone: "+50761112222");
        await house.Registered("Carmen Ruiz", community: "El Valle", document: "9-1-1", phone: "+50769999999");

        var found = await house.Finds(new(null) { Text = text });

        Assert.Equal([wanted.Registration], found.Rows.Select(row => row.Id));
    }

    [Theory]
    [InlineData("gonzález ruiz"), InlineData("zzzz"), InlineData("12345678"), InlineData("yamileth valle")]
    public async Task Every_word_has_to_be_hers(string text)
    {
        await using var house = await House.On(kind);
        await house.Registered("Yamileth González", community: "Alto Caballero", document: "8-765-432");
        await house.Registered("Carmen Ruiz", community: "El Valle", document: "9-1-1");

        Assert.Empty((await house.Finds(new(null) { Text = text })).Rows);
    }

    [Fact]
    public async Task A_word_that_somebody_has_exactly_is_not_taken_for_a_mistake()
    {
        await using var house = await House.On(kind);
        var rosa = await house.Registered("Rosa Díaz");
        await house.Registered("Rita Rojas");

        Assert.Equal([rosa.Registration], (await house.Finds(new(null) { Text = "rosa" })).Rows.Select(row => row.Id));
    }

    [Fact]
    public async Task Who_registered_a_moment_ago_is_found_and_more_than_one_batch_is_indexed()
    {
        await using var house = await House.On(kind);
        await house.Registered("Ana Primera");
        await house.Finds(new(null) { Text = "ana" });
        var late = await house.Registered("Zulema Tardía");

        Assert.Equal([late.Registration], (await house.Finds(new(null) { Text = "zulema" })).Rows.Select(row => row.Id));
        Assert.Equal(0, await house.Ask<IndexRegistrations, int>(index => index.Handle(CancellationToken.None)));
    }

    [Fact]
    public async Task Two_who_search_at_once_index_once()
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 20; i++) await house.Registered($"Ana Gómez {i}");

        var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => house.Finds(new(null) { Text = "gomez" }))));

        Assert.All(found, result => Assert.Equal(20, result.Total));
    }

    /// <summary>Each kind of change by which she falls out of a filter and into another.</summary>
    [Fact]
    public async Task Whatever_changes_is_found_as_it_is_now()
    {
        await using var house = await House.On(kind);
        var woman = await house.Registered("Yamileth González", document: "8-765-432", region: "PA-2");
        var other = await house.Registered("Ana Ruiz", document: "1-1-1", region: "PA-4");
        async Task Finds(FindRegistrations.Request request, params Woman[] expected)
        {
            var found = await house.Finds(request);
            Assert.Equal(expected.Select(one => one.Registration), found.Rows.Select(row => row.Id));
            Assert.Equal(expected.Length, found.Total);
            Assert.Equal(expected.Length, found.Counts!.Where(one => request.Status is null || one.Key == request.Status).Sum(one => one.Value));
        }
        await Finds(new(null) { Status = RegistrationStatus.Received }, other, woman);

        await house.Moves(woman, RegistrationTrigger.Review);
        await Finds(new(null) { Status = RegistrationStatus.Received }, other);
        await Finds(new(Territory.OfRegions("PA-2")) { Status = RegistrationStatus.InReview, Text = "yamileth" }, woman);

        await house.Do<AssignRegistrations>(assign => assign.Handle(new([woman.Registration], "rosa", null), CancellationToken.None));
        await Finds(new(null) { AssignedTo = "rosa" }, woman);
        await Finds(new(null) { MineOrFree = "ana" }, other);

        var twin = await house.Registered("Marta Vega", document: "8-765-432");
        await Finds(new(null) { OnlyDuplicates = true }, twin, woman);

        await house.Do<ProgrammeDb>(async db =>
        {
            (await db.Registrations.SingleAsync(r => r.Id == twin.Registration)).IsOf("Zulema Vega");
            await db.SaveAsync(CancellationToken.None);
        });
        await Finds(new(null) { Text = "zulema" }, twin);
        await Finds(new(null) { Text = "marta" });

        await house.Do<ProgrammeDb>(async db =>
        {
            db.Registrations.Remove(await db.Registrations.SingleAsync(r => r.Id == twin.Registration));
            await db.SaveAsync(CancellationToken.None);
        });
        await Finds(new(null) { Text = "vega" });
        await Finds(new(null) { Text = "8765432" }, woman);
        Assert.Equal(0, await house.Ask<ProgrammeDb, int>(db => db.SearchBits.CountAsync(b => b.Term == "zulema" || b.Term == "marta")));
    }

    /// <summary>Which way is taken depends on how many there are; who is found, and in which order, may not.</summary>
    [Fact]
    public async Task Going_through_them_in_order_and_fetching_them_find_the_same_women()
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 30; i++) await house.Registered($"{(i % 2 == 0 ? "Ana" : "Anabel")} {(i % 3 == 0 ? "Gómez" : "Ruiz")}", region: i % 5 == 0 ? "PA-4" : "PA-2");
        await house.Finds(new(null)); // indexes them
        var found = Bitmap.Of(Enumerable.Range(0, 30).Where(i => i % 3 == 0));

        foreach (var order in Enum.GetValues<RegistrationOrder>())
            foreach (var (skip, take) in new[] { (0, 4), (4, 4), (8, 4), (0, 200) })
            {
                var request = new FindRegistrations.Request(null) { Order = order, Skip = skip, Take = take };
                var fetched = await house.Ask<ReadRows, List<FindRegistrations.Row>>(read => read.Rows([.. found.Positions], request, skip, take, CancellationToken.None));
                var passed = await house.Ask<ReadRows, List<int>?>(read => read.Walk(found, 31, request, CancellationToken.None));
                var rows = await house.Ask<ReadRows, List<FindRegistrations.Row>>(read => read.Rows([.. passed!], request, 0, take, CancellationToken.None));
                Assert.Equal(Math.Min(take, 10 - skip), fetched.Count);
                Assert.Equal(fetched.Select(row => row.Id), rows.Select(row => row.Id));

                var near = await house.Ask<ReadKeys, ReadKeys.Near?>(read => read.Handle(found, order, skip, take, CancellationToken.None));
                var known = await house.Ask<ReadRows, List<FindRegistrations.Row>>(read => read.Rows(near!.Positions, request, skip - near.Before, take, CancellationToken.None));
                Assert.Equal(fetched.Select(row => row.Id), known.Select(row => row.Id));
                Assert.True(near!.Positions.Length < 10 || take == 200 || order == RegistrationOrder.Name, "Others than those of the page are few.");
            }
    }

    /// <summary>More than one row of keys: those of the page are in one of them, or in several.</summary>
    [Fact]
    public async Task A_page_of_thousands_is_the_same_by_their_keys()
    {
        await using var house = await House.On(kind);
        var (random, now) = (new Random(3), house.Clock.GetUtcNow());
        var women = Enumerable.Range(0, 5_000).Select(i => (Position: i, At: now.AddMinutes(i + random.Next(2_000)))).ToList();
        await house.Do<ProgrammeDb>(async db =>
        {
            var keys = new KeyChanges();
            foreach (var (position, at) in women)
                keys.Note(position, Registration.Submit(new(Guid.NewGuid()), new(Guid.NewGuid()), Folio.Draw("PA"), "PA", new SubmittedAnswers("[]", "ana gomez", null, null, null, null), null, null, false, at));
            await keys.Write(db, CancellationToken.None);
        });

        foreach (var skip in new[] { 0, 700, 1_500, 2_490 })
        {
            var found = women.Where(woman => woman.Position % 2 == 0).ToList();
            var near = await house.Ask<ReadKeys, ReadKeys.Near?>(read => read.Handle(Bitmap.Of(found.Select(woman => woman.Position)), RegistrationOrder.NewestFirst, skip, 25, CancellationToken.None));
            var page = found.OrderByDescending(woman => woman.At).Skip(skip).Take(25).ToList();
            Assert.Superset(page.Select(woman => woman.Position).ToHashSet(), near!.Positions.ToHashSet());
            Assert.Equal(found.Count(woman => woman.At > page[0].At), near.Before);
            Assert.InRange(near.Positions.Length, page.Count, page.Count + 10);
        }
    }

    [Fact]
    public async Task Who_is_given_another_name_stands_elsewhere_in_its_order()
    {
        await using var house = await House.On(kind);
        foreach (var name in new[] { "Ana Gómez", "Berta Ruiz", "Carmen Vega" }) await house.Registered(name);
        await house.Finds(new(null));
        var first = await house.Ask<ProgrammeDb, RegistrationId>(db => db.Registrations.OrderBy(r => r.SubmittedAt).Select(r => r.Id).FirstAsync());

        await house.Do<ProgrammeDb>(async db =>
        {
            (await db.Registrations.SingleAsync(r => r.Id == first)).IsOf("Zulema Gómez");
            await db.SaveAsync(CancellationToken.None);
        });
        await house.Finds(new(null));

        Assert.Equal(first, await LastByName(house));
    }

    private static async Task<RegistrationId> LastByName(House house)
    {
        var near = await house.Ask<ReadKeys, ReadKeys.Near?>(read => read.Handle(Bitmap.Of([0, 1, 2]), RegistrationOrder.Name, 2, 1, CancellationToken.None));
        return await house.Ask<ProgrammeDb, RegistrationId>(async db => (await db.SearchEntries.SingleAsync(e => e.Position == near!.Positions.Single())).RegistrationId!.Value);
    }

    [Fact]
    public async Task An_index_that_is_behind_loses_nobody()
    {
        await using var house = await House.On(kind);
        var woman = await house.Registered();
        await house.Finds(new(null));

        // Somebody wrote past the entities and did not say so: territory is still what the row says.
        await house.Do<ProgrammeDb>(db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(r => r.RegionCode, "PA-4").SetProperty(r => r.PlaceCode, (string?)null)));

        Assert.Empty((await house.Finds(new(Territory.OfRegions("PA-2")))).Rows);
        Assert.Equal([woman.Registration], (await house.Finds(new(Territory.OfCountry("PA")))).Rows.Select(row => row.Id));
    }

    [Theory]
    [InlineData("PA-4829-1736", "pa48291736"), InlineData("+507 6123 4567", "50761234567"), InlineData("maría del km 12", "maria|del|km|12"), InlineData("8-123-456 ana", "8123456|ana"), InlineData(" % _ ", "")]
    public void Numbers_are_read_whole_and_words_one_by_one(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Typed.Read(text).Select(term => term.Text)));
}
