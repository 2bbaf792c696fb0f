using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// Learning: the course with what is done and what comes next, a lesson one message at a time, its questions, and those that
/// come back. Works without registering; who is registered learns under her own name on every phone.
/// </summary>
internal sealed class Learn(BotContent content, CourseShelf shelf, LearnMenu menu, LearnLesson lesson, LearnReview review, LearnReminder reminder, Preferences preferences) : IRepeat
{
    public const string InLesson = "lesson";
    public const string InReview = "review";
    public const string OfferedReview = "offer";
    public const string AtReminder = "reminder";
    public const string AtHome = "home";
    public const string AtModules = "modules";
    public const string AtModule = "module";

    public string Name => DialogNames.Lessons;

    /// <summary>Her words there are hers: only a whole command interrupts.</summary>
    public static bool IsInLesson(ConversationState state) => state is { Dialog: DialogNames.Lessons, Step: InLesson or InReview };

    public async ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel)
    {
        if (content.Programmes.Find(turn.State.Country) is null) return turn.State.With(Notes.Wish, Name).GoesTo(DialogNames.Greeting);
        await shelf.Filled.WaitAsync(cancel); // only in the first moment after a start
        if (shelf.Courses.Count == 0) return turn.State.AtRest().GoesTo(DialogNames.Menu);
        return turn.State.Step switch
        {
            InLesson => await InTheLesson(turn, cancel),
            InReview => await review.Decide(turn, cancel),
            OfferedReview when LearnMenu.AsksForCertificate(turn) => await menu.Certificate(turn, cancel),
            OfferedReview when LearnReminder.IsNoMore(turn) => await reminder.Set(turn, null, cancel),
            OfferedReview => await review.Offered(turn, cancel),
            AtReminder => await reminder.Take(turn, cancel),
            AtHome or AtModules or AtModule => await AtTheMenu(turn, cancel),
            _ => await Begin(turn, cancel),
        };
    }

    public async ValueTask<Decision> Repeat(TurnContext turn, CancellationToken cancel)
    {
        await shelf.Filled.WaitAsync(cancel);
        return turn.State.Step switch
        {
            InLesson => await lesson.Show(turn, cancel),
            InReview => await review.Show(turn, cancel),
            AtReminder => reminder.Ask(turn),
            _ => await Decide(turn with { State = turn.State.At(Name), Text = "", ChoseOption = false }, cancel),
        };
    }

    private async ValueTask<Decision> Begin(TurnContext turn, CancellationToken cancel)
    {
        var (state, changes) = Proved(turn.State);
        var now = turn with { State = state };
        var decision = await review.Offer(now, cancel) ?? await menu.Home(now, cancel);
        return changes.Count == 0 ? decision : decision with { Changes = [.. changes, .. decision.Changes] };
    }

    /// <summary>Who has just proved herself learns from now on, and takes along what was learnt here before.</summary>
    private static (ConversationState State, IReadOnlyList<Change> Changes) Proved(ConversationState state)
    {
        if (Proving.ProvedIn(state) is not { } participant) return (state, []);
        var others = state.Participants.Where(id => id != participant.Value);
        return (state.Without(Notes.Proved) with { Participants = [participant.Value, .. others] }, [Adoption(participant)]);
    }

    private async ValueTask<Decision> InTheLesson(TurnContext turn, CancellationToken cancel) => turn.Text switch
    {
        LearnMenu.ModulesOption => await menu.Modules(turn, cancel),
        LearnMenu.HomeOption => await menu.Home(turn, cancel),
        LearnMenu.CertificateOption => await menu.Certificate(turn, cancel),
        LearnReminder.Wish => reminder.Ask(turn),
        var text when text.StartsWith(LearnMenu.LessonOption, StringComparison.Ordinal) => await Open(turn, text[LearnMenu.LessonOption.Length..], cancel),
        _ => await lesson.Decide(turn, cancel),
    };

    private async ValueTask<Decision> AtTheMenu(TurnContext turn, CancellationToken cancel)
    {
        if (LearnReminder.IsWish(turn)) return reminder.Ask(turn);
        if (LearnReminder.IsNoMore(turn)) return await reminder.Set(turn, null, cancel);
        if (LearnSpeech.WordIn(turn.Text) == LearnWord.Audio) return await PreferAudio(turn, cancel);
        if (await menu.Decide(turn, cancel) is { } shown) return shown;
        if (turn.Text == LearnMenu.ContinueOption || Plain.Of(turn.Text) is "siguiente" or "continuar" or "seguir" or "sigue") return await lesson.Continue(turn, cancel);
        if (turn.Text.StartsWith(LearnMenu.LessonOption, StringComparison.Ordinal)) return await Open(turn, turn.Text[LearnMenu.LessonOption.Length..], cancel);
        return menu.LessonNamed(turn) is { } named ? await lesson.Open(turn, named, isUntold: turn.State.Step != AtModule, cancel) : await menu.NotUnderstood(turn, cancel);
    }

    private async ValueTask<Decision> PreferAudio(TurnContext turn, CancellationToken cancel)
    {
        var set = preferences.Prefer(turn.State, audio: true);
        var home = await menu.Home(turn with { State = turn.State with { PrefersAudio = true } }, cancel);
        return home with { Replies = [new OutgoingMessage(set.Replies[0].Text), .. home.Replies], Changes = [.. set.Changes, .. home.Changes] };
    }

    private ValueTask<Decision> Open(TurnContext turn, string lessonId, CancellationToken cancel) => lesson.Open(turn, lessonId, isUntold: false, cancel);

    // Who learns

    public static Learner LearnerOf(TurnContext turn) =>
        new(turn.State.Participants is [var first, ..] ? new ParticipantId(first) : null, turn.ContactId);

    public static string OwnerOf(ConversationState state) => state.Participants is [var first, ..] ? OwnerOf(first) : "";

    public static string OwnerOf(Guid participant) => participant.ToString("N")[^8..];

    public static Change Adoption(ParticipantId participant) =>
        Change.Of<AdoptProgress>((adopt, contact, cancel) => adopt.Handle(contact, participant, cancel));
}
