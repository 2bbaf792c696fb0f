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

/// <summary>
/// One lesson: a message at a time, then its questions. Every turn reads memory only; beginning and finishing are changes.
/// In a lesson without score her answers are not stored, not even as messages.
/// </summary>
internal sealed class LearnLesson(BotContent content, CourseShelf shelf, LearnMenu menu, LearnReading reading, LearnSpeech speech, LearnCertificate certificate)
{
    /// <summary>Who goes on so soon after a lesson has done nothing elsewhere meanwhile: what was next still is, and need not be read.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(30);

    /// <summary>Begins a lesson, or goes on in it where she is.</summary>
    /// <param name="isUntold">She named it without a list that tells what its voice weighs: she reads first, and the option to hear it tells.</param>
    public async ValueTask<Decision> Open(TurnContext turn, string lessonId, bool isUntold, CancellationToken cancel)
    {
        var place = LearnMenu.PlaceOf(turn.State);
        if (place?.LessonId == lessonId && !place.Position.IsFinished) return await Show(turn, cancel);
        return menu.Course.Find(lessonId, turn.State.Country) is { } lesson ? Begin(turn, menu.InHers(turn.State, lesson), isUntold) : await menu.Home(turn, cancel);
    }

    /// <summary>Where she is, else the next lesson that is not done.</summary>
    public async ValueTask<Decision> Continue(TurnContext turn, CancellationToken cancel)
    {
        var progress = await reading.Done(menu.Course.Id, Learn.LearnerOf(turn), cancel);
        if (LearnMenu.PlaceOf(turn.State) is { } place && LearnMenu.IsOpen(place, progress)) return await Show(turn, cancel);
        return menu.Next(turn.State, progress) is { } next ? Begin(turn, next) : await menu.Home(turn, cancel);
    }

    /// <summary>What is before her, once more.</summary>
    public async ValueTask<Decision> Show(TurnContext turn, CancellationToken cancel) =>
        await At(turn, cancel) is var (place, lesson) ? Shown(turn, place, lesson, LessonPlayer.Show(lesson, place.Position), isAgain: true) : await menu.Home(turn, cancel);

