using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme.Posters;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// She came by a poster, whose link wrote its code into her message: "Hola (PA-K7Q4)". The code is taken out before anybody listens, is
/// kept until she registers, and on her very first message is counted. Whether a poster has it only the database says, and nothing hangs on it.
/// </summary>
internal static class Arrival
{
    /// <returns>The turn without the code; with what is to be written down of it, else as it came.</returns>
    public static (TurnContext Turn, Change[] Changes, bool IsByPoster) Read(TurnContext turn)
    {
        if (turn.Message.Origin is { } origin) return (turn with { State = turn.State.With(Notes.Origin, origin) }, Greeted(turn, origin), true);
        if (turn.ChoseOption || turn.Message.ButtonValue is not null || !PosterCode.TryFind(turn.Message.Text, out var code, out var rest)) return (turn, [], false);
        var said = rest.Length == 0 ? Hello : rest;
        return (turn with { State = turn.State.With(Notes.Origin, code.Text), Message = turn.Message with { Text = said }, Text = said }, Greeted(turn, code.Text), true);
    }

    private const string Hello = "hola";

    private static Change[] Greeted(TurnContext turn, string code) =>
        turn.ContactId == 0 ? [Change.Of<GreetByPoster>((greet, contact, cancel) => greet.Handle(code, contact, cancel))] : [];
}
