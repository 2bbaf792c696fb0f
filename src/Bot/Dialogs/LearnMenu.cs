using System.Globalization;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>The course at a glance: what is done, what comes next, modules and their lessons.</summary>
internal sealed class LearnMenu(BotContent content, CourseShelf shelf, LearnReading reading, LearnCertificate certificate, LearnVoice voice)
{
    public const string ContinueOption = "learn:on";
    public const string HomeOption = "learn:home";
    public const string ModulesOption = "learn:modules";
    public const string ModuleOption = "learn:module:";
    public const string LessonOption = "learn:lesson:";
    public const string MineOption = "learn:mine";
    public const string CertificateOption = "learn:certificate";
    private const string DoneMark = " ✓";
    private const int MostOptions = 9;

    /// <summary>Null where she chose or named none of these.</summary>
    public async ValueTask<Decision?> Decide(TurnContext turn, CancellationToken cancel) => turn.Text switch
    {
        HomeOption => await Home(turn, cancel),
        ModulesOption => await Modules(turn, cancel),
        MineOption => Proving.For(turn.State.AtRest(), DialogNames.Lessons),
        _ when AsksForCertificate(turn) => await Certificate(turn, cancel),
        var text when text.StartsWith(ModuleOption, StringComparison.Ordinal) => await Module(turn, text[ModuleOption.Length..], cancel),
        _ when Plain.Of(turn.Text) is "modulos" or "ver los modulos" or "ver modulos" or "lista" or "temas" or "atras" => await Modules(turn, cancel),
        _ => null,
    };

    public static bool AsksForCertificate(TurnContext turn) =>
        turn.Text == CertificateOption || Plain.Of(turn.Text) is "constancia" or "mi constancia" or "certificado" or "mi certificado" or "diploma";

    public async ValueTask<Decision> Home(TurnContext turn, CancellationToken cancel)
    {
        var (state, course) = (turn.State, Course);
        var learner = Learn.LearnerOf(turn);
        var progress = await reading.Done(course.Id, learner, cancel);
        state = await WithPlaceElsewhere(turn, learner, cancel);
        var say = content.SpeechFor(state.Country);
        var total = course.LessonsFor(state.Country).Count();
        var next = Next(state, progress);
        var isNew = progress.Done.Count == 0 && PlaceOf(state) is null;
        var text = isNew
            ? say.Say(Texts.LearnWelcome, ("curso", course.Title), ("total", Number(total)))
            : say.Say(progress.FinishedAt is null ? Texts.LearnHome : Texts.LearnHomeFinished, ("curso", course.Title), ("hechas", Number(progress.Done.Count)), ("total", Number(total)));

        var options = new List<Option>();
        if (progress.FinishedAt is not null) options.Add(say.Option(CertificateOption, Texts.LearnCertificate));
        if (next is not null) options.Add(new Option(ContinueOption, say.Say(isNew ? Texts.LearnBegin : Texts.LearnContinue, ("leccion", next.Title))));
        options.Add(say.Option(ModulesOption, Texts.LearnModules));
        if (state.Participants.Count != 1) options.Add(say.Option(MineOption, state.Participants.Count == 0 ? Texts.LearnMine : Texts.LearnOther));
        var mayRemind = progress is { FinishedAt: null, Done.Count: > 0 } || state.Note(Notes.Reminder) is not null;
        if (mayRemind && LearnReminder.OptionFor(turn with { State = state }, say) is { } remind) options.Add(remind);
        options.Add(say.ToMenu());
        return state.At(DialogNames.Lessons, Learn.AtHome).Says((text + voice.FirstOf(state, course.Id, next)).Asking(options));
    }

    public async ValueTask<Decision> Modules(TurnContext turn, CancellationToken cancel)
    {
        var say = content.SpeechFor(turn.State.Country);
        var done = await Done(turn, cancel);
        var modules = Course.Modules.Select(module =>
        {
            var lessons = module.LessonsFor(turn.State.Country).ToList();
            var finished = lessons.Count(lesson => done.ContainsKey(lesson.Id));
            var mark = finished == lessons.Count ? DoneMark : finished == 0 ? "" : $" ({Number(finished)}/{Number(lessons.Count)})";
            return new Option(ModuleOption + module.Id, module.Title + mark);
        });
        return turn.State.At(DialogNames.Lessons, Learn.AtModules).Says(say[Texts.LearnWhichModule].Asking(say.Page([.. modules, say.ToMenu()], page: 0, MostOptions)));
    }

    public async ValueTask<Decision> Module(TurnContext turn, string moduleId, CancellationToken cancel)
    {
        if (Course.Modules.FirstOrDefault(module => module.Id == moduleId) is not { } module) return await Modules(turn, cancel);
        var say = content.SpeechFor(turn.State.Country);
        var done = await Done(turn, cancel);
        var lessons = module.LessonsFor(turn.State.Country).Select(lesson => InHers(turn.State, lesson)).Select(lesson => new Option(LessonOption + lesson.Id, voice.Named(turn.State, Course.Id, lesson) + (done.ContainsKey(lesson.Id) ? DoneMark : "")));
        return turn.State.At(DialogNames.Lessons, Learn.AtModule)
            .Says($"{module.Title}\n{module.Description}".Asking([.. lessons, say.Option(ModulesOption, Texts.LearnModules), say.ToMenu()]));
    }

