using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Writing;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>How she likes to be spoken to: messages or none, reading or listening, her language; and the way to her data.</summary>
internal sealed class Preferences(BotContent content, Mailing mailing, CourseShelf shelf) : IRepeat
{
    public const string Audio = "preferences:audio";
    public const string Language = "preferences:language";

    private const string Choosing = "choosing";
    private const string ChoosingLanguage = "language";
    private const string StopMessages = "preferences:stop";
    private const string StartMessages = "preferences:start";
    private const string Read = "preferences:text";

    public string Name => DialogNames.Preferences;

    public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel) => ValueTask.FromResult(turn switch
    {
        { State.Country: null } => turn.State.With(Notes.Wish, Name).GoesTo(DialogNames.Greeting),
        { State.Step: null } => Begin(turn),
        { Text: StopMessages } => mailing.Stop(turn),
        { Text: StartMessages } => mailing.Start(turn),
        { Text: Audio } => Prefer(turn.State, audio: true),
        { Text: Read } => Prefer(turn.State, audio: false),
        { Text: Language } => AskLanguage(turn.State),
        { State.Step: ChoosingLanguage } => TakeLanguage(turn),
        _ => turn.State.Refusals >= 2 ? turn.State.AtRest().GoesTo(DialogNames.Menu) : Begin(turn).Again(turn.State, content.SpeechFor(turn.State.Country)),
    });

    public ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel) =>
        ValueTask.FromResult(turn.State.Step == ChoosingLanguage ? AskLanguage(turn.State) : Begin(turn));

    /// <summary>She prefers recordings, or text.</summary>
    public Decision Prefer(ConversationState state, bool audio)
    {
        var say = content.SpeechFor(state.Country);
        var after = state.AtRest() with { PrefersAudio = audio };
        return after.Says(say[audio ? Texts.PreferencesAudioSet : Texts.PreferencesTextSet].Asking(say.ToMenu())) with { Changes = Kept(after) };
    }

    public Decision AskLanguage(ConversationState state)
    {
        var languages = Languages(state);
        var say = content.SpeechFor(state.Country);
        if (languages.Count == 0) return state.AtRest().Says(say[Texts.PreferencesSpanishOnly].Asking(say.ToPerson(), say.ToMenu()));
        return state.At(Name, ChoosingLanguage).Says(say[Texts.PreferencesLanguages].Asking([.. languages.Select(language => new Option(language.Value, language.Label))]));
    }

    private Decision Begin(TurnContext turn)
    {
        var say = content.SpeechFor(turn.State.Country);
        return turn.State.AtRest().At(Name, Choosing).Says(say[Texts.PreferencesTitle].Asking(
            turn.HasOptedOut ? say.Option(StartMessages, Texts.PreferencesStart) : say.Option(StopMessages, Texts.PreferencesStop),
            turn.State.PrefersAudio ? say.Option(Read, Texts.PreferencesText) : say.Option(Audio, Texts.PreferencesAudio),
            say.Option(Language, Texts.PreferencesLanguage),
            say.Option(Choices.Go + DialogNames.MyData, Texts.PreferencesMyData),
            say.Option(Choices.Go + DialogNames.Withdrawal, Texts.WithdrawalOffer),
            say.ToMenu()));
    }

    private Decision TakeLanguage(TurnContext turn)
    {
        var said = Plain.Of(turn.Text);
        var chosen = Languages(turn.State).FirstOrDefault(language => language.Value == turn.Text
            || language.Aliases.Append(language.Label).Any(name => Plain.Of(name) == said));
        if (chosen is null) return turn.State.Refusals >= 2 ? turn.State.AtRest().GoesTo(DialogNames.Menu) : AskLanguage(turn.State).Again(turn.State, content.SpeechFor(turn.State.Country));
        var after = turn.State.AtRest() with { Language = chosen.Value };
        var say = content.SpeechFor(after.Country);
        return after.Says(say.Say(HasLessons(chosen.Value) ? Texts.PreferencesLanguageLessons : Texts.PreferencesLanguageSet, ("idioma", chosen.Label)).Asking(say.ToPerson(), say.ToMenu())) with { Changes = Kept(after) };
    }

    /// <summary>Something is translated into it and published.</summary>
    private bool HasLessons(string language) => language != LessonKey.WrittenLanguage && shelf.Courses.Any(course => course.Language == language);

    private IReadOnlyList<FormOption> Languages(ConversationState state) =>
        content.Programmes.Find(state.Country)?.Form.Find(RegistrationForm.Language)?.Kind is QuestionKind.Choice choice ? choice.Options : [];

    /// <summary>Kept with her registration too, where this phone has exactly one.</summary>
    private static IReadOnlyList<Change> Kept(ConversationState state) => state.Participants is [var only]
        ? [Change.Of<SetPreferences>((set, _, cancel) => set.Handle(new ParticipantId(only), state.Language, state.PrefersAudio, cancel))]
        : [];
}

internal static partial class Texts
{
    public static readonly TextKey PreferencesTitle = Text("preferences.title");
    public static readonly TextKey PreferencesStop = Label("preferences.stop");
    public static readonly TextKey PreferencesStart = Label("preferences.start");
    public static readonly TextKey PreferencesAudio = Label("preferences.audio");
    public static readonly TextKey PreferencesText = Label("preferences.text");
    public static readonly TextKey PreferencesLanguage = Label("preferences.language");
    public static readonly TextKey PreferencesMyData = Label("preferences.mydata");
    public static readonly TextKey PreferencesAudioSet = Text("preferences.audioSet");
    public static readonly TextKey PreferencesTextSet = Text("preferences.textSet");
    public static readonly TextKey PreferencesLanguages = Text("preferences.languages");
    public static readonly TextKey PreferencesLanguageSet = Text("preferences.languageSet", "idioma");
    public static readonly TextKey PreferencesLanguageLessons = Text("preferences.languageLessons", "idioma");
    public static readonly TextKey PreferencesSpanishOnly = Text("preferences.spanishOnly");
}
