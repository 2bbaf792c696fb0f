using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.Understanding;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Wording;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Words that work from any point, and where they lead. In a question that takes any words only a whole command interrupts.</summary>
internal sealed class GlobalWords(BotContent content, Register register, FollowUpForm followUps, Mailing mailing, Preferences preferences, Proving proving, FrequentAnswers answers, InstalledDialogs installed)
{
    private const string Explain = "ejemplo";

    /// <summary>Null where it is no such word, or her dialog takes it.</summary>
    public Decision? Serve(TurnContext turn, Heard heard)
    {
        var state = turn.State;
        if (heard.Intent == Intent.None) return NewOrFolio(turn);
        if (!MayInterrupt(turn, heard)) return null;
        if (Conductor.IsNew(state)) return Welcome(turn, heard.Intent);
        var rest = state.AtRest();
        return heard.Intent switch
        {
            Intent.Delete => rest.With(Notes.Answer, MyData.Delete).GoesTo(DialogNames.MyData),
            Intent.Withdraw => rest.GoesTo(DialogNames.Withdrawal),
            Intent.Stop => rest.GoesTo(DialogNames.Mailing),
            Intent.Start => mailing.Start(turn),
            Intent.Person => rest.GoesTo(DialogNames.Person),
            Intent.Restart => rest.GoesTo(DialogNames.Restart),
            Intent.Menu => rest.GoesTo(DialogNames.Menu),
            Intent.Language when state.Country is not null => preferences.AskLanguage(rest),
            Intent.Language or Intent.Preferences => rest.GoesTo(DialogNames.Preferences),
            Intent.Audio => preferences.Prefer(rest, audio: true),
            Intent.Status => ToStatus(turn),
            Intent.Missing => turn.AwaitedFromHer is null ? null : rest.GoesTo(WaitsIn(turn.AwaitedFromHer)),
            Intent.Group => rest.GoesTo(DialogNames.Groups),
            Intent.Meeting => rest.GoesTo(DialogNames.Meetings),
            Intent.Attendance => rest.GoesTo(DialogNames.Attendance),
            Intent.Sharing => rest.GoesTo(DialogNames.Sharing),
            Intent.FollowUp => rest.GoesTo(DialogNames.FollowUp),
            Intent.Register => rest.GoesTo(DialogNames.Register),
            Intent.Lessons => rest.GoesTo(installed.Has(DialogNames.Lessons) ? DialogNames.Lessons : DialogNames.Information),
            Intent.MyData => rest.GoesTo(DialogNames.MyData),
            Intent.Offices => rest.GoesTo(DialogNames.Offices),
            Intent.Information => rest.GoesTo(DialogNames.Information),
            Intent.Help => Help(turn),
            Intent.Back => rest.GoesTo(DialogNames.Menu),
            Intent.Continue => Continue(state),
            Intent.Exit => Leave(state),
            Intent.Goodbye => state.Says(new OutgoingMessage(content.SpeechFor(state.Country)[Texts.WordsGoodbye])),
            Intent.Greet => Greet(state),
            Intent.Thanks => state.Says(new OutgoingMessage(content.SpeechFor(state.Country)[Texts.WordsThanks])),
            _ => null,
        };
    }

    public Decision StopAtOnce(TurnContext turn) => mailing.Stop(turn);

    public Decision Topic(ConversationState state, string topic) =>
        state.Country is null ? state.With(Notes.Topic, topic).With(Notes.Wish, DialogNames.Information).GoesTo(DialogNames.Greeting) : answers.Answer(state, topic);

    /// <summary>At the door she says a code: it is taken from wherever she is, but for the talk of when to call her.</summary>
    public Decision? AtTheDoor(TurnContext turn) =>
        Attendance.CodeIn(turn, content.Hearing) is { } digits ? turn.State.AtRest().With(Notes.MeetingCode, digits).GoesTo(DialogNames.Attendance) : null;

    /// <summary>The dialog that takes what staff wait for.</summary>
    private static string WaitsIn(string? awaited) => AwaitedMeeting.Is(awaited) ? DialogNames.Meetings : AwaitedFollowUp.Is(awaited) ? DialogNames.FollowUp : AwaitedReferral.Is(awaited) ? DialogNames.Sharing : AwaitedInvitation.TryRead(awaited, out _, out _) ? DialogNames.Groups : DialogNames.Missing;

