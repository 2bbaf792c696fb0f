using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Packs;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Writing;
using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Translating;

/// <summary>Publishes the lessons of a language that are translated whole. Never without the name of who read them and stands for them.</summary>
public sealed class PublishTranslation(CoursesDb db, ReadTranslations read, ImportCourses import, CourseShelf shelf, CourseRules rules, TimeProvider clock)
{
    public sealed record Request(string CourseId, string Language, string Reviewer, string By);

    /// <param name="Published">Lessons and outlines that got a new version.</param>
    /// <param name="Refusals">Sentences in Spanish; then nothing was published.</param>
    public sealed record Result(int Published, IReadOnlyList<string> Refusals);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Language == LessonKey.WrittenLanguage) return new(0, ["El español se publica lección por lección."]);
        if (request.Reviewer.Trim().Length is 0 or > LessonLimits.TitleCharacters) return new(0, ["Escriba el nombre de quien revisó la traducción. Sin ese nombre no se publica."]);
        var translation = await db.CourseTranslations.AsNoTracking().SingleOrDefaultAsync(t => t.CourseId == request.CourseId && t.Language == request.Language, cancel);
        if (translation is null || await read.Spanish(request.CourseId, cancel) is not { } spanish) return new(0, ["Todavía no hay nada traducido."]);

        var translated = Translated(spanish, translation.Read()) with { Language = request.Language, Reviewer = request.Reviewer.Trim() };
        if (translated.Modules.Count == 0) return new(0, ["Ninguna lección está traducida por completo, con el título del curso y de su módulo."]);
        var problems = new PackProblems();
        new CourseReader(CourseWriter.FolderOf(translated), rules.Countries, rules.Jargon, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), problems, new PackProblems()).Read(CourseWriter.Write(translated));
        if (problems.Any) return new(0, [.. problems.InOrder().Select(problem => problem.ToString())]);
        var published = await import.Handle(new([translated], OnlyUnknown: false, request.By), cancel);
        await shelf.Refresh(cancel);
        return new(published, []);
    }

    /// <summary>The course with the lessons whose texts are all translated from the Spanish of today; without modules where its own titles are not.</summary>
    private static Course Translated(Course course, Dictionary<string, Translated> known)
    {
        if (Say(new("course/title", null, course.Title, 0)) is not { } title || Say(new("course/description", null, course.Description, 0)) is not { } description) return course with { Modules = [] };
        var modules = course.Modules.Select(module => Say(new($"{module.Id}/title", null, module.Title, 0)) is { } name && Say(new($"{module.Id}/description", null, module.Description, 0)) is { } about
            ? module with { Title = name, Description = about, Lessons = [.. module.Lessons.Where(IsWhole).Select(slot => slot with { Variants = [.. slot.Variants.Select(In)] })] }
            : module with { Lessons = [] });
        return course with { Title = title, Description = description, Modules = [.. modules.Where(module => module.Lessons.Count > 0)] };

        string? Say(TranslationUnit unit) => known.GetValueOrDefault(unit.Context) is { } text && text.Source == unit.Text ? text.Text : null;

        bool IsWhole(LessonSlot slot) => slot.Variants.SelectMany(TranslationUnit.Of).All(unit => Say(unit) is not null);

        Lesson In(Lesson lesson)
        {
            var words = new Queue<string>(TranslationUnit.Of(lesson).Select(unit => Say(unit)!));
            return lesson with
            {
                Title = words.Dequeue(),
                Messages = [.. lesson.Messages.Select(message => message with { Text = words.Dequeue() })],
                Questions = [.. lesson.Questions.Select(question => new Question(words.Dequeue(), [.. question.Choices.Select(choice => choice with { Label = words.Dequeue(), Feedback = words.Dequeue() })], question.Line))],
            };
        }
    }
}
