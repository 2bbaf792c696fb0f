using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.Understanding;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// The emergency lines of her country, before anything else and from any point; of every country where hers is not known.
/// What she wrote is not stored. Her place stays as it was: "seguir" goes on there. Only where she asks for it, staff call her.
/// </summary>
internal sealed class Violence(BotContent content) : IRepeat
{
    private const string AskingWhen = "when";

    public string Name => DialogNames.Violence;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) =>
        ValueTask.FromResult(turn.State is { Dialog: DialogNames.Violence, Step: AskingWhen } ? TakeWhen(turn) : Show(turn.State.AtRest()));

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) => ValueTask.FromResult(AskWhen(turn.State));

    /// <summary>True while she tells when it is safe to call: this she wants stored, whatever it hints at.</summary>
    public static bool IsAskingWhen(ConversationState state) => state is { Dialog: DialogNames.Violence, Step: AskingWhen };

    /// <summary>The lines, leaving her where she is.</summary>
    public Decision Show(ConversationState state)
    {
        Signals.ViolenceHeard(state.Country);
        var say = content.SpeechFor(state.Country);
        var isAmidSomething = state.Dialog is not null;
        Option[] onward = isAmidSomething ? [say.Option(Choices.Resume, Texts.ViolenceGoOn), say.ToMenu()] : [say.ToMenu()];
        return state.Says(new OutgoingMessage(Lines(state.Country)), say[Texts.ViolenceOffer].Asking([say.Option(Choices.CallMe, Texts.ViolenceCallMe), .. onward])) with { WithholdText = true };
    }

    /// <summary>She wants to be called: when is it safe?</summary>
    public Decision AskWhen(ConversationState state)
    {
        var isAmidSomething = state.Dialog is not null && !IsAskingWhen(state);
        var kept = isAmidSomething ? state.With(Notes.Before, $"{state.Dialog}|{state.Step}") : state;
        return kept.At(Name, AskingWhen).Says(new OutgoingMessage(content.SpeechFor(state.Country)[Texts.ViolenceWhen]));
    }

    private Decision TakeWhen(TurnContext turn)
    {
        var say = content.SpeechFor(turn.State.Country);
        if (!turn.Text.Any(char.IsLetterOrDigit)) return turn.State.Says(new OutgoingMessage(say[Texts.ViolenceWhen]));
        var isNotWanted = IsNotWanted(turn.Text);
        var before = turn.State.Note(Notes.Before)?.Split('|');
        var state = before is [var dialog, var step] ? turn.State.Without(Notes.Before).At(dialog, step.Length > 0 ? step : null) : turn.State.AtRest();
        Option[] onward = before is null ? [say.ToMenu()] : [say.Option(Choices.Resume, Texts.ViolenceGoOn), say.ToMenu()];
        if (isNotWanted) return state.Says(say[Texts.ViolenceNotCalled].Asking([say.Option(Choices.CallMe, Texts.ViolenceCallMe), .. onward]));
        return state.Says(say[Texts.ViolenceNoted].Asking(onward)) with { Changes = [Person.Ticket(turn.State, TicketReason.Violence)] };
    }

    /// <summary>She does not want to be called, or not now: nobody looks for a woman who did not ask for it.</summary>
    private bool IsNotWanted(string text) =>
        content.Hearing.HearsOnly(Said.NotNow, text) || content.Hearing.Hear(text) is { Intent: Intent.Back or Intent.Exit or Intent.Stop or Intent.Continue, Certainty: Certainty.Whole };

    private string Lines(string? country)
    {
        if (content.Programmes.Find(country) is { Emergency: var own }) return $"{own.Before}\n\n{Lines(own)}\n\n{own.After}";
        var say = content.SpeechFor(null);
        var all = content.Programmes.All.Select(programme => $"{programme.Country.Name}\n{Lines(programme.Emergency)}");
        return $"{say[Texts.ViolenceBefore]}\n\n{string.Join("\n\n", all)}\n\n{say[Texts.ViolenceAfter]}";
    }

    /// <summary>The lines alone, one below the other.</summary>
    public static string Lines(EmergencyLines emergency) => string.Join('\n', emergency.Lines.Select(line =>
        "• " + (line.Number is null ? line.Name : $"{line.Number}: {line.Name}") + (line.Text is null ? "" : $" ({line.Text})")));
}

internal static partial class Texts
{
    public static readonly TextKey ViolenceOffer = Text("violence.offer");
    public static readonly TextKey ViolenceCallMe = Label("violence.callMe");
    public static readonly TextKey ViolenceGoOn = Label("violence.goOn");
    public static readonly TextKey ViolenceWhen = Text("violence.when");
    public static readonly TextKey ViolenceNoted = Text("violence.noted");
    public static readonly TextKey ViolenceNotCalled = Text("violence.notCalled");
    public static readonly TextKey ViolenceBefore = Text("violence.before");
    public static readonly TextKey ViolenceAfter = Text("violence.after");
}