    /// <summary>Who ended the course gets her certificate; who never registered is told how.</summary>
    public async ValueTask<Decision> Certificate(TurnContext turn, CancellationToken cancel)
    {
        var learner = Learn.LearnerOf(turn);
        var progress = await reading.Done(Course.Id, learner, cancel);
        if (progress.FinishedAt is null) return await Home(turn, cancel);
        var say = content.SpeechFor(turn.State.Country);
        if (learner.Participant is { } participant)
        {
            var paper = certificate.For(turn.State, participant, Course.Id) with { Options = [say.Option(ModulesOption, Texts.LearnModules), say.ToMenu()] };
            return turn.State.At(DialogNames.Lessons, Learn.AtHome).Says(paper) with { Changes = [LearnCertificate.Issued(participant, Course.Id)] };
        }
        return turn.State.At(DialogNames.Lessons, Learn.AtHome).Says(say[Texts.LearnRegisterFirst].Asking(
            say.Option(Choices.Go + DialogNames.Register, Texts.MenuRegister), say.Option(MineOption, Texts.LearnMine), say.ToMenu()));
    }

    public async ValueTask<Decision> NotUnderstood(TurnContext turn, CancellationToken cancel)
    {
        var refused = turn.State.Refused();
        var again = refused.Step == Learn.AtModules ? await Modules(turn, cancel) : await Home(turn, cancel);
        var say = content.SpeechFor(turn.State.Country);
        return again with
        {
            State = again.State with { Refusals = refused.Refusals },
            Replies = [new OutgoingMessage(say.Vary(Texts.MenuNotUnderstood, refused.Refusals - 1)), .. again.Replies],
        };
    }

    /// <summary>The lesson she names by number (5.1) or title; null for none.</summary>
    public string? LessonNamed(TurnContext turn)
    {
        var said = Plain.Of(turn.Text);
        if (said.Length < 3) return null;
        return Course.LessonsFor(turn.State.Country).FirstOrDefault(lesson => Plain.Of(lesson.Id) == said || Plain.Of(lesson.Title) == said || Plain.Of(InHers(turn.State, lesson).Title) == said || said == $"leccion {Plain.Of(lesson.Id)}")?.Id;
    }

    /// <summary>Where she goes on: in the lesson she is in, else with the next that is not done, around to the first; null where all are.</summary>
    public Lesson? Next(ConversationState state, Progress progress)
    {
        var place = PlaceOf(state);
        if (place is not null && IsOpen(place, progress) && Course.Find(place.LessonId, state.Country) is { } here) return InHers(state, here);
        var lessons = Course.LessonsFor(state.Country).ToList();
        var last = place is null ? -1 : lessons.FindIndex(lesson => lesson.Id == place.LessonId);
        return lessons.Skip(last + 1).Concat(lessons.Take(last + 1)).FirstOrDefault(lesson => !progress.Done.ContainsKey(lesson.Id)) is { } next ? InHers(state, next) : null;
    }

    /// <summary>The lesson in her language, where it is published in it and still goes the same way as the Spanish; else in Spanish.</summary>
    public Lesson InHers(ConversationState state, Lesson lesson) =>
        state.Language != Course.Language && shelf.Find(Course.Id, state.Language)?.Find(lesson.Id, state.Country) is { } hers
        && hers.Messages.Count == lesson.Messages.Count && hers.Questions.Select(question => question.RightChoice).SequenceEqual(lesson.Questions.Select(question => question.RightChoice))
            ? hers
            : lesson;

    /// <summary>She is in the midst of it, and did not finish it elsewhere since.</summary>
    public static bool IsOpen(LearnPlace place, Progress progress) =>
        !place.Position.IsFinished && (!progress.Done.TryGetValue(place.LessonId, out var done) || done < place.At);

    /// <summary>Her place, where it is hers: what somebody else on this phone left is not.</summary>
    public static LearnPlace? PlaceOf(ConversationState state) =>
        LearnPlace.Parse(state.Note(Notes.Lesson)) is { } place && (place.Owner.Length == 0 || place.Owner == Learn.OwnerOf(state)) ? place : null;

    public Course Course => shelf.Courses[0];

    private async ValueTask<ConversationState> WithPlaceElsewhere(TurnContext turn, Learner learner, CancellationToken cancel)
    {
        if (learner.Participant is not { } participant) return turn.State;
        var elsewhere = await reading.PlaceElsewhere(participant, learner.ContactId, cancel);
        return elsewhere is not null && !(PlaceOf(turn.State)?.At >= elsewhere.At) ? turn.State.With(Notes.Lesson, elsewhere.ToString()) : turn.State;
    }

    private async ValueTask<IReadOnlyDictionary<string, DateTimeOffset>> Done(TurnContext turn, CancellationToken cancel) =>
        (await reading.Done(Course.Id, Learn.LearnerOf(turn), cancel)).Done;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

internal static partial class Texts
{
    public static readonly TextKey LearnWelcome = Text("learn.welcome", "curso", "total");
    public static readonly TextKey LearnHome = Text("learn.home", "curso", "hechas", "total");
    public static readonly TextKey LearnHomeFinished = Text("learn.homeFinished", "curso", "hechas", "total");
    public static readonly TextKey LearnBegin = Label("learn.begin", "leccion");
    public static readonly TextKey LearnContinue = Label("learn.continue", "leccion");
    public static readonly TextKey LearnModules = Label("learn.modules");
    public static readonly TextKey LearnMine = Label("learn.mine");
    public static readonly TextKey LearnOther = Label("learn.other");
    public static readonly TextKey LearnCertificate = Label("learn.certificate");
    public static readonly TextKey LearnWhichModule = Text("learn.whichModule");
    public static readonly TextKey LearnRegisterFirst = Text("learn.registerFirst");
}
