using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Identity;
using Own = CoopAssistant.Programme.Allies.Referrals.ReadOwnReferrals.Own;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// Her consents: whether an institution may see her data, one institution at a time, and the way to take it back. Always after a proof of who she
/// is: which institution it is and why is nobody else's to read on a shared phone.
/// </summary>
internal sealed class Sharing(BotContent content, SharingReading reading) : IRepeat
{
    private const string Asking = "asking";
    private const string Choosing = "choosing";
    private const string TakingBack = "takingBack";
    private const string Unknown = "unknown";
    private const string Registered = "sharing:registered";
    private const string TakeBack = "sharing:back:";

    public string Name => DialogNames.Sharing;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => turn.State.Step switch
    {
        Asking => TakeAnswer(turn, cancel),
        Choosing => Choose(turn, cancel),
        TakingBack => TakeBackSure(turn, cancel),
        Unknown => ValueTask.FromResult((turn.Text == Registered ? true : YesOrNo.Read(turn.Text)) switch
        {
            true => Proving.For(turn.State, Name),
            false => turn.State.AtRest().GoesTo(DialogNames.Register),
            null => Menu(turn),
        }),
        _ => Begin(turn, cancel),
    };

    public async ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) =>
        turn.State.Step is Asking or Choosing or TakingBack && Her(turn.State) is { } her ? await Show(turn.State, her, cancel) : turn.State.AtRest().GoesTo(DialogNames.Menu);

    private async ValueTask<Decision> Begin(TurnContext turn, CancellationToken cancel)
    {
        var state = turn.State;
        if (Proving.ProvedIn(state) is { } proved) return await Show(state.Without(Notes.Proved), proved, cancel);
        if (state.Country is null) return state.With(Notes.Wish, Name).GoesTo(DialogNames.Greeting);
        if (state.Participants.Count > 0 || state.Note(Notes.Folio) is not null) return Proving.For(state, Name);
        var say = content.SpeechFor(state.Country);
        return state.At(Name, Unknown).Says(say[Texts.SharingWho].Asking(say.Option(Registered, Texts.GroupsRegistered), say.Option(Choices.Go + DialogNames.Register, Texts.MenuRegister), say.ToMenu()));
    }

    /// <summary>The first open question; where there is none, all her consents.</summary>
    private async ValueTask<Decision> Show(ConversationState state, ParticipantId her, CancellationToken cancel)
    {
        var all = await reading.Of(her, cancel);
        return all.FirstOrDefault(own => own.Sharing == SharingState.Asked) is { } asked ? Ask(state, her, asked) : Tell(state, her, all);
    }

    private Decision Ask(ConversationState state, ParticipantId her, Own asked, params OutgoingMessage[] before)
    {
        var say = content.SpeechFor(state.Country);
        if (content.Programmes.Find(asked.Country) is not { } pack) return Gone(state);
        return For(state, asked.Id, her).At(Name, Asking).Says(
            [.. before, SharingSpeech.Question(pack, asked).Asking(say.Option(Choices.Yes, Texts.SharingYes), say.Option(Choices.No, Texts.SharingNo), say.ToPerson())]);
    }

    private Decision Tell(ConversationState state, ParticipantId her, IReadOnlyList<Own> all)
    {
        var say = content.SpeechFor(state.Country);
        if (all.Count == 0) return state.AtRest().Says(say[Texts.SharingNone].Asking(say.ToPerson(), say.ToMenu()));
        var options = all.Where(SharingSpeech.IsShared).Select(own => new Option(TakeBack + own.Id.Value.ToString("N", CultureInfo.InvariantCulture), say.Say(Texts.SharingTakeBack, ("institucion", own.Ally))));
        return state.With(Notes.Woman, Text(her.Value)).At(Name, Choosing).Says($"{say[Texts.SharingTitle]}\n\n{content.Told(all, state.Country)}".Asking([.. options, say.ToPerson(), say.ToMenu()]));
    }

    private async ValueTask<Decision> TakeAnswer(TurnContext turn, CancellationToken cancel)
    {
        if (Her(turn.State) is not { } her) return Menu(turn);
        var all = await reading.Of(her, cancel);
        if (all.FirstOrDefault(own => own.Id == Referral(turn.State) && own.Sharing == SharingState.Asked) is not { } asked) return Gone(turn.State);
        var agrees = turn.SaidYes();
        if (agrees is not { } sure) return turn.State.Refusals >= 2 ? Menu(turn) : Ask(turn.State, her, asked).Again(turn.State, content.SpeechFor(turn.State.Country));

        var say = content.SpeechFor(turn.State.Country);
        var said = say.Say(sure ? Texts.SharingAgreed : Texts.SharingRefused, ("institucion", asked.Ally));
        var rest = Rest(turn.State);
        var next = all.FirstOrDefault(own => own.Id != asked.Id && own.Sharing == SharingState.Asked);
        var decision = next is null ? rest.Says(said.Asking(say.ToMenu())) : Ask(rest, her, next, new OutgoingMessage(said));
        var request = (long contact) => new AnswerSharing.Request(asked.Id, her, How(turn, contact));
        return decision with
        {
            ClearsAwaited = turn.AwaitedFromHer == AwaitedReferral.Of(asked.Id, her),
            Changes = [Change.Of<AnswerSharing>((answer, contact, stop) => answer.Answer(request(contact), sure, stop))],
        };
    }

    private async ValueTask<Decision> Choose(TurnContext turn, CancellationToken cancel)
    {
        var isOne = turn.Text.StartsWith(TakeBack, StringComparison.Ordinal) && Guid.TryParse(turn.Text.AsSpan(TakeBack.Length), out _);
        if (!isOne || Her(turn.State) is not { } her) return Menu(turn);
        return await AskTakeBack(For(turn.State, new ReferralId(Guid.Parse(turn.Text.AsSpan(TakeBack.Length))), her), her, cancel);
    }

    private async ValueTask<Decision> AskTakeBack(ConversationState state, ParticipantId her, CancellationToken cancel)
    {
        if (await Shared(state, her, cancel) is not { } shared) return Gone(state);
        var say = content.SpeechFor(state.Country);
        return state.At(Name, TakingBack).Says(say.Say(Texts.SharingTakeBackSure, ("institucion", shared.Ally)).Asking(say.Option(Choices.Yes, Texts.SharingTakeBackYes), say.Option(Choices.No, Texts.SharingTakeBackNo)));
    }

    private async ValueTask<Decision> TakeBackSure(TurnContext turn, CancellationToken cancel)
    {
        var (state, say) = (turn.State, content.SpeechFor(turn.State.Country));
        if (Her(state) is not { } her || await Shared(state, her, cancel) is not { } shared) return Gone(state);
        var isSure = turn.SaidYes();
        if (isSure is null) return state.Refusals >= 2 ? Menu(turn) : (await AskTakeBack(state, her, cancel)).Again(state, say);
        if (isSure is false) return state.AtRest().Says(say[Texts.SharingStays].Asking(say.ToMenu()));
        return Rest(state).Says(say.Say(Texts.SharingStopped, ("institucion", shared.Ally)).Asking(say.ToPerson(), say.ToMenu())) with
        {
            Changes = [Change.Of<AnswerSharing>((answer, contact, stop) => answer.Withdraw(new(shared.Id, her, How(turn, contact)), stop))],
        };
    }

    private async ValueTask<Own?> Shared(ConversationState state, ParticipantId her, CancellationToken cancel) =>
        (await reading.Of(her, cancel)).FirstOrDefault(own => own.Id == Referral(state) && SharingSpeech.IsShared(own));

    private ConsentGiven How(TurnContext turn, long contact) =>
        new(contact, content.Programmes.Find(turn.State.Country)?.Allies.Consent.Version ?? "", Consenting.ChannelWord(turn.Message.Channel), turn.State.Language);

    private Decision Gone(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        return Rest(state).Says(say[Texts.SharingGone].Asking(say.ToPerson(), say.ToMenu()));
    }

    /// <summary>Answered: a later question is news again.</summary>
    private static ConversationState Rest(ConversationState state) => state.Without(Notes.Awaited).AtRest();

    private static ConversationState For(ConversationState state, ReferralId referral, ParticipantId her) => state.With(Notes.Referral, Text(referral.Value)).With(Notes.Woman, Text(her.Value));

    private static ReferralId? Referral(ConversationState state) => Guid.TryParse(state.Note(Notes.Referral), out var id) ? new ReferralId(id) : null;

    private static ParticipantId? Her(ConversationState state) => Guid.TryParse(state.Note(Notes.Woman), out var id) ? new ParticipantId(id) : null;

    private static string Text(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    /// <summary>Whatever else she says is said at the menu.</summary>
    private static Decision Menu(TurnContext turn) => turn.State.AtRest().Says() with { Then = Conductor.MenuAnswer };
}

internal static partial class Texts
{
    public static readonly TextKey SharingFirst = Text("sharing.first");
    public static readonly TextKey SharingWho = Text("sharing.who");
    public static readonly TextKey SharingNone = Text("sharing.none");
    public static readonly TextKey SharingTitle = Text("sharing.title");
    public static readonly TextKey SharingYes = Label("sharing.yes");
    public static readonly TextKey SharingNo = Label("sharing.no");
    public static readonly TextKey SharingAgreed = Text("sharing.agreed", "institucion");
    public static readonly TextKey SharingRefused = Text("sharing.refused", "institucion");
    public static readonly TextKey SharingTakeBack = Label("sharing.takeBack", "institucion");
    public static readonly TextKey SharingTakeBackSure = Text("sharing.takeBackSure", "institucion");
    public static readonly TextKey SharingTakeBackYes = Label("sharing.takeBackYes");
    public static readonly TextKey SharingTakeBackNo = Label("sharing.takeBackNo");
    public static readonly TextKey SharingStays = Text("sharing.stays");
    public static readonly TextKey SharingStopped = Text("sharing.stopped", "institucion");
    public static readonly TextKey SharingGone = Text("sharing.gone");
}
