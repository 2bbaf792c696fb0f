using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Exports;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Registrations;
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
        routes.MapGet("/aprendizaje/mensajes.{format}", Stops).RequireAuthorization(Permission.SeeStatistics);
        routes.MapGet("/aprendizaje/lugares.{format}", Places).RequireAuthorization(Permission.SeeStatistics);
        routes.MapGet("/registros/{id:guid}/aprendizaje.{format}", Path).RequireAuthorization(Permission.ExchangeRegistrations);
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

    private static async Task<IResult> Stops(string format, HttpContext http, ReadStopNumbers read, CourseShelf shelf)
    {
        if (Request(http, shelf) is not { } request) return TypedResults.NotFound();
        var rows = (await read.Handle(request, http.RequestAborted)).Select(stop => (IReadOnlyList<object?>)[stop.LessonId, stop.LessonTitle, StopsTable.Part(stop), stop.Text, stop.Stopped]);
        return SheetFiles.File(new("mensajes", ["Número", "Lección", "Parte", "Qué dice", "Se quedaron aquí"], [.. rows]), format, http.RequestAborted);
    }

    private static async Task<IResult> Places(string format, HttpContext http, ReadLearningNumbers read, CourseShelf shelf, Programmes programmes)
    {
        if (Request(http, shelf) is not { } request || await read.Handle(request, http.RequestAborted) is not { } numbers) return TypedResults.NotFound();
        var rows = numbers.Places.Select(place => (IReadOnlyList<object?>)
            [programmes.Country(place.Country), place.Region.Length == 0 ? "" : programmes.Region(place.Country, place.Region), place.Count.Started, place.Count.Finished, place.Count.FinishedPercent, place.Count.Stopped]);
        return SheetFiles.File(new("lugares", ["País", "Región", "Empezaron", "Terminaron el curso", "De cada 100", "Dejaron de aprender"], [.. rows]), format, http.RequestAborted);
    }

    /// <summary>One woman's way, without her name; that it was taken is written down.</summary>
    private static async Task<IResult> Path(Guid id, string format, HttpContext http, ReadRegistration read, ReadLearningPath path, RecordChange record, Programmes programmes)
    {
        if (await read.Handle(new RegistrationId(id), http.User.Territory(), http.RequestAborted) is not { } registration) return TypedResults.NotFound();
        var rows = (await path.Handle(registration.ParticipantId, http.RequestAborted)).SelectMany(course => course.Lessons.Select(lesson => (IReadOnlyList<object?>)
            [course.CourseTitle, lesson.ModuleTitle, lesson.LessonId, lesson.Title, Day(lesson.StartedAt), Day(lesson.FinishedAt), lesson.Tries, lesson.Wrong]));
        await record.Handle(http.User.StaffId(), ChangeAction.Exported, "Registration", id.ToString(), "lo que ha aprendido", http.RequestAborted);
        return SheetFiles.File(new($"aprendizaje-{registration.Folio}", ["Curso", "Módulo", "Número", "Lección", "Empezó", "Terminó", "Respuestas", "Errores"], [.. rows]), format, http.RequestAborted);

        string Day(DateTimeOffset? at) => at is { } moment ? programmes.Moment(moment, registration.Country) : "";
    }

    private static ReadLearningNumbers.Request? Request(HttpContext http, CourseShelf shelf)
    {
        var query = LearningQuery.Of(http.Request.Query);
        return (query.Course ?? (shelf.Courses.Count > 0 ? shelf.Courses[0].Id : null)) is { } course ? query.For(course, http) : null;
    }
}
