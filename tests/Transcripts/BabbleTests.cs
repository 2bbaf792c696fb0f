using CoopAssistant.Bot.Tests.Dialogs;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging;
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

        await IsAnswered(house, Phone, place);
    }

    /// <summary>A written conversation, and the reply after which the babble begins.</summary>
    public static TheoryData<string, string> Written() => new()
    {
        { "07-clave-equivocada-cinco-veces.md", "Por seguridad, ya no puedo seguir probando." },
        { "11-habla-con-una-persona.md", "Avisé a una funcionaria." },
        { "25-panama-del-aviso-a-la-asistencia.md", "¿La coordinadora del grupo puede ver su nombre?" },
        { "25-panama-del-aviso-a-la-asistencia.md", "Taller: El libro de caja" },
        { "25-panama-del-aviso-a-la-asistencia.md", "¿Qué necesita para poder venir?" },
        { "25-panama-del-aviso-a-la-asistencia.md", "Ese código es de esta reunión:" },
        { "25-panama-del-aviso-a-la-asistencia.md", "¿Lo seguimos contando?" },
        { "28-panama-cuenta-como-va-la-cooperativa.md", "Queremos saber cómo van." },
        { "28-panama-cuenta-como-va-la-cooperativa.md", "¿Está todo bien? Escriba SÍ para enviar." },
        { "32-retira-su-registro.md", "¿Quiere retirar su registro" },
        { "33-panama-un-permiso.md", "¿Está de acuerdo? Usted decide." },
        { "aprender-primera-leccion.md", "¿Qué es una cooperativa? (1 de 5)" },
        { "aprender-primera-leccion.md", "Pregunta 1 de 3." },
        { "aprender-primera-leccion.md", "¿Qué módulo quiere ver?" },
        { "aprender-repaso.md", "Pregunta 1 de 2." },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public async Task So_it_is_in_the_middle_of_a_written_conversation(string file, string reply)
    {
        var steps = Transcript.Parse(await File.ReadAllTextAsync(Path.Combine(ContentFolder.Path, "..", "tests", "Transcripts", file)));
        var until = steps.TakeWhile(step => step is not Step.Follows said || !said.Text.StartsWith(Transcript.Assistant, StringComparison.Ordinal) || !said.Text.Contains(reply, StringComparison.Ordinal)).ToList();
        Assert.True(until.Count < steps.Count, $"Nothing in {file} says «{reply}» any more.");
        await using var house = await House.Open();
        var played = await new Staging(house).Play(until);
        Assert.Contains(reply, played, StringComparison.Ordinal);

        await IsAnswered(house, Staging.NumberOf(until.OfType<Step.Says>().Last().Phone), reply);
    }

    /// <summary>Nothing breaks a turn, and what is not answered is for the staff who hold the thread.</summary>
    private static async Task IsAnswered(House house, string phone, string place)
    {
        var babble = new Babble(seed: place.Length * 104729);

        for (var message = 0; message < 200; message++)
        {
            var text = babble.Next();
            var outcome = await house.Says(phone, text);

            Assert.True(outcome.Result == TurnResult.Answered, $"«{text}» broke the turn at {place}, message {message}.");
            Assert.True(outcome.Replies.Count > 0 || await IsHeld(house, outcome.ContactId), $"«{text}» was not answered at {place}, message {message}.");
        }
        var last = await house.Says(phone, "menú");

        Assert.Contains(last.Replies[^1].Options, option => option.Label is "Registrarme" or "Seguir mi registro");
    }

    private static Task<bool> IsHeld(House house, long contact) =>
        house.Use<MessagingDb, bool>(db => db.Conversations.AnyAsync(c => c.Id == contact && c.IsHeld));
}
