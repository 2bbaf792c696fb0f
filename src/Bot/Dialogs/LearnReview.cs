using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Questions she missed come back some days later. She is asked first, and may want no more of them.</summary>
internal sealed class LearnReview(BotContent content, CourseShelf shelf, LearnMenu menu, LearnReading reading, LearnSpeech speech, LearnVoice voice)
{
    private const string Never = "learn:noreview";

    /// <summary>Asks whether she wants to go over what she missed; null where nothing is due, or she said "not now" today.</summary>
    public async ValueTask<Decision?> Offer(TurnContext turn, CancellationToken cancel)
    {
        if (turn.State.Note(Notes.ReviewPutOff) == Today(turn)) return null;
        var progress = await reading.Progress(menu.Course.Id, Learn.LearnerOf(turn), turn.Now, cancel);
        if (progress.Due is not { } due || await shelf.Version(due.VersionId, cancel) is not { } lesson) return null;
        var questions = due.Questions.Where(question => question < lesson.Questions.Count).ToList();
        if (questions.Count == 0) return null;
        var say = content.SpeechFor(turn.State.Country);
        return turn.State.With(Notes.Review, Written(due.VersionId, LessonPosition.AtQuestions(questions))).At(DialogNames.Lessons, Learn.OfferedReview)
            .Says((say.Say(Texts.LearnReviewOffer, ("preguntas", questions.Count.ToString(CultureInfo.InvariantCulture)), ("leccion", lesson.Title)) + voice.FirstAsked(turn.State, menu.Course.Id, lesson, questions[0])).Asking(
                say.Option(Choices.Yes, Texts.LearnReviewYes), say.Option(Choices.No, Texts.LearnReviewLater), say.Option(Never, Texts.LearnReviewNever)));
    }

    /// <summary>Her answer to the offer.</summary>
    public async ValueTask<Decision> Offered(TurnContext turn, CancellationToken cancel)
    {
        if (turn.Text == Choices.Yes || YesOrNo.Read(turn.Text) == true) return await Show(turn, cancel);
        var isNever = turn.Text == Never;
        var home = await menu.Home(turn with { State = turn.State.Without(Notes.Review).With(Notes.ReviewPutOff, Today(turn)) }, cancel);
        return isNever && await At(turn, cancel) is var (lesson, position) ? home with { Changes = [Kept(turn, lesson, position, answers: null)] } : home;
    }

    public async ValueTask<Decision> Show(TurnContext turn, CancellationToken cancel) =>
        await At(turn, cancel) is var (lesson, position) ? Shown(turn, lesson, LessonPlayer.Show(lesson, position)) : await menu.Home(turn, cancel);

    public async ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel)
    {
        if (await At(turn, cancel) is not var (lesson, position) || LessonPlayer.Show(lesson, position).Screen is not LessonScreen.Asking asking) return await menu.Home(turn, cancel);
        if ((LearnSpeech.ChoiceIn(turn.Text) ?? ChoiceMatcher.Find(asking.Question, turn.Text)) is not { } choice)
        {
            var word = LearnSpeech.WordIn(turn.Text);
            if (word is LearnWord.Repeat or LearnWord.Audio) return Shown(turn, lesson, LessonPlayer.Show(lesson, position), heard: word == LearnWord.Audio ? true : null);
            var again = Shown(turn, lesson, LessonPlayer.Show(lesson, position), heard: false);
            var hint = content.SpeechFor(turn.State.Country).Vary(Texts.LearnAnswerAgain, turn.State.Refusals);
            return again with { State = again.State with { Refusals = turn.State.Refused().Refusals }, Replies = [.. again.Replies.Select(reply => reply with { Text = $"{hint}\n\n{reply.Text}" })] };
        }
        var move = LessonPlayer.Answer(lesson, position, choice);
        return move.Screen is LessonScreen.Finished finished ? await Finish(turn, lesson, move, finished, cancel) : Shown(turn, lesson, move);
    }

    private async ValueTask<Decision> Finish(TurnContext turn, Lesson lesson, LessonMove move, LessonScreen.Finished finished, CancellationToken cancel)
    {
        var home = await menu.Home(turn with { State = turn.State.Without(Notes.Review) }, cancel);
        var praise = content.SpeechFor(turn.State.Country)[Texts.LearnReviewDone];
        return home with
        {
            Replies = [new OutgoingMessage($"{move.Given!.Feedback}\n\n{praise}"), .. home.Replies],
            Changes = [Kept(turn, lesson, LessonPosition.AtQuestions(finished.Answers.Select(answer => answer.Question).Distinct()), finished.Answers)],
        };
    }

    private Decision Shown(TurnContext turn, Lesson lesson, LessonMove move, bool? heard = null) =>
        turn.State.With(Notes.Review, Written(lesson.VersionId, move.Position)).At(DialogNames.Lessons, Learn.InReview).Says([.. speech.Of(turn.State, menu.Course.Id, lesson, move, isAgain: true, heard)]);

    private Change Kept(TurnContext turn, Lesson lesson, LessonPosition asked, IReadOnlyList<GivenAnswer>? answers)
    {
        var (learner, course, right) = (Learn.LearnerOf(turn), menu.Course.Id, lesson.Questions.Select(question => question.RightChoice).ToList());
        return Change.Of<FinishReview>((finish, contact, cancel) => finish.Handle(
            new(learner with { ContactId = contact }, course, lesson.VersionId, asked.Pending, answers, right, turn.Now), cancel));
    }

    private async ValueTask<(Lesson Lesson, LessonPosition Position)?> At(TurnContext turn, CancellationToken cancel) =>
        turn.State.Note(Notes.Review)?.Split('~') is [var version, var written]
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var versionId) && LessonPosition.Parse(written) is { } position
        && await shelf.Version(versionId, cancel) is { } lesson
            ? (lesson, position)
            : null;

    private static string Written(long versionId, LessonPosition position) => string.Create(CultureInfo.InvariantCulture, $"{versionId}~{position}");

    private static string Today(TurnContext turn) => turn.Now.UtcDateTime.ToString("yyMMdd", CultureInfo.InvariantCulture);
}

internal static partial class Texts
{
    public static readonly TextKey LearnReviewOffer = Text("learn.reviewOffer", "preguntas", "leccion");
    public static readonly TextKey LearnReviewYes = Label("learn.reviewYes");
    public static readonly TextKey LearnReviewLater = Label("learn.reviewLater");
    public static readonly TextKey LearnReviewNever = Label("learn.reviewNever");
    public static readonly TextKey LearnReviewDone = Text("learn.reviewDone");
}
