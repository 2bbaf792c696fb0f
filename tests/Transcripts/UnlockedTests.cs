using CoopAssistant.Programme;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Transcripts;

/// <summary>Five wrong PINs lock a woman, and the phone they came from; once staff unlock her, both are open at once.</summary>
public sealed class UnlockedTests
{
    private const string Hers = "+50760000001";
    private const string Borrowed = "+50760000002";

    private static readonly string[] Registering =
        ["hola", "2", "1", "registro", "1", "2", "Ana", "Pérez", "1988", "Coclé", "Antón", "El Valle", "1", "no", "8-123-456", "este", "1", "1", "4826", "4826", "sí"];

    private static readonly string[] Wrong = ["1111", "2222", "3333", "4444", "5555"];

    [Fact]
    public async Task On_her_own_phone_she_proves_herself_as_soon_as_staff_unlock_her()
    {
        await using var house = await Registered();
        await Says(house, Hers, ["estado", .. Wrong]);
        var locked = await Says(house, Hers, "menú", "estado", "4826");

        await Unlock(house);
        var open = await Says(house, Hers, "menú", "estado", "4826");

        Assert.Contains("ya no puedo seguir probando", locked, StringComparison.Ordinal);
        Assert.Contains("PA-", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_she_does_on_the_borrowed_phone_that_the_tries_came_from()
    {
        await using var house = await Registered();
        var folio = await Folio(house);
        await Says(house, Borrowed, ["estado", "2", folio, .. Wrong]);
        var locked = await Says(house, Borrowed, "menú", "estado");

        await Unlock(house);
        var open = await Says(house, Borrowed, "menú", "estado", folio, "4826");

        Assert.Contains("ya no puedo seguir probando", locked, StringComparison.Ordinal);
        Assert.Contains("PA-", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_whose_guesses_locked_nobody_stays_closed_to_folios_until_the_next_day()
    {
        await using var house = await Registered();
        var folio = await Folio(house);
        var nobodys = Programme.Registrations.Folio.Draw("PA").Canonical;
        await Says(house, Borrowed, ["estado", "2", nobodys, .. Wrong]);

        var sameDay = await Says(house, Borrowed, "menú", "estado");
        house.Clock.Advance(TimeSpan.FromDays(1));
        var nextDay = await Says(house, Borrowed, "estado", folio, "4826");

        Assert.Contains("ya no puedo seguir probando", sameDay, StringComparison.Ordinal);
        Assert.Contains("PA-", nextDay, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guesses_at_other_folios_keep_her_from_those_but_not_from_her_own()
    {
        await using var house = await Registered();
        await Says(house, Borrowed, [.. Registering[..^3], "7391", "7391", "sí"]);
        var others = await house.Use<ProgrammeDb, string>(db => db.Registrations.OrderByDescending(r => r.SubmittedAt).Select(r => r.Folio).FirstAsync());
        await Says(house, Hers, ["estado", Programme.Registrations.Folio.Draw("PA").Canonical, .. Wrong]);

        var stranger = await Says(house, Hers, "menú", "estado", others, "7391");
        var own = await Says(house, Hers, "menú", "estado", "4826");

        Assert.Contains("ya no puedo seguir probando", stranger, StringComparison.Ordinal);
        Assert.Contains("PA-", own, StringComparison.Ordinal);
    }

    private static async Task<House> Registered()
    {
        var house = await House.Open();
        await Says(house, Hers, Registering);
        return house;
    }

    /// <returns>What she reads after the last.</returns>
    private static async Task<string> Says(House house, string phone, params string[] texts)
    {
        var read = "";
        foreach (var text in texts) read = string.Join('\n', (await house.Says(phone, text)).Replies.Select(reply => reply.Text));
        return read;
    }

    private static Task<string> Folio(House house) => house.Use<ProgrammeDb, string>(db => db.Registrations.Select(r => r.Folio).SingleAsync());

    private static async Task Unlock(House house)
    {
        var (registration, version) = await house.Use<ProgrammeDb, (RegistrationId, int)>(async db =>
            (await db.Registrations.Select(r => r.Id).SingleAsync(), await db.Participants.Select(p => p.Version).SingleAsync()));
        var result = await house.Use<UnlockParticipant, UnlockResult>(unlock => unlock.Handle(new(registration, "registradora", version, null), CancellationToken.None));
        Assert.Equal(UnlockResult.Unlocked, result);
    }
}
