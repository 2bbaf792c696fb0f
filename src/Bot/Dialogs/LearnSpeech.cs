using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Packs;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>A word that works in every lesson.</summary>
internal enum LearnWord
{
    None,
    Next,
    Repeat,
    Audio,
    Exit,
    Modules,
}

/// <summary>Puts what a lesson shows into messages with options, and hears the words that work in it.</summary>
internal sealed class LearnSpeech(BotContent content, LearnVoice voice)
{
    private const string NextOption = "learn:next";
    private const string RepeatOption = "learn:repeat";
    private const string AudioOption = "learn:audio";
    private const string ExitOption = "learn:exit";
    private const string ChoicePrefix = "learn:choice:";

    public static LearnWord WordIn(string text) => text switch
    {
        NextOption => LearnWord.Next,
        RepeatOption => LearnWord.Repeat,
        AudioOption => LearnWord.Audio,
        ExitOption => LearnWord.Exit,
        _ => Plain.Of(text) switch
        {
            "siguiente" or "sig" or "sigue" or "seguir" or "sigamos" or "continuar" or "continue" or "continua" or "adelante" or "listo" or "lista" or "ok" or "okey" or "ya" or "si" or "dale" or "bueno" or "entendido" or "ya lei" or "mas" or "otra" or "next" => LearnWord.Next,
            "repetir" or "repite" or "repita" or "otra vez" or "de nuevo" or "no entendi" or "repetir por favor" => LearnWord.Repeat,
            "audio" or "escuchar" or "oir" or "voz" or "en audio" or "quiero audio" or "mandeme audio" => LearnWord.Audio,
            "salir" or "salir rapido" => LearnWord.Exit,
            "atras" or "volver" or "lecciones" or "modulos" => LearnWord.Modules,
            _ => LearnWord.None,
        },
    };

