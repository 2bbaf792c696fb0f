using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.Understanding;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Consents;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>"Baja" and "alta": whether we may write to her unasked. Asked once; then only replies. A half-filled form waits.</summary>
internal sealed class Mailing(BotContent content, LearnReminder reminder) : IRepeat
{
    private const string Confirming = "stop";

    public string Name => DialogNames.Mailing;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) =>
        ValueTask.FromResult(turn.State.Step == Confirming ? Take(turn) : Ask(turn));

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) => ValueTask.FromResult(Ask(turn));

    /// <summary>She wants messages again; what she was amid goes on.</summary>
    public Decision Start(TurnContext turn)
    {
        var say = content.SpeechFor(turn.State.Country);
        var state = turn.State.With(Notes.Contact, "1");
        var said = FormTalk.IsPlaying(state)
            ? state.Says(new OutgoingMessage(say[Texts.MailingStarted])) with { Then = Choices.Resume }
            : state.AtRest().Says(say[Texts.MailingStarted].Asking(say.ToMenu()));
        return said with { HasOptedOut = false, Changes = Recorded(turn, isGranted: true) };
    }

    /// <summary>She wants none, without being asked again.</summary>
    public Decision Stop(TurnContext turn)
    {
        var say = content.SpeechFor(turn.State.Country);
        var state = turn.State.AtRest().With(Notes.Contact, "0").Without(Notes.Reminder);
        return state.Says(say[Texts.MailingStopped].Asking(say.ToMenu())) with { HasOptedOut = true, Changes = [.. Recorded(turn, isGranted: false), reminder.Ended(turn)] };
    }

    private Decision Ask(TurnContext turn)
    {
        var say = content.SpeechFor(turn.State.Country);
        return turn.HasOptedOut
            ? turn.State.AtRest().Says(say[Texts.MailingAlreadyStopped].Asking(say.ToMenu()))
            : turn.State.At(Name, Confirming).Says(say[Texts.MailingSure].Asking(say.Option(Choices.Yes, Texts.MailingYes), say.Option(Choices.No, Texts.MailingNo)));
    }

    private Decision Take(TurnContext turn)
    {
        // A second "baja" is an answer too.
        var isSure = content.Hearing.Hear(turn.Text).Intent == Intent.Stop ? true : turn.SaidYes();
        if (isSure == true) return Stop(turn);
        var say = content.SpeechFor(turn.State.Country);
        return isSure == false || turn.State.Refusals >= 2
            ? turn.State.AtRest().GoesTo(DialogNames.Menu, new OutgoingMessage(say[Texts.MailingKept]))
            : turn.State.Says(say[Texts.MailingSure].Asking(say.Option(Choices.Yes, Texts.MailingYes), say.Option(Choices.No, Texts.MailingNo))).Again(turn.State, say);
    }

    private IReadOnlyList<Messaging.Turns.Change> Recorded(TurnContext turn, bool isGranted) =>
        content.Programmes.Find(turn.State.Country) is { } programme
            ? [Consenting.Recorded(turn, ConsentPurpose.Contact, isGranted, programme.Consent.Version)]
            : [];
}

internal static partial class Texts
{
    public static readonly TextKey MailingSure = Text("mailing.sure");
    public static readonly TextKey MailingYes = Label("mailing.yes");
    public static readonly TextKey MailingNo = Label("mailing.no");
    public static readonly TextKey MailingStopped = Text("mailing.stopped");
    public static readonly TextKey MailingAlreadyStopped = Text("mailing.alreadyStopped");
    public static readonly TextKey MailingKept = Text("mailing.kept");
    public static readonly TextKey MailingStarted = Text("mailing.started");
}
