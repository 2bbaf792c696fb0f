using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.Understanding;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// Her rights by chat: see, correct and delete her data. Her identity is proved first; correcting and deleting go to staff
/// as a ticket and she gets her folio as a receipt at once.
/// </summary>
internal sealed class MyData(BotContent content, Reading reading, MyDataSpeech speech) : IRepeat
{
    public const string Delete = "delete";

    private const string Choosing = "choosing";
    private const string Correcting = "correcting";
    private const string Deleting = "deleting";
    private const string SeeValue = "mydata:see";
    private const string CorrectValue = "mydata:correct";
    private const string DeleteValue = "mydata:delete";
    private const string Counting = "counting";
    private const string StatisticsValue = "mydata:statistics";

    public string Name => DialogNames.MyData;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => turn.State switch
    {
        { Country: null } => ValueTask.FromResult(turn.State.With(Notes.Wish, Name).GoesTo(DialogNames.Greeting)),
        { Step: null } when Proving.ProvedIn(turn.State) is { } participant => Serve(turn.State.Without(Notes.Proved), participant, cancel),
        { Step: Choosing } => ValueTask.FromResult(Choose(turn)),
        { Step: Correcting } => ValueTask.FromResult(Correct(turn)),
        { Step: Deleting } => ValueTask.FromResult(TakeDeletion(turn)),
        { Step: Counting } => TakeStatistics(turn, cancel),
        { Step: null } when turn.State.Note(Notes.Answer) is Delete => ValueTask.FromResult(AskWhetherAnythingIsHere(turn.State)),
        _ => ValueTask.FromResult(Begin(turn.State)),
    };

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) => ValueTask.FromResult(turn.State.Step switch
    {
        Correcting => turn.State.Says(new OutgoingMessage(content.SpeechFor(turn.State.Country)[Texts.MyDataCorrect])),
        Deleting => AskDeletion(turn.State),
        Counting => turn.State.AtRest().GoesTo(Name),
        _ => Begin(turn.State),
    });

    private Decision Begin(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        return state.AtRest().At(Name, Choosing).Says(say[Texts.MyDataTitle].Asking(
            say.Option(SeeValue, Texts.MyDataSee), say.Option(CorrectValue, Texts.MyDataFix), say.Option(DeleteValue, Texts.MyDataErase), say.Option(StatisticsValue, Texts.MyDataStatistics), say.Option(Choices.Go + DialogNames.Sharing, Texts.MyDataSharing), say.ToMenu()));
    }

    private Decision Choose(TurnContext turn)
    {
        var chosen = turn.Text is SeeValue or CorrectValue or DeleteValue or StatisticsValue ? turn.Text
            : content.Hearing.Hears(Said.SeeData, turn.Text) ? SeeValue
            : content.Hearing.Hears(Said.CorrectData, turn.Text) ? CorrectValue
            : content.Hearing.Hears(Said.DeleteData, turn.Text) ? DeleteValue
            : content.Hearing.Hears(Said.Statistics, turn.Text) ? StatisticsValue : null;
        if (chosen is null) return turn.State.Refusals >= 2 ? turn.State.AtRest().GoesTo(DialogNames.Menu) : Begin(turn.State).Again(turn.State, content.SpeechFor(turn.State.Country));
        return chosen == DeleteValue ? AskWhetherAnythingIsHere(turn.State) : Proving.For(turn.State.With(Notes.Answer, chosen), Name);
    }

    /// <summary>An unfinished form is hers to throw away without proof; a registration needs one.</summary>
    private Decision AskWhetherAnythingIsHere(ConversationState state)
    {
        if (state.Participants.Count > 0 || state.Form is null) return Proving.For(state.With(Notes.Answer, DeleteValue), Name);
        var say = content.SpeechFor(state.Country);
        return (state with { Form = null }).AtRest().Says(say[Texts.MyDataDraftErased].Asking(say.Option(DeleteAlso, Texts.MyDataErase), say.ToMenu()));
    }

    /// <summary>The draft is gone; she wants her sent registration deleted too.</summary>
    public const string DeleteAlso = "go:" + DialogNames.MyData;

    private async ValueTask<Decision> Serve(ConversationState state, ParticipantId participant, CancellationToken cancel)
    {
        var say = content.SpeechFor(state.Country);
        var standing = await reading.OfParticipant(participant, cancel);
        if (standing.Count == 0) return state.AtRest().Says(say[Texts.StatusNothing].Asking(say.ToPerson(), say.ToMenu()));
        var registration = standing[0].Registration;
        var named = state.With(Notes.Folio, registration.Folio);
        return named.Note(Notes.Answer) switch
        {
            CorrectValue => named.At(Name, Correcting).Says(new OutgoingMessage(say[Texts.MyDataCorrect])),
            DeleteValue => AskDeletion(named),
            StatisticsValue => AskStatistics(named.With(Notes.Woman, participant.Value.ToString("N", CultureInfo.InvariantCulture)), registration.IsInStatistics),
            _ => state.AtRest().Says([.. await speech.Tell(registration, participant, cancel), say[Texts.MyDataAfter].Asking(say.Option(Choices.Go + Name, Texts.MyDataFix), say.ToMenu())]),
        };
    }

    private Decision Correct(TurnContext turn)
    {
        var say = content.SpeechFor(turn.State.Country);
        if (!turn.Text.Any(char.IsLetterOrDigit)) return turn.State.Refused().Says(new OutgoingMessage(say[Texts.MyDataCorrect]));
        return Person.Hold(turn.State, TicketReason.Data, say.Say(Texts.MyDataCorrectionNoted, ("folio", Spoken(turn.State.Note(Notes.Folio)))));
    }

    private Decision AskDeletion(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        return state.At(Name, Deleting).Says(say.Say(Texts.MyDataEraseSure, ("folio", Spoken(state.Note(Notes.Folio)))).Asking(
            say.Option(Choices.Yes, Texts.MyDataEraseYes), say.Option(Choices.No, Texts.MyDataEraseNo)));
    }

    private Decision TakeDeletion(TurnContext turn)
    {
        var say = content.SpeechFor(turn.State.Country);
        switch (turn.SaidYes())
        {
            case true:
                var receipt = say.Say(Texts.MyDataEraseNoted, ("folio", Spoken(turn.State.Note(Notes.Folio))));
                var folio = turn.State.Note(Notes.Folio)!;
                return (turn.State with { Form = null }).AtRest().Says(receipt.Asking(say.ToMenu())) with
                {
                    Changes = [Person.Ticket(turn.State, TicketReason.Deletion), Change.Of<StopSharing>((stop, _, stopped) => stop.OfFolio(folio, stopped))],
                };
            case null when turn.State.Refusals < 2: return AskDeletion(turn.State).Again(turn.State, say);
            default: return turn.State.AtRest().GoesTo(DialogNames.Menu, new OutgoingMessage(say[Texts.MyDataEraseKept]));
        }
    }

    private Decision AskStatistics(ConversationState state, bool isIn)
    {
        var say = content.SpeechFor(state.Country);
        return state.At(Name, Counting).Says(say.Say(isIn ? Texts.MyDataCounted : Texts.MyDataNotCounted, ("folio", Spoken(state.Note(Notes.Folio)))).Asking(say.YesOrNo()));
    }

    /// <summary>Her word on being counted, without her name, in what is published: she may change it at any time.</summary>
    private async ValueTask<Decision> TakeStatistics(TurnContext turn, CancellationToken cancel)
    {
        var (state, say) = (turn.State, content.SpeechFor(turn.State.Country));
        if (!Guid.TryParse(state.Note(Notes.Woman), out var id) || content.Programmes.Find(state.Country) is not { } pack) return state.AtRest().GoesTo(DialogNames.Menu);
        var her = new ParticipantId(id);
        switch (turn.SaidYes())
        {
            case { } isIn:
                var consent = Consenting.Request(turn, ConsentPurpose.AnonymousStatistics, isIn, pack.Consent.Version);
                return state.AtRest().Says(say[isIn ? Texts.MyDataCountedNow : Texts.MyDataNotCountedNow].Asking(say.ToMenu())) with
                {
                    Changes = [Change.Of<ChangeStatisticsConsent>((change, contact, stop) => change.Handle(consent with { Contact = contact }, her, stop))],
                };
            case null when state.Refusals < 2:
                var isCounted = (await reading.OfParticipant(her, cancel)).FirstOrDefault()?.Registration.IsInStatistics == true;
                return AskStatistics(state, isCounted).Again(state, say);
            default: return state.AtRest().GoesTo(DialogNames.Menu);
        }
    }

    internal static string Spoken(string? folio) => Folio.TryParse(folio, null, out var known) ? known.Spoken : folio ?? "";
}

