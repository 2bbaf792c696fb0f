using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Posters;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Bot.Tests.Broadcasts;

/// <summary>Women who come by a poster's link.</summary>
public sealed class PosterArrivalTests
{
    private static readonly string[] Registers = ["Panamá", "sí", "registrarme", "sí", "sí", "Ana", "Pérez", "1985", "Coclé", "Antón", "Centro", "tejido", "no", "después", "este", "1", "1", "4826", "4826", "sí"];

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task She_hears_what_every_woman_hears_and_her_greeting_and_registration_are_counted(DatabaseKind kind)
    {
        await using var host = await BroadcastHost.Start(kind);
        var (id, code) = await Poster(host);

        var plain = await host.Says(1, "Hola");
        var byPoster = await host.Says(2, $"Hola ({code})");
        await host.Says(2, $"Hola ({code})");
        foreach (var text in Registers) await host.Says(2, text);

        Assert.Equal(plain.Replies.Select(r => r.Text), byPoster.Replies.Select(r => r.Text));
        Assert.Equal((1, 1), await Counts(host, id));
        Assert.Equal(RegistrationSource.PosterPrefix + code, await Source(host));
    }

    [Fact]
    public async Task A_code_that_no_poster_has_changes_nothing()
    {
        await using var host = await BroadcastHost.Start();
        var (id, _) = await Poster(host);

        var plain = await host.Says(1, "Hola");
        var unknown = await host.Says(2, $"Hola ({PosterCode.Draw("PA")})");
        foreach (var text in Registers) await host.Says(2, text);

        Assert.Equal(plain.Replies.Select(r => r.Text), unknown.Replies.Select(r => r.Text));
        Assert.Equal((0, 0), await Counts(host, id));
        Assert.Equal(RegistrationSource.WhatsApp, await Source(host));
    }

    [Fact]
    public async Task In_the_web_chat_the_page_knows_it_and_a_poster_taken_down_still_counts()
    {
        await using var host = await BroadcastHost.Start();
        var (id, code) = await Poster(host);
        await host.Use<RetirePoster, bool>(retire => retire.Handle(id, isDown: true, null, default));

        await host.Hears(new InboundMessage(Channel.Web, "dl_1", "start", "hola", host.Clock.GetUtcNow()) { Origin = code });

        Assert.Equal((1, 0), await Counts(host, id));
    }

    private static async Task<(long Id, string Code)> Poster(BroadcastHost host)
    {
        var id = (await host.Use<MakePoster, MakePoster.Result>(make => make.Handle(new("Feria", "s", null) { Elsewhere = ("PA", "PA-2") }, default))).Id!.Value;
        return (id, (await host.Use<ListPosters, ListPosters.Row?>(list => list.One(id, null, default)))!.Poster.Code);
    }

    private static async Task<(int, int)> Counts(BroadcastHost host, long id)
    {
        var row = (await host.Use<ListPosters, ListPosters.Row?>(list => list.One(id, null, default)))!;
        return (row.Greeted, row.Registered);
    }

    private static Task<string?> Source(BroadcastHost host) => host.Use<ProgrammeDb, string?>(db => db.Registrations.Select(r => r.Source).SingleAsync());
}