    /// <summary>Whether the word is served where she is, or left to what she was asked.</summary>
    public static bool MayInterrupt(TurnContext turn, Heard heard)
    {
        var (state, intent) = (turn.State, heard.Intent);
        if (state.Dialog is null) return true;
        if (intent == Intent.Start && !turn.HasOptedOut) return false;
        if (intent == Intent.Stop && Register.IsAskingForContact(state)) return false;
        var isAlways = intent is Intent.Delete or Intent.Stop or Intent.Start or Intent.Person or Intent.Restart or Intent.Menu
            or Intent.Status or Intent.MyData or Intent.Help or Intent.Exit or Intent.Goodbye || (intent == Intent.FollowUp && state.Dialog == DialogNames.FollowUp);
        if (FormTalk.IsPlaying(state))
        {
            if (!isAlways) return false;
            return !FormTalk.TakesAnyWords(state) || heard.Certainty == Certainty.Whole
                || (heard.Certainty == Certainty.Within && intent is Intent.Delete or Intent.Stop or Intent.Person or Intent.Restart);
        }
        return state.Dialog switch
        {
            DialogNames.Violence => isAlways && heard.Certainty == Certainty.Whole,
            DialogNames.MyData => isAlways && heard.Certainty == Certainty.Whole && intent is not (Intent.Delete or Intent.MyData),
            DialogNames.Lessons => heard.Certainty == Certainty.Whole
                ? intent is not (Intent.Audio or Intent.Continue or Intent.Back or Intent.Thanks) && !(intent == Intent.Exit && Learn.IsInLesson(state))
                : intent is Intent.Delete or Intent.Stop or Intent.Person,
            DialogNames.Missing or DialogNames.Groups or DialogNames.Meetings or DialogNames.Attendance or DialogNames.Sharing or DialogNames.FollowUp => (isAlways || intent == Intent.Back) && heard.Certainty == Certainty.Whole,
            DialogNames.Status when state.Note(Notes.Voices) is not null => intent is not (Intent.Audio or Intent.Thanks), // she means this voice
            DialogNames.Mailing => intent is not (Intent.Stop or Intent.Thanks),
            DialogNames.Preferences => intent is not (Intent.Language or Intent.Audio or Intent.Thanks),
            DialogNames.Proof => intent is not (Intent.Status or Intent.Thanks),
            DialogNames.Restart => intent is not (Intent.Restart or Intent.Register or Intent.Thanks or Intent.Continue),
            DialogNames.Register => intent is not Intent.Thanks && !(intent == Intent.Back && Register.IsAskingForConsent(state)),
            _ => intent is not Intent.Thanks,
        };
    }

    /// <summary>Her very first message: who came with a wish is served after her country is known.</summary>
    private Decision Welcome(TurnContext turn, Intent intent)
    {
        var wish = intent switch
        {
            Intent.Register => DialogNames.Register,
            Intent.Status => DialogNames.Status,
            Intent.MyData or Intent.Delete => DialogNames.MyData,
            Intent.Withdraw => DialogNames.Withdrawal,
            Intent.Preferences or Intent.Language or Intent.Audio => DialogNames.Preferences,
            Intent.Lessons when installed.Has(DialogNames.Lessons) => DialogNames.Lessons,
            Intent.Information or Intent.Lessons => DialogNames.Information,
            Intent.Offices => DialogNames.Offices,
            Intent.Group => DialogNames.Groups,
            Intent.Meeting => DialogNames.Meetings,
            Intent.Attendance => DialogNames.Attendance,
            Intent.Sharing => DialogNames.Sharing,
            Intent.FollowUp => DialogNames.FollowUp,
            _ => null,
        };
        var state = intent == Intent.Delete ? turn.State.With(Notes.Answer, MyData.Delete) : turn.State;
        return intent switch
        {
            Intent.Person => state.GoesTo(DialogNames.Person),
            Intent.Stop => state.GoesTo(DialogNames.Mailing),
            Intent.Start => mailing.Start(turn),
            Intent.Exit => Leave(state),
            _ when wish is null => state.GoesTo(DialogNames.Greeting),
            _ => (intent == Intent.Status ? WithFolio(state, turn.Message.Text) : state).With(Notes.Wish, wish).GoesTo(DialogNames.Greeting),
        };
    }

