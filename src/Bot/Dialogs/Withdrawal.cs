using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// She takes her registration back. Her identity is proved first, then she is told what ends and what stays, and asked. Nothing is deleted:
/// she or staff may open it again.
/// </summary>
internal sealed class Withdrawal(BotContent content, Reading reading) : IRepeat
{
    private const string Confirming = "confirming";

    public string Name => DialogNames.Withdrawal;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => turn.State switch
    {
        { Country: null } => ValueTask.FromResult(turn.State.With(Notes.Wish, Name).GoesTo(DialogNames.Greeting)),
        { Step: Confirming } => Take(turn, cancel),
        _ when Proving.ProvedIn(turn.State) is { } her => Begin(turn.State.Without(Notes.Proved), her, cancel),
        _ => ValueTask.FromResult(Proving.For(turn.State, Name)),
    };

    public async ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) =>
        await Open(turn.State, cancel) is { } registration ? Ask(turn.State, registration) : turn.State.AtRest().GoesTo(DialogNames.Menu);

    private async ValueTask<Decision> Begin(ConversationState state, ParticipantId her, CancellationToken cancel)
    {
        var open = (await reading.OfParticipant(her, cancel)).FirstOrDefault(standing => IsOpen(standing.Registration));
        return open is null ? Nothing(state) : Ask(state.With(Notes.Registration, open.Registration.Id.Value.ToString("N", CultureInfo.InvariantCulture)), open.Registration);
    }

    private Decision Ask(ConversationState state, Registration registration)
    {
        var say = content.SpeechFor(state.Country);
        return state.At(Name, Confirming).Says(say.Say(Texts.WithdrawalSure, ("folio", Spoken(registration))).Asking(
            say.Option(Choices.Yes, Texts.WithdrawalYes), say.Option(Choices.No, Texts.WithdrawalNo)));
    }

    private async ValueTask<Decision> Take(TurnContext turn, CancellationToken cancel)
    {
        var (state, say) = (turn.State, content.SpeechFor(turn.State.Country));
        if (await Open(state, cancel) is not { } registration) return Nothing(state);
        switch (turn.SaidYes())
        {
            case true:
                return state.AtRest().Says(say.Say(Texts.WithdrawalDone, ("folio", Spoken(registration))).Asking(say.ToPerson(), say.ToMenu())) with
                {
                    ClearsAwaited = AwaitedInformation.TryRead(turn.AwaitedFromHer, out var awaited) && awaited == registration.Id,
                    Changes = [Change.Of<WithdrawRegistration>((withdraw, _, stop) => withdraw.Handle(new(registration.Id, registration.ParticipantId, null), stop))],
                };
            case null when state.Refusals < 2: return Ask(state, registration).Again(state, say);
            default: return state.AtRest().GoesTo(DialogNames.Menu, new OutgoingMessage(say[Texts.WithdrawalKept]));
        }
    }

    /// <summary>The registration she was asked about, while it can be taken back.</summary>
    private async Task<Registration?> Open(ConversationState state, CancellationToken cancel) =>
        Guid.TryParse(state.Note(Notes.Registration), out var id) && await reading.OfRegistration(new(id), cancel) is { } found && IsOpen(found.Registration) ? found.Registration : null;

    private Decision Nothing(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        return state.AtRest().Says(say[Texts.WithdrawalNothing].Asking(say.ToPerson(), say.ToMenu()));
    }

    private static bool IsOpen(Registration registration) => registration.Permitted.Contains(RegistrationTrigger.Withdraw);

    private static string Spoken(Registration registration) => Folio.TryParse(registration.Folio, null, out var folio) ? folio.Spoken : registration.Folio;
}

internal static partial class Texts
{
    public static readonly TextKey WithdrawalOffer = Label("withdrawal.offer");
    public static readonly TextKey WithdrawalNothing = Text("withdrawal.nothing");
    public static readonly TextKey WithdrawalSure = Text("withdrawal.sure", "folio");
    public static readonly TextKey WithdrawalYes = Label("withdrawal.yes");
    public static readonly TextKey WithdrawalNo = Label("withdrawal.no");
    public static readonly TextKey WithdrawalDone = Text("withdrawal.done", "folio");
    public static readonly TextKey WithdrawalKept = Text("withdrawal.kept");
}
