using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Recordings;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Recordings;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>The recorded voice of what is before her. Found in memory; she knows its length and weight before it is sent.</summary>
internal sealed class LearnVoice(BotContent content, CourseShelf shelf)
{
    /// <summary>Null where it has to be read.</summary>
    public RecordingFile? Of(ConversationState state, string courseId, Lesson lesson, LessonScreen screen) =>
        TextOf(screen) is { } text ? Saying(state, courseId, lesson, text) : null;

    /// <summary>In her language where the text is in it, else in Spanish: a recording belongs to the words it says.</summary>
    private RecordingFile? Saying(ConversationState state, string courseId, Lesson lesson, string text) => state.Country is not { } country ? null
        : shelf.Recording(courseId, lesson, country, text) ?? (state.Language == "es" ? null : shelf.Recording(courseId, lesson, country, text, state.Language));

    /// <summary>Leads on, with the weight of what comes where she prefers listening.</summary>
    public Option Next(ConversationState state, string courseId, Lesson lesson, LessonPosition position, string value)
    {
        var say = content.SpeechFor(state.Country);
        var coming = state.PrefersAudio ? Of(state, courseId, lesson, LessonPlayer.Next(lesson, position).Screen) : null;
        return coming is null ? say.Option(value, Texts.LearnNext) : new Option(value, Weighed(say, Texts.LearnNextAudio, coming));
    }

    /// <summary>Plays this part.</summary>
    public Option Listen(ConversationState state, RecordingFile file, string value) => new(value, Weighed(content.SpeechFor(state.Country), Texts.LearnListen, file));

    /// <summary>In audio mode, a line that tells the weight of what a lesson begins (or goes on) with before she opens it; empty where there is nothing to tell.</summary>
    public string FirstOf(ConversationState state, string courseId, Lesson? lesson) =>
        lesson is null ? "" : Told(state, Opening(state, courseId, lesson), Texts.LearnFirstVoice);

    /// <summary>A lesson in a list: in audio mode with the weight of what it begins (or goes on) with.</summary>
    public string Named(ConversationState state, string courseId, Lesson lesson) => Opening(state, courseId, lesson) is { } first
        ? $"{lesson.Title} ({Weighed(content.SpeechFor(state.Country), Texts.LearnWeight, first)})"
        : lesson.Title;

    /// <summary>In audio mode, a line that tells the weight of the question after the one before her; empty where there is nothing to tell.</summary>
    public string AfterAnswer(ConversationState state, string courseId, Lesson lesson, LessonPosition position) =>
        position.Pending is [_, var next, ..] ? Asked(state, courseId, lesson, next, Texts.LearnNextVoice) : "";

    /// <summary>The same of the first question of a review.</summary>
    public string FirstAsked(ConversationState state, string courseId, Lesson lesson, int question) => Asked(state, courseId, lesson, question, Texts.LearnFirstVoice);

    private string Asked(ConversationState state, string courseId, Lesson lesson, int question, TextKey key) =>
        Told(state, state.PrefersAudio ? Saying(state, courseId, lesson, SpokenPart.TextOf(lesson.Questions[question])) : null, key);

    /// <summary>What she hears when she opens the lesson: where she is in it, else its first message. Null where she reads.</summary>
    private RecordingFile? Opening(ConversationState state, string courseId, Lesson lesson)
    {
        if (!state.PrefersAudio) return null;
        var place = LearnMenu.PlaceOf(state);
        var isThere = place?.VersionId == lesson.VersionId && !place.Position.IsFinished;
        return Of(state, courseId, lesson, LessonPlayer.Show(lesson, isThere ? place!.Position : LessonPosition.Start).Screen);
    }

    private string Told(ConversationState state, RecordingFile? file, TextKey key) => file is null ? "" : "\n" + Weighed(content.SpeechFor(state.Country), key, file);

    /// <param name="before">What she reads first; empty for nothing.</param>
    public static OutgoingMessage Played(RecordingFile file, string before) => new(before) { Media = OutgoingMedia.Voice(file) };

    private static string Weighed(Speech say, TextKey key, RecordingFile file) =>
        say.Say(key, ("s", file.Seconds.ToString(CultureInfo.InvariantCulture)), ("kb", file.Kilobytes.ToString(CultureInfo.InvariantCulture)));

    private static string? TextOf(LessonScreen screen) => screen switch
    {
        LessonScreen.Reading reading => reading.Message.Text,
        LessonScreen.Asking asking => SpokenPart.TextOf(asking.Question),
        _ => null,
    };
}

internal static partial class Texts
{
    public static readonly TextKey LearnListen = Text("learn.listen", "s", "kb");
    public static readonly TextKey LearnFirstVoice = Text("learn.firstVoice", "s", "kb");
    public static readonly TextKey LearnNextVoice = Text("learn.nextVoice", "s", "kb");
    public static readonly TextKey LearnWeight = Label("learn.weight", "s", "kb");
    public static readonly TextKey LearnNextAudio = Text("learn.nextAudio", "s", "kb");
}