    /// <summary>Which choice's option she took, from 0; null for none.</summary>
    public static int? ChoiceIn(string text) =>
        text.StartsWith(ChoicePrefix, StringComparison.Ordinal) && int.TryParse(text.AsSpan(ChoicePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var choice) ? choice : null;

    /// <param name="isAgain">Shown once more, maybe days later: it says which lesson this is.</param>
    /// <param name="heard">Whether she hears it too; null: as she prefers. Where there is no voice she reads.</param>
    public IReadOnlyList<OutgoingMessage> Of(ConversationState state, string courseId, Lesson lesson, LessonMove move, bool isAgain, bool? heard = null)
    {
        var file = voice.Of(state, courseId, lesson, move.Screen);
        var isHeard = file is not null && (heard ?? state.PrefersAudio);
        var feedback = move.Given?.Feedback ?? "";
        var listen = file is null || isHeard ? null : voice.Listen(state, file, AudioOption);
        var read = move.Screen switch
        {
            LessonScreen.Reading reading => Reading(state, lesson, reading, isAgain || reading.Number == 1, voice.Next(state, courseId, lesson, move.Position, NextOption), listen),
            LessonScreen.Asking asking => Asking(state, lesson, asking, isHeard ? "" : feedback, listen, voice.AfterAnswer(state, courseId, lesson, move.Position)),
            _ => new OutgoingMessage(content.SpeechFor(state.Country).Say(Texts.LearnDone, ("leccion", lesson.Title))),
        };
        return isHeard ? [LearnVoice.Played(file!, feedback), read] : [read];
    }

    public bool HasVoice(ConversationState state, string courseId, Lesson lesson, LessonScreen screen) => voice.Of(state, courseId, lesson, screen) is not null;

    /// <summary>The end of a lesson: what she is told about her last answer, how far she is, and what comes next.</summary>
    public OutgoingMessage Ended(TurnContext turn, ConversationState state, Lesson lesson, LessonMove move, Progress after, Lesson? next, Course course, bool ends)
    {
        var say = content.SpeechFor(state.Country);
        var text = say.Say(Texts.LearnDone, ("leccion", lesson.Title));
        var module = course.ModuleOf(lesson.Id);
        var total = course.LessonsFor(state.Country).Count();
        if (ends) text += $"\n\n{say.Say(Texts.LearnCourseDone, ("curso", course.Title))}";
        else if (module is not null && module.LessonsFor(state.Country).All(done => after.Done.ContainsKey(done.Id))) text += $"\n{say.Say(Texts.LearnModuleDone, ("modulo", module.Title))}";
        if (!ends) text += $"\n{say.Say(Texts.LearnSoFar, ("hechas", Number(after.Done.Count)), ("total", Number(total)))}";
        if (move.Given is { } given) text = $"{given.Feedback}\n\n{text}";

        var options = new List<Option>();
        if (after.FinishedAt is not null) options.Add(say.Option(LearnMenu.CertificateOption, Texts.LearnCertificate));
        if (next is not null) options.Add(new Option(LearnMenu.ContinueOption, say.Say(Texts.LearnContinue, ("leccion", next.Title))));
        options.Add(say.Option(LearnMenu.ModulesOption, Texts.LearnModules));
        if (after.FinishedAt is null && state.Note(Notes.Reminder) is null && LearnReminder.OptionFor(turn, say) is { } remind) options.Add(remind);
        return (text + voice.FirstOf(state, course.Id, next)).Asking([.. options, say.ToMenu()]);
    }

    private OutgoingMessage Reading(ConversationState state, Lesson lesson, LessonScreen.Reading reading, bool withTitle, Option next, Option? listen)
    {
        var say = content.SpeechFor(state.Country);
        var part = say.Say(Texts.LearnPart, ("n", Number(reading.Number)), ("total", Number(reading.Of)));
        var heading = withTitle ? $"{lesson.Title} {part}" : part;
        var options = new List<Option> { next, say.Option(RepeatOption, Texts.LearnRepeat) };
        if (listen is not null) options.Add(listen);
        options.Add(say.ToMenu());
        if (lesson.HasQuickExit) options.Add(say.Option(ExitOption, Texts.LearnExit));
        return $"{heading}\n\n{Filled(state, reading.Message.Text)}".Asking(options);
    }

    private OutgoingMessage Asking(ConversationState state, Lesson lesson, LessonScreen.Asking asking, string feedback, Option? listen, string coming)
    {
        var say = content.SpeechFor(state.Country);
        var heading = asking.IsBack
            ? say[Texts.LearnOnceMore]
            : say.Say(Texts.LearnQuestion, ("n", Number(asking.Number)), ("total", Number(asking.Of)));
        var question = $"{heading}\n{Filled(state, asking.Question.Text)}{coming}";
        var options = asking.Question.Choices.Select((choice, at) => new Option(ChoicePrefix + Number(at), choice.Label)).ToList();
        if (listen is not null) options.Add(listen);
        if (lesson.HasQuickExit) options.Add(say.Option(ExitOption, Texts.LearnExit));
        return (feedback.Length > 0 ? $"{feedback}\n\n{question}" : question).Asking(options);
    }

    private string Filled(ConversationState state, string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal) || content.Programmes.Find(state.Country) is not { } programme) return text;
        var words = new Dictionary<string, string>(programme.WordsFor(null), StringComparer.Ordinal)
        {
            [LessonPlaceholders.EmergencyLines] = Violence.Lines(programme.Emergency),
        };
        return Placeholders.Fill(text, words);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

internal static partial class Texts
{
    public static readonly TextKey LearnNext = Label("learn.next");
    public static readonly TextKey LearnRepeat = Label("learn.repeat");
    public static readonly TextKey LearnExit = Label("learn.exit");
    public static readonly TextKey LearnPart = Text("learn.part", "n", "total");
    public static readonly TextKey LearnQuestion = Text("learn.question", "n", "total");
    public static readonly TextKey LearnOnceMore = Text("learn.onceMore");
    public static readonly TextKey LearnDone = Text("learn.done", "leccion");
    public static readonly TextKey LearnModuleDone = Text("learn.moduleDone", "modulo");
    public static readonly TextKey LearnCourseDone = Text("learn.courseDone", "curso");
    public static readonly TextKey LearnSoFar = Text("learn.soFar", "hechas", "total");
}
