using CoopAssistant.Bot.Tests.Dialogs;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Transcripts;

/// <summary>The dialogs that read the database, under 200 random messages each.</summary>
public sealed class BabbleTests
{
    private const string Phone = "+50760000001";

    private static readonly string[] Registering =
        ["hola", "2", "1", "registro", "1", "2", "Ana", "Pérez", "1988", "Coclé", "Antón", "El Valle", "1", "no", "8-123-456", "este", "1", "1", "4826", "4826", "sí"];

    public static TheoryData<string, string[]> Places() => new()
    {
        { "her secret", ["estado"] },
        { "her status", ["estado", "4826"] },
        { "a correction", ["mis datos", "2", "4826"] },
        { "a deletion", ["borrar mis datos", "4826"] },
        { "what is missing", ["dato"] },
        { "her group", ["grupo", "4826"] },
        { "the code of a group", ["grupo", "4826", "1"] },
        { "registering a group", ["grupo", "4826", "2"] },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Whatever_she_writes_is_answered_and_menu_always_leads_to_the_menu(string place, string[] way)
    {
        await using var house = await House.Open();
        foreach (var text in Registering) await house.Says(Phone, text);
        var id = await house.Use<ProgrammeDb, RegistrationId>(db => db.Registrations.Select(r => r.Id).SingleAsync());
        await house.Use<MoveRegistration, MoveResult>(move => move.Handle(new(id, RegistrationTrigger.AskForInformation, "registradora", "¿Su talla de zapatos?"), default));
        foreach (var text in way) await house.Says(Phone, text);
        var babble = new Babble(seed: place.Length * 104729);

        for (var message = 0; message < 200; message++)
        {
            var text = babble.Next();
            var outcome = await house.Says(Phone, text);

            Assert.True(outcome.Result == TurnResult.Answered, $"«{text}» broke the turn at {place}, message {message}.");
        }
        var last = await house.Says(Phone, "menú");

        Assert.Contains(last.Replies[^1].Options, option => option.Label is "Registrarme" or "Seguir mi registro");
    }
}
