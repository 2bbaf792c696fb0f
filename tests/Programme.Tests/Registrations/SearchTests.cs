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

    /// <summary>Which way is taken depends on how many there are; who is found may not.</summary>
    [Fact]
    public async Task Every_way_to_look_finds_the_same_women()
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 12; i++) await house.Registered($"{(i % 2 == 0 ? "Ana" : "Anabel")} {(i % 3 == 0 ? "Gómez" : "Ruiz")}", community: i % 4 == 0 ? "El Valle" : "Llano");
        await house.Finds(new(null) { Text = "ana" }); // indexes them
        IReadOnlyList<IReadOnlyList<string>> words = [["gomez", "~gomes"], ["ana", "anabel"]];

        var counts = new List<int>();
        foreach (var filter in new[] { new WordFilter(null, words, IsDense: true), new WordFilter(null, words, IsDense: false), new WordFilter(null, [.. words.Reverse()], IsDense: false) })
        {
            counts.Add(await house.Ask<ProgrammeDb, int>(db => filter.On(db.Registrations, db).CountAsync()));
            counts.Add(await house.Ask<ProgrammeDb, int>(db => filter.Counting(db.Registrations, db).CountAsync()));
        }
        counts.Add((await house.Finds(new(null) { Text = "gomez ana" })).Total);

        Assert.All(counts, count => Assert.Equal(4, count));
    }

    [Theory]
    [InlineData("PA-4829-1736", "pa48291736"), InlineData("+507 6123 4567", "50761234567"), InlineData("maría del km 12", "maria|del|km|12"), InlineData("8-123-456 ana", "8123456|ana"), InlineData(" % _ ", "")]
    public void Numbers_are_read_whole_and_words_one_by_one(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Typed.Read(text).Select(term => term.Text)));
}
