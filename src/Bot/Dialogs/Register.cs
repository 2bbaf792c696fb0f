using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// Leads through the registration form of her country. Consent comes first; what she answered stays in the state and goes on days
/// later; the folio is told at the end. A second woman on the same phone agrees for herself.
/// </summary>
internal sealed class Register(BotContent content, FrequentAnswers answers) : IRepeat
{
    private const string AskingWho = "who";
    private const string Another = "register:another";
    private const string Consent = "consent:";

    public string Name => DialogNames.Register;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => ValueTask.FromResult(turn.State.Step switch
    {
        null => Begin(turn),
        AskingWho => turn.Text == Another ? BeginForAnother(turn.State) : AskWho(turn.State),
        FormTalk.Playing or FormTalk.PlayingFreely => Play(turn),
        var step when step.StartsWith(Consent, StringComparison.Ordinal) && Enum.TryParse<ConsentPurpose>(step.AsSpan(Consent.Length), out var purpose) => TakeConsent(turn, purpose),
        _ => Begin(turn),
    });

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) => ValueTask.FromResult(turn.State.Step switch
    {
        AskingWho => AskWho(turn.State),
        FormTalk.Playing or FormTalk.PlayingFreely => Show(turn, Player(turn).Start(turn.State.Form), page: 0),
        _ => Begin(turn),
    });

    /// <summary>The present question with help and example.</summary>
    public Decision Explain(TurnContext turn, string word) => Play(turn with { Text = word, ChoseOption = false });

    private Decision Begin(TurnContext turn)
    {
        var state = turn.State;
        if (content.Programmes.Find(state.Country) is not { } programme) return state.With(Notes.Wish, Name).GoesTo(DialogNames.Greeting);
        var hasDraft = state.Form is not null;
        if (!hasDraft && state.Participants.Count > 0 && state.Note(Notes.Another) is null) return AskWho(state);
        if (state.ConsentVersion != programme.Consent.Version) return state.With(Notes.Wish, Name).GoesTo(DialogNames.Greeting);
        if (programme.Consent.Questions.FirstOrDefault(question => !question.IsRequired && !IsAnswered(state, question.Purpose)) is { } next) return Ask(state, programme, next);
        return Show(turn, Player(turn).Start(state.Form), page: 0);
    }

    private Decision AskWho(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        return state.At(Name, AskingWho).Says(say[Texts.RegisterWho].Asking(
            say.Option(Choices.Go + DialogNames.Status, Texts.MenuStatus), say.Option(Another, Texts.RegisterAnother), say.ToMenu()));
    }

    /// <summary>Another woman: she reads and agrees for herself.</summary>
    private Decision BeginForAnother(ConversationState state) =>
        (state.With(Notes.Another, "1").Without(Notes.Statistics) with { ConsentVersion = null }).GoesTo(Name);

    // Consents beside the required one

    private static bool IsAnswered(ConversationState state, ConsentPurpose purpose) => NoteOf(purpose) is not { } note || state.Note(note) is not null;

    private static string? NoteOf(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.Contact => Notes.Contact,
        ConsentPurpose.AnonymousStatistics => Notes.Statistics,
        _ => null,
    };

    private Decision Ask(ConversationState state, ProgrammePack programme, ConsentQuestion question) =>
        state.At(Name, Consent + question.Purpose).Says(Placeholders.Fill(question.Text, programme.Words).Asking(content.SpeechFor(state.Country).YesOrNo()));

    private Decision TakeConsent(TurnContext turn, ConsentPurpose purpose)
    {
        var programme = content.Programmes.Find(turn.State.Country)!;
        var isGranted = turn.SaidYes() ?? (AsksForSilence(turn, purpose) ? false : null);
        var say = content.SpeechFor(turn.State.Country);
        if (isGranted is null && content.Hearing.Hear(turn.Text).Intent == Understanding.Intent.Back)
            return Before(programme, purpose) is { } earlier ? Ask(turn.State, programme, earlier) : turn.State.AtRest().GoesTo(DialogNames.Menu);
        if (isGranted is null && turn.State.Refusals < 2)
            return Ask(turn.State, programme, programme.Consent.Questions.First(question => question.Purpose == purpose)).Again(turn.State, say);

        // Three answers that are neither yes nor no are no, and she is told; and who does not want to be written to hears how to go on without it.
        var answered = turn.State.With(NoteOf(purpose)!, isGranted == true ? "1" : "0").At(Name);
        var onward = Begin(turn with { State = answered });
        return onward with
        {
            Changes = [Consenting.Recorded(turn, purpose, isGranted == true, programme.Consent.Version), .. onward.Changes],
            HasOptedOut = purpose == ConsentPurpose.Contact ? isGranted != true : null,
            Replies = Heard(purpose, isGranted) is { } heard ? [new OutgoingMessage(say[heard]), .. onward.Replies] : onward.Replies,
        };
    }

    /// <summary>The question asked before this one that she may answer anew.</summary>
    private static ConsentQuestion? Before(ProgrammePack programme, ConsentPurpose purpose) =>
        programme.Consent.Questions.TakeWhile(question => question.Purpose != purpose).LastOrDefault(question => !question.IsRequired);

    /// <summary>ATRÁS means the question before, here too.</summary>
    public static bool IsAskingForConsent(ConversationState state) => state.Dialog == DialogNames.Register && state.Step?.StartsWith(Consent, StringComparison.Ordinal) == true;

    /// <summary>"No me escriban" is an answer where she is asked whether we may, and no wish to leave.</summary>
    private bool AsksForSilence(TurnContext turn, ConsentPurpose purpose) => purpose == ConsentPurpose.Contact && content.Hearing.Hear(turn.Text).Intent == Understanding.Intent.Stop;

    /// <summary>She is asked whether she may be written to.</summary>
    public static bool IsAskingForContact(ConversationState state) => state is { Dialog: DialogNames.Register, Step: Consent + nameof(ConsentPurpose.Contact) };

    private static TextKey? Heard(ConsentPurpose purpose, bool? isGranted) => (purpose, isGranted) switch
    {
        (ConsentPurpose.Contact, null) => Texts.RegisterContactLeft,
        (ConsentPurpose.Contact, false) => Texts.RegisterContactNo,
        (_, null) => Texts.RegisterStatisticsLeft,
        _ => null,
    };

    // The form

    private Decision Play(TurnContext turn)
    {
        var state = turn.State;
        if (state.ConsentVersion is null || state.Form is not { } progress) return Begin(turn with { State = state.At(Name) });
        if (FormTalk.IsAskingForMore(turn)) return Show(turn, Player(turn).Start(progress), FormTalk.PageOf(state) + 1);
        if (turn.Text.Contains('?', StringComparison.Ordinal) && answers.Sure(state, turn.Text) is { } answer)
            return Show(turn, Player(turn).Start(progress), page: 0, before: new OutgoingMessage(answer));
        return Player(turn).Answer(progress, turn.Text) switch
        {
            FormMove.Finished finished => Finish(turn, finished),
            FormMove.Cancelled cancelled => (state with { Form = cancelled.Progress }).AtRest()
                .GoesTo(DialogNames.Menu, new OutgoingMessage(content.SpeechFor(state.Country)[Texts.RegisterCancelled])),
            var move => Show(turn, move, page: 0),
        };
    }

    private Decision Show(TurnContext turn, FormMove move, int page, params OutgoingMessage[] before) => FormTalk.Show(
        turn.State with { Form = move.Progress }, Name, move, Speech(turn, move), page, before);

    private FormSpeech Speech(TurnContext turn, FormMove move)
    {
        var programme = content.Programmes.Find(turn.State.Country)!;
        return new(content.SpeechFor(turn.State.Country), programme, turn.Message.Phone is not null)
        {
            Languages = move is FormMove.Ask { Question.Id: RegistrationForm.Language } or FormMove.Refuse { Question.Id: RegistrationForm.Language } ? FormSpeech.LanguagesAt(programme, move.Progress) : [],
        };
    }

    private Decision Finish(TurnContext turn, FormMove.Finished finished)
    {
        var programme = content.Programmes.Find(turn.State.Country)!;
        var say = content.SpeechFor(turn.State.Country);
        var draft = RegistrationForm.Read(finished, Surroundings(turn, programme));
        var participant = new ParticipantId(Guid.CreateVersion7(turn.Now));
        var registration = new RegistrationId(Guid.CreateVersion7(turn.Now));
        var folio = Folio.Draw(programme.Country.FolioPrefix);
        var request = new SubmitRegistration.Request(
            participant, registration, folio, programme.Country.Code, draft.GivenNames, draft.Surnames, draft.BirthYear, draft.Document,
            draft.PinHash, draft.Phone, draft.Language, draft.PrefersAudio, draft.Answers)
        {
            Source = Consenting.ChannelWord(turn.Message.Channel), IsInStatistics = turn.State.Note(Notes.Statistics) == "1", Poster = turn.State.Note(Notes.Origin),
        };

        var state = turn.State.Without(Notes.Another, Notes.Origin).AtRest() with
        {
            Form = null,
            Participants = [participant.Value, .. turn.State.Participants],
            Language = draft.Language,
            PrefersAudio = draft.PrefersAudio,
        };
        var office = programme.Offices.For(draft.Answers.PlaceCode ?? draft.Answers.RegionCode).Name;
        return state.Says(
            new OutgoingMessage(say.Say(Texts.RegisterDone, ("nombre", draft.GivenNames.Split(' ', 2)[0]), ("folio", folio.Spoken))),
            say.Say(Texts.RegisterNext, ("responde", office)).Asking(say.ToMenu())) with
        {
            Changes =
            [
                Change.Written<RegistrationRows>((rows, _) => rows.Of(request, turn.Now)),
                Change.Written(contact => LinkParticipant.Statement(contact, participant, turn.Now)),
                .. state.Note(Notes.Lesson) is null ? Array.Empty<Change>() : [Learn.Adoption(participant)],
            ],
        };
    }

    private FormPlayer Player(TurnContext turn)
    {
        var programme = content.Programmes.Find(turn.State.Country)!;
        return new FormPlayer(programme.Form, Surroundings(turn, programme));
    }

    private static FormSurroundings Surroundings(TurnContext turn, ProgrammePack programme) =>
        new(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(turn.Now, programme.Country.TimeZone).DateTime), programme.Places) { OwnPhone = turn.Message.Phone };
}

internal static partial class Texts
{
    public static readonly TextKey RegisterWho = Text("register.who");
    public static readonly TextKey RegisterAnother = Label("register.another");
    public static readonly TextKey RegisterContactLeft = Text("register.contactLeft");
    public static readonly TextKey RegisterContactNo = Text("register.contactNo");
    public static readonly TextKey RegisterStatisticsLeft = Text("register.statisticsLeft");
    public static readonly TextKey RegisterCancelled = Text("register.cancelled");
    public static readonly TextKey RegisterDone = Text("register.done", "nombre", "folio");
    public static readonly TextKey RegisterNext = Text("register.next", "responde");
}