internal static partial class Texts
{
    public static readonly TextKey MyDataTitle = Text("mydata.title");
    public static readonly TextKey MyDataSee = Label("mydata.see");
    public static readonly TextKey MyDataFix = Label("mydata.fix");
    public static readonly TextKey MyDataErase = Label("mydata.erase");
    public static readonly TextKey MyDataStatistics = Label("mydata.statistics");
    public static readonly TextKey MyDataCounted = Text("mydata.counted", "folio");
    public static readonly TextKey MyDataNotCounted = Text("mydata.notCounted", "folio");
    public static readonly TextKey MyDataCountedNow = Text("mydata.countedNow");
    public static readonly TextKey MyDataNotCountedNow = Text("mydata.notCountedNow");
    public static readonly TextKey MyDataSharing = Label("mydata.sharing");
    public static readonly TextKey MyDataAfter = Text("mydata.after");
    public static readonly TextKey MyDataCorrect = Text("mydata.correct");
    public static readonly TextKey MyDataCorrectionNoted = Text("mydata.correctionNoted", "folio");
    public static readonly TextKey MyDataDraftErased = Text("mydata.draftErased");
    public static readonly TextKey MyDataEraseSure = Text("mydata.eraseSure", "folio");
    public static readonly TextKey MyDataEraseYes = Label("mydata.eraseYes");
    public static readonly TextKey MyDataEraseNo = Label("mydata.eraseNo");
    public static readonly TextKey MyDataEraseNoted = Text("mydata.eraseNoted", "folio");
    public static readonly TextKey MyDataEraseKept = Text("mydata.eraseKept");
}
