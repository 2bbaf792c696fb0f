using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// How her cooperative is doing: its coordinator is asked, and says when: now, later, or not here. Answered where she was asked, where one
/// woman speaks there; else she proves who she is. Who does not coordinate learns nothing of it.
/// </summary>
internal sealed class FollowUps(BotContent content, FollowUpReading reading, FollowUpForm form) : IRepeat
{
    private const string Asking = "asking";
    private const string Later = "followup:later";

    public string Name => DialogNames.FollowUp;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => turn.State.Step switch
    {
        Asking => Take(turn, cancel),
        FormTalk.Playing or FormTalk.PlayingFreely => form.Play(turn, cancel),
        _ => Begin(turn, cancel),
    };

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) => turn.State.Step switch
    {
        FormTalk.Playing or FormTalk.PlayingFreely => form.Open(turn, cancel),
        Asking when Her(turn.State) is { } her => Ask(turn, her, cancel),
        _ => ValueTask.FromResult(turn.State.AtRest().GoesTo(DialogNames.Menu)),
    };

    /// <summary>Her first words after she was asked, where one woman speaks here.</summary>
    public ValueTask<Decision> Hear(TurnContext turn, CancellationToken cancel)
    {
        AwaitedFollowUp.TryRead(turn.AwaitedFromHer, out var her);
        var heard = turn with { State = For(turn.State.AtRest(), her) };
        return YesOrNo.Read(turn.Text) is { } now ? Take(heard with { Text = now ? Choices.Yes : Choices.No }, cancel) : Ask(heard, her, cancel);
    }

    /// <summary>The answers of the one woman who speaks here are waited for.</summary>
    public static bool IsForWhoSpeaks(TurnContext turn) => AwaitedFollowUp.TryRead(turn.AwaitedFromHer, out var her) && turn.State.Participants is [var only] && only == her.Value;

    public static ParticipantId? Her(ConversationState state) => Guid.TryParse(state.Note(Notes.Woman), out var id) ? new ParticipantId(id) : null;

    private async ValueTask<Decision> Begin(TurnContext turn, CancellationToken cancel)
    {
        var state = turn.State;
        if (Proving.ProvedIn(state) is { } proved)
        {
            // Of whom nothing is asked means her registration: she hears how that stands.
            return await reading.Of(proved, cancel) is null ? state.GoesTo(DialogNames.Status) : await Ask(turn with { State = state.Without(Notes.Proved) }, proved, cancel);
        }
        if (IsForWhoSpeaks(turn) && AwaitedFollowUp.TryRead(turn.AwaitedFromHer, out var her)) return await Ask(turn, her, cancel);
        return state.Country is null ? state.With(Notes.Wish, Name).GoesTo(DialogNames.Greeting) : Proving.For(state, Name);
    }

    private async ValueTask<Decision> Ask(TurnContext turn, ParticipantId her, CancellationToken cancel)
    {
        var (state, say) = (turn.State, content.SpeechFor(turn.State.Country));
        if (await reading.Of(her, cancel) is not { } own || content.Programmes.Find(own.Country) is not { } pack) return Settled(turn, say[Texts.FollowUpGone].Asking(say.ToPerson(), say.ToMenu()));
        var text = FollowUpForm.HasBegun(state, pack, own)
            ? say.Say(Texts.FollowUpResume, ("grupo", own.Name))
            : say.Say(Texts.FollowUpAsk, ("grupo", own.Name), ("meses", FollowUpWords.Since(own.Month)));
        return For(state, her).At(Name, Asking).Says(text.Asking(say.Option(Choices.Yes, Texts.FollowUpNow), say.Option(Later, Texts.FollowUpLater), say.Option(Choices.No, Texts.FollowUpNo)));
    }

    private async ValueTask<Decision> Take(TurnContext turn, CancellationToken cancel)
    {
        if (Her(turn.State) is not { } her) return turn.State.AtRest().GoesTo(DialogNames.Menu);
        switch (When(turn.Text))
        {
            case true: return await form.Open(turn, cancel);
            case null when turn.Text != Later && !SaysLater(turn.Text): return await AskAgain(turn, her, cancel);
            case var isNo when await reading.Of(her, cancel) is { } own:
                var say = content.SpeechFor(turn.State.Country);
                return Settled(turn, say[isNo is false ? Texts.FollowUpNoSaid : Texts.FollowUpLaterSaid].Asking(say.ToMenu())) with
                {
                    Changes = [isNo is false ? Change.Of<PutOffFollowUp>((put, _, stop) => put.No(own.Round, her, stop)) : Change.Of<PutOffFollowUp>((put, _, stop) => put.Later(own.Round, her, stop))],
                };
            default: return await Ask(turn, her, cancel);
        }
    }

    private async ValueTask<Decision> AskAgain(TurnContext turn, ParticipantId her, CancellationToken cancel)
    {
        if (turn.State.Refusals >= 2) return turn.State.AtRest().Says() with { Then = Conductor.MenuAnswer };
        var again = await Ask(turn, her, cancel);
        return again.State.Dialog == Name ? again with { State = again.State with { Refusals = turn.State.Refusals + 1 } } : again;
    }

    /// <summary>Now, or not here; null where she says neither.</summary>
    private static bool? When(string text) => text switch
    {
        Choices.Yes => true,
        Choices.No => false,
        Later => null,
        _ when SaysLater(text) => null,
        _ => Plain.Of(text) is "ahora" or "ahorita" or "ya" or "ahora mismo" ? true : YesOrNo.Read(text),
    };

    private static bool SaysLater(string text) => Plain.Of(text).Split(' ').Any(word => word is "tarde" or "despues" or "luego" or "manana" or "rato");

    /// <summary>Done with it for now: to be asked again is news.</summary>
    internal static Decision Settled(TurnContext turn, OutgoingMessage reply) =>
        turn.State.Without(Notes.Awaited).AtRest().Says(reply) with { ClearsAwaited = AwaitedFollowUp.Is(turn.AwaitedFromHer) };

    private static ConversationState For(ConversationState state, ParticipantId her) => state.With(Notes.Woman, her.Value.ToString("N", CultureInfo.InvariantCulture));
}

internal static partial class Texts
{
    public static readonly TextKey FollowUpAsk = Text("followUp.ask", "grupo", "meses");
    public static readonly TextKey FollowUpResume = Text("followUp.resume", "grupo");
    public static readonly TextKey FollowUpNow = Label("followUp.now");
    public static readonly TextKey FollowUpLater = Label("followUp.later");
    public static readonly TextKey FollowUpNo = Label("followUp.no");
    public static readonly TextKey FollowUpLaterSaid = Text("followUp.laterSaid");
    public static readonly TextKey FollowUpNoSaid = Text("followUp.noSaid");
    public static readonly TextKey FollowUpGone = Text("followUp.gone");
}
