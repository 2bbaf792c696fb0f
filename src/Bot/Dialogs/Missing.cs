using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Staff asked her for something: she writes it, sees it once more and sends it. Nothing goes out by chance.</summary>
internal sealed class Missing(BotContent content, Reading reading) : IRepeat
{
    private const string Writing = "writing";
    private const string Confirming = "confirming";
    private const string Again = "missing:again";
    private const string Later = "missing:later";
    private const int MostShown = 300;

    public string Name => DialogNames.Missing;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => turn.State.Step switch
    {
        Writing => ValueTask.FromResult(Confirm(turn.State, turn.Message.Text)),
        Confirming => TakeConfirmation(turn, cancel),
        _ => Ask(turn, cancel),
    };

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) => turn.State.Step == Confirming && turn.State.Note(Notes.Answer) is { } answer
        ? ValueTask.FromResult(Confirm(turn.State, answer))
        : Ask(turn with { State = turn.State.At(Name) }, cancel);

    /// <summary>Her first words after staff asked: most likely the answer, so she is asked whether it is.</summary>
    public ValueTask<Decision> Hear(TurnContext turn, RegistrationId registration, CancellationToken cancel)
    {
        var state = turn.State.AtRest().With(Notes.Registration, registration.Value.ToString("N", CultureInfo.InvariantCulture));
        return turn.Message.Text.Any(char.IsLetterOrDigit) ? ValueTask.FromResult(Confirm(state, turn.Message.Text)) : Ask(turn with { State = state }, cancel);
    }

    private async ValueTask<Decision> Ask(TurnContext turn, CancellationToken cancel)
    {
        var say = content.SpeechFor(turn.State.Country);
        if (await Wanted(turn, cancel) is not { } wanted) return turn.State.AtRest().Says(say[Texts.MissingNothing].Asking(say.ToMenu())) with { ClearsAwaited = turn.AwaitedFromHer is not null };
        return turn.State.At(Name, Writing).With(Notes.Registration, wanted.Id.Value.ToString("N", CultureInfo.InvariantCulture))
            .Says(new OutgoingMessage(say.Say(Texts.MissingAsk, ("dato", wanted.MissingInformation!.Trim().TrimEnd('.')))));
    }

    private Decision Confirm(ConversationState state, string text)
    {
        var say = content.SpeechFor(state.Country);
        var answer = FreeText.Shorten(FreeText.Clean(text), AnswerMissingInformation.LongestAnswer);
        if (!answer.Any(char.IsLetterOrDigit)) return state.Refused().Says(say[Texts.MissingWords].Asking(say.ToPerson(), say.ToMenu()));
        return state.At(Name, Confirming).With(Notes.Answer, answer).Says(say.Say(Texts.MissingSure, ("respuesta", FreeText.Shorten(answer, MostShown))).Asking(
            say.Option(Choices.Yes, Texts.MissingSend), say.Option(Again, Texts.MissingAgain), say.Option(Later, Texts.MissingLater)));
    }

    private async ValueTask<Decision> TakeConfirmation(TurnContext turn, CancellationToken cancel)
    {
        var say = content.SpeechFor(turn.State.Country);
        switch (turn.Text)
        {
            case Again: return await Ask(turn with { State = turn.State.At(Name) }, cancel);
            case Later: return turn.State.AtRest().Says(say[Texts.MissingKept].Asking(say.ToMenu()));
        }
        switch (turn.SaidYes())
        {
            case true: return await Send(turn, cancel);
            case false: return await Ask(turn with { State = turn.State.At(Name) }, cancel);

            // She wrote it again, better.
            default: return Confirm(turn.State, turn.Message.Text);
        }
    }

    private async ValueTask<Decision> Send(TurnContext turn, CancellationToken cancel)
    {
        var say = content.SpeechFor(turn.State.Country);
        var answer = turn.State.Note(Notes.Answer) ?? "";
        if (await Wanted(turn, cancel) is not { } wanted) return turn.State.AtRest().Says(say[Texts.MissingNothing].Asking(say.ToMenu())) with { ClearsAwaited = true };
        return turn.State.AtRest().Says(say[Texts.MissingSent].Asking(say.ToMenu())) with
        {
            ClearsAwaited = true,
            Changes = [Change.Of<AnswerMissingInformation>((send, _, stop) => send.Handle(new(wanted.Id, wanted.ParticipantId, answer), stop))],
        };
    }

    /// <summary>The registration that waits for her, from her place or from what staff wait for; null where nothing is missing any more.</summary>
    private async ValueTask<Registration?> Wanted(TurnContext turn, CancellationToken cancel)
    {
        var id = Guid.TryParse(turn.State.Note(Notes.Registration), out var known) ? new RegistrationId(known)
            : AwaitedInformation.TryRead(turn.AwaitedFromHer, out var awaited) ? awaited : (RegistrationId?)null;
        if (id is null || await reading.OfRegistration(id.Value, cancel) is not { } standing) return null;
        return standing.Registration.MissingInformation is null ? null : standing.Registration;
    }
}

internal static partial class Texts
{
    public static readonly TextKey MissingAsk = Text("missing.ask", "dato");
    public static readonly TextKey MissingWords = Text("missing.words");
    public static readonly TextKey MissingSure = Text("missing.sure", "respuesta");
    public static readonly TextKey MissingSend = Label("missing.send");
    public static readonly TextKey MissingAgain = Label("missing.again");
    public static readonly TextKey MissingLater = Label("missing.later");
    public static readonly TextKey MissingKept = Text("missing.kept");
    public static readonly TextKey MissingSent = Text("missing.sent");
    public static readonly TextKey MissingNothing = Text("missing.nothing");
}
