using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Wording;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>"Reiniciar": begins the talk anew. A half-filled form is thrown away only when she says so.</summary>
internal sealed class Restart(BotContent content) : IRepeat
{
    private const string Confirming = "sure";

    public string Name => DialogNames.Restart;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => ValueTask.FromResult(turn.State switch
    {
        { Step: Confirming } => Take(turn),
        _ when turn.State.Form is not null => Ask(turn.State),
        _ => turn.State.AtRest().GoesTo(turn.State.Country is null ? DialogNames.Greeting : DialogNames.Menu),
    });

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) => ValueTask.FromResult(Ask(turn.State));

    private Decision Ask(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        return state.AtRest().At(Name, Confirming).Says(say[Texts.RestartSure].Asking(
            say.Option(Choices.Yes, Texts.RestartYes), say.Option(Choices.No, Texts.RestartNo)));
    }

    private Decision Take(TurnContext turn) => turn.SaidYes() switch
    {
        true => (turn.State with { Form = null }).AtRest().GoesTo(DialogNames.Register),
        false => turn.State.AtRest().GoesTo(DialogNames.Register),
        null when turn.State.Refusals >= 2 => turn.State.AtRest().GoesTo(DialogNames.Menu),
        null => Ask(turn.State).Again(turn.State, content.SpeechFor(turn.State.Country)),
    };
}

internal static partial class Texts
{
    public static readonly TextKey RestartSure = Text("restart.sure");
    public static readonly TextKey RestartYes = Label("restart.yes");
    public static readonly TextKey RestartNo = Label("restart.no");
}
