using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Bot.Tests.Dialogs;

public sealed class BabbleTests
{
    private const int LongestMessage = 1600;

    private static readonly string[] ToTheForm = ["hola", "2", "1", "registro", "1", "1"];
    private static readonly string[] ToThePlaces = [.. ToTheForm, "Ana", "Pérez", "1988"];
    private static readonly string[] ToTheRubros = [.. ToThePlaces, "Coclé", "Antón", "El Valle"];
    private static readonly string[] ToThePin = [.. ToTheRubros, "1", "no", "después", "este", "1", "1"];

    /// <summary>Where she stands when the babble begins, and how she came there.</summary>
    public static TheoryData<string, string[]> Places() => new()
    {
        { "before the first word", [] },
        { "country", ["hola"] },
        { "consent", ["hola", "2"] },
        { "menu", ["hola", "1", "2"] },
        { "consent to messages", ["hola", "2", "1", "registro"] },
        { "names", ToTheForm },
        { "year of birth", [.. ToTheForm, "Ana", "Pérez"] },
        { "province", ToThePlaces },
        { "short list of places", [.. ToThePlaces, "xyzxyz", "qwqwqw"] },
        { "activities", ToTheRubros },
        { "document", [.. ToTheRubros, "1", "no"] },
        { "PIN", ToThePin },
        { "PIN again", [.. ToThePin, "4826"] },
        { "summary", [.. ToThePin, "4826", "4826"] },
        { "cancelling", [.. ToTheForm, "cancelar"] },
        { "restarting", [.. ToTheForm, "Ana", "reiniciar"] },
        { "folio", ["hola", "2", "2", "estado"] },
        { "my data", ["hola", "2", "2", "mis datos"] },
        { "preferences", ["hola", "2", "2", "preferencias"] },
        { "language", ["hola", "2", "2", "idioma"] },
        { "stopping messages", ["hola", "2", "2", "baja"] },
        { "information", ["hola", "2", "2", "información"] },
        { "list of questions", ["hola", "2", "2", "información", "1"] },
        { "offices", ["hola", "1", "2", "oficinas"] },
        { "safe time to call", ["hola", "2", "2", "mi marido me pega", "1"] },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Whatever_she_writes_is_answered_and_menu_always_leads_to_the_menu(string place, string[] way)
    {
        using var chat = new Chat();
        await chat.Says(way);
        var babble = new Babble(seed: place.Length * 7919);

        for (var message = 0; message < 200; message++)
        {
            var text = babble.Next();
            await chat.Says(text);

            Assert.True(chat.Last.Result == TurnResult.Answered, $"«{text}» broke the turn at {place}, message {message}.");
            Assert.True(chat.Last.Replies.Count > 0 || chat.IsHeld, $"«{text}» was not answered at {place}, message {message}.");
            Assert.All(chat.Last.Replies, reply => Assert.InRange(Shown(reply), 1, LongestMessage));
        }
        await chat.Says("menú");

        Assert.Contains(chat.Last.Replies[^1].Options, option => option.Label is "Registrarme" or "Seguir mi registro");
        Assert.False(chat.IsHeld);
    }

    private static int Shown(OutgoingMessage reply) => reply.Text.Length + reply.Options.Sum(option => option.Label.Length + 4);
}
