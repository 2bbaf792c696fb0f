using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Exports;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Statistics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Learning;

/// <summary>The tables of learning as files.</summary>
internal static class LearningEndpoints
{
    public static void MapLearning(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/aprendizaje/lecciones.{format}", Lessons).RequireAuthorization(Permission.SeeStatistics);
        routes.MapGet("/aprendizaje/preguntas.{format}", Questions).RequireAuthorization(Permission.SeeStatistics);
    }

    private static async Task<IResult> Lessons(string format, HttpContext http, ReadLearningNumbers read, CourseShelf shelf)
    {
        if (Request(http, shelf) is not { } request || await read.Handle(request, http.RequestAborted) is not { } numbers) return TypedResults.NotFound();
        var rows = numbers.Modules.SelectMany(module => module.Lessons.Select(lesson => (IReadOnlyList<object?>)
            [module.Module.Title, lesson.LessonId, lesson.Title, lesson.Count.Started, lesson.Count.Finished, lesson.Count.FinishedPercent, lesson.Count.Stopped]));
        return SheetFiles.File(new("lecciones", ["Módulo", "Número", "Lección", "Empezaron", "Terminaron", "De cada 100", "Se quedaron aquí"], [.. rows]), format, http.RequestAborted);
    }

    private static async Task<IResult> Questions(string format, HttpContext http, ReadQuestionNumbers read, CourseShelf shelf)
    {
        if (Request(http, shelf) is not { } request) return TypedResults.NotFound();
        var rows = (await read.Handle(request, http.RequestAborted)).SelectMany(question => question.Choices.Select(choice => (IReadOnlyList<object?>)
            [question.LessonId, question.LessonTitle, question.Question, question.Given, question.RightPercent, choice.Label, choice.IsRight ? "sí" : "no", choice.Given]));
        return SheetFiles.File(new("preguntas", ["Número", "Lección", "Pregunta", "Respuestas", "Correctas de cada 100", "Opción", "Es correcta", "Veces"], [.. rows]), format, http.RequestAborted);
    }

    private static ReadLearningNumbers.Request? Request(HttpContext http, CourseShelf shelf)
    {
        var query = LearningQuery.Of(http.Request.Query);
        return (query.Course ?? (shelf.Courses.Count > 0 ? shelf.Courses[0].Id : null)) is { } course ? query.For(course, http) : null;
    }
}