    public async ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel)
    {
        if (await At(turn, cancel) is not var (place, lesson)) return await menu.Home(turn, cancel);
        var here = LessonPlayer.Show(lesson, place.Position);
        if (here.Screen is LessonScreen.Finished) return await AfterTheEnd(turn, place, cancel);
        var asking = here.Screen as LessonScreen.Asking;
        if (asking is not null && (LearnSpeech.ChoiceIn(turn.Text) ?? (turn.ChoseOption ? null : ChoiceMatcher.Find(asking.Question, turn.Text))) is { } choice)
        {
            var move = LessonPlayer.Answer(lesson, place.Position, choice);
            var decision = move.Screen is LessonScreen.Finished finished ? await Finish(turn, place, lesson, move, finished, cancel) : Shown(turn, place, lesson, move);
            return decision with { WithholdText = !lesson.IsScored };
        }
        return LearnSpeech.WordIn(turn.Text) switch
        {
            LearnWord.Next when asking is null => Shown(turn, place, lesson, LessonPlayer.Next(lesson, place.Position)),
            LearnWord.Repeat => Shown(turn, place, lesson, here, isAgain: true),
            LearnWord.Audio when speech.HasVoice(turn.State, place.CourseId, lesson, here.Screen) => Shown(turn, place, lesson, here, isAgain: true, heard: true),
            LearnWord.Audio => WithoutAudio(Shown(turn, place, lesson, here, isAgain: true)),
            LearnWord.Exit => Leave(turn.State),
            LearnWord.Modules => await menu.Modules(turn, cancel),
            _ => NotUnderstood(turn, place, lesson, here) with { WithholdText = !lesson.IsScored },
        };
    }

    private Decision Begin(TurnContext turn, Lesson lesson, bool isUntold = false)
    {
        var place = new LearnPlace(menu.Course.Id, lesson.Id, lesson.VersionId, Learn.OwnerOf(turn.State), turn.Now, LessonPosition.Start);
        var (learner, country) = (Learn.LearnerOf(turn), turn.State.Country!);
        return Shown(turn, place, lesson, LessonPlayer.Show(lesson, LessonPosition.Start), heard: isUntold ? false : null) with
        {
            Changes = [Change.Written<LessonRows>((rows, contact) => rows.Of(new LessonRows.Beginning(
                learner with { ContactId = contact }, place.CourseId, lesson.Id, lesson.VersionId, country, turn.Now)))],
        };
    }

    private async ValueTask<Decision> Finish(TurnContext turn, LearnPlace place, Lesson lesson, LessonMove move, LessonScreen.Finished finished, CancellationToken cancel)
    {
        var (learner, country) = (Learn.LearnerOf(turn), turn.State.Country!);
        var before = await reading.Done(place.CourseId, learner, cancel);
        var done = new Dictionary<string, DateTimeOffset>(before.Done, StringComparer.Ordinal);
        done.TryAdd(lesson.Id, turn.Now);
        var ends = before.FinishedAt is null && menu.Course.LessonsThatCount(country).All(done.ContainsKey);
        var after = before with { Done = done, FinishedAt = before.FinishedAt ?? (ends ? turn.Now : null) };
        var placed = Placed(turn, place, move.Position);
        var next = menu.Next(placed, after);
        var state = next is null ? placed.Without(Notes.NextLesson) : placed.With(Notes.NextLesson, next.Id);
        var kept = Change.Written<LessonRows>((rows, contact) => rows.Of(new LessonRows.Ending(
            learner with { ContactId = contact }, place.CourseId, lesson, lesson.VersionId, country, finished.Answers, turn.Now)));
        var ended = speech.Ended(turn, state, lesson, move, after, next, menu.Course, ends);
        return ends && learner.Participant is { } participant
            ? state.Says(ended with { Options = [] }, certificate.For(state, participant, place.CourseId) with { Options = [.. ended.Options.Where(option => option.Value != LearnMenu.CertificateOption)] }) with { Changes = [kept, LearnCertificate.Issued(participant, place.CourseId)] }
            : state.Says(ended) with { Changes = [kept] };
    }

    /// <summary>She is at the end of a lesson and said something: "siguiente" leads on.</summary>
    private async ValueTask<Decision> AfterTheEnd(TurnContext turn, LearnPlace place, CancellationToken cancel)
    {
        var goesOn = turn.Text == LearnMenu.ContinueOption || LearnSpeech.WordIn(turn.Text) == LearnWord.Next || YesOrNo.Read(turn.Text) == true;
        if (!goesOn) return await menu.Home(turn, cancel);
        return turn.Now - place.At < AtOnce && turn.State.Note(Notes.NextLesson) is { } next && menu.Course.Find(next, turn.State.Country) is { } lesson
            ? Begin(turn, menu.InHers(turn.State, lesson))
            : await Continue(turn, cancel);
    }

    private Decision Shown(TurnContext turn, LearnPlace place, Lesson lesson, LessonMove move, bool isAgain = false, bool? heard = null) =>
        Placed(turn, place, move.Position).Says([.. speech.Of(turn.State, place.CourseId, lesson, move, isAgain, heard)]);

    private Decision NotUnderstood(TurnContext turn, LearnPlace place, Lesson lesson, LessonMove here)
    {
        var state = Placed(turn, place, here.Position) with { Refusals = turn.State.Refused().Refusals };
        var say = content.SpeechFor(state.Country);
        var hint = say.Vary(here.Screen is LessonScreen.Asking ? Texts.LearnAnswerAgain : Texts.LearnNextAgain, state.Refusals - 1);
        var shown = speech.Of(state, place.CourseId, lesson, here, isAgain: true, heard: false)[^1];
        return state.Says(shown with { Text = $"{hint}\n\n{shown.Text}" });
    }

    private Decision WithoutAudio(Decision shown) => shown with
    {
        Replies = [.. shown.Replies.Select(reply => reply with { Text = $"{content.SpeechFor(shown.State.Country)[Texts.LearnNoAudio]}\n\n{reply.Text}" })],
    };

    /// <summary>Out at once, leaving nothing for who holds the phone next.</summary>
    private Decision Leave(ConversationState state) =>
        (state.AtRest().Without(Notes.Lesson) with { Participants = [] }).Says(new OutgoingMessage(content.SpeechFor(state.Country)[Texts.WordsLeft]));

    private static ConversationState Placed(TurnContext turn, LearnPlace place, LessonPosition position) =>
        turn.State.With(Notes.Lesson, (place with { Position = position, At = turn.Now, Owner = Learn.OwnerOf(turn.State) }).ToString()).At(DialogNames.Lessons, Learn.InLesson);

    private async ValueTask<(LearnPlace Place, Lesson Lesson)?> At(TurnContext turn, CancellationToken cancel) =>
        LearnMenu.PlaceOf(turn.State) is { } place && await shelf.Version(place.VersionId, cancel) is { } lesson ? (place, lesson) : null;
}

internal static partial class Texts
{
    public static readonly TextKey LearnAnswerAgain = Varied("learn.answerAgain");
    public static readonly TextKey LearnNextAgain = Varied("learn.nextAgain");
    public static readonly TextKey LearnNoAudio = Text("learn.noAudio");
}