    /// <summary>No word of ours: a folio asks for its status, a first message is greeted; the rest is for her dialog.</summary>
    private Decision? NewOrFolio(TurnContext turn)
    {
        var state = turn.State;
        if (state.Dialog is null && !turn.ChoseOption && proving.FolioIn(turn.Text, state, insistOnLetters: true) is not null) return ToStatus(turn);
        if (state.Dialog is null && GroupCodeIn(turn.Text) is { } code)
        {
            var coming = state.With(Notes.GroupCode, code);
            return state.Country is null ? coming.With(Notes.Wish, DialogNames.Groups).GoesTo(DialogNames.Greeting) : coming.GoesTo(DialogNames.Groups);
        }
        if (!Conductor.IsNew(state)) return null;
        return content.Faq.Match(turn.Text) is { IsSure: true, Questions: [var question] } ? Topic(state, question.Topic) : state.GoesTo(DialogNames.Greeting);
    }

    /// <summary>"GRUPO 482-9135": what a woman of the group told her to write.</summary>
    /// <returns>The digits, right or wrong; null where she wrote no code.</returns>
    private static string? GroupCodeIn(string text) =>
        text.Length <= 60 && text.StartsWith("grupo ", StringComparison.OrdinalIgnoreCase) && string.Concat(text.Where(char.IsAsciiDigit)) is { Length: >= 5 } digits ? digits : null;

    private Decision ToStatus(TurnContext turn)
    {
        var state = WithFolio(turn.State.AtRest(), turn.Message.Text);
        return state.Country is null ? state.With(Notes.Wish, DialogNames.Status).GoesTo(DialogNames.Greeting) : state.GoesTo(DialogNames.Status);
    }

    private ConversationState WithFolio(ConversationState state, string text) =>
        proving.FolioIn(text, state, insistOnLetters: true) is { } folio ? state.With(Notes.Folio, folio.Canonical) : state;

    private Decision Help(TurnContext turn)
    {
        var say = content.SpeechFor(turn.State.Country);
        if (FormTalk.IsPlaying(turn.State))
        {
            var explained = turn.State.Dialog == DialogNames.FollowUp ? followUps.Explain(turn, Explain) : register.Explain(turn, Explain);
            return explained with { Replies = [.. explained.Replies, new OutgoingMessage(say[Texts.WordsHelpInForm])] };
        }
        return turn.State.Says(new OutgoingMessage(say[Texts.WordsHelp])) with { Then = Choices.Resume };
    }

    private static Decision Continue(ConversationState state) =>
        state.Dialog is not null ? state.Says() with { Then = Choices.Resume }
        : state.Form is not null ? state.AtRest().GoesTo(DialogNames.Register)
        : state.AtRest().GoesTo(DialogNames.Menu);

    /// <summary>She greets: what she was amid goes on, or the menu.</summary>
    public Decision Greet(ConversationState state)
    {
        var say = content.SpeechFor(state.Country);
        if (state.Dialog == DialogNames.Greeting) return state.Says() with { Then = Choices.Resume }; // she answers our greeting
        if (state.Dialog is not null) return state.Says(new OutgoingMessage(say[Texts.WordsGoOn])) with { Then = Choices.Resume };
        return state.Country is null ? state.GoesTo(DialogNames.Greeting) : state.GoesTo(DialogNames.Menu, new OutgoingMessage(say[state.Form is null ? Texts.WordsHelloAgain : Texts.WordsHelloDraft]));
    }

    /// <summary>Leaves no trace for who holds the phone next: nobody is active, and the next must say her folio.</summary>
    private Decision Leave(ConversationState state) =>
        (state.AtRest() with { Participants = [] }).Says(new OutgoingMessage(content.SpeechFor(state.Country)[Texts.WordsLeft]));
}

internal static partial class Texts
{
    public static readonly TextKey WordsHelp = Text("words.help");
    public static readonly TextKey WordsHelpInForm = Text("words.helpInForm");
    public static readonly TextKey WordsGoodbye = Text("words.goodbye");
    public static readonly TextKey WordsThanks = Text("words.thanks");
    public static readonly TextKey WordsGoOn = Text("words.goOn");
    public static readonly TextKey WordsHelloDraft = Text("words.helloDraft");
    public static readonly TextKey WordsHelloAgain = Text("words.helloAgain");
    public static readonly TextKey WordsLeft = Text("words.left");
}
