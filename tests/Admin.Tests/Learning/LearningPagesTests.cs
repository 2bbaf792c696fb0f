using System.Net;
using System.Text;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Tests.Learning;

public sealed class LearningPagesTests : IAsyncLifetime
{
    private const string Course = "gestion-cooperativa";

    private AdminHost host = null!;

    public async Task InitializeAsync() => host = await AdminHost.Start(courses: Path.Combine(Repository.Root, "content"));

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Before_anybody_learns_the_page_says_so()
    {
        using var ana = await host.SignedIn();

        Assert.Contains("Nadie ha empezado todavía", await ana.Read("/aprendizaje"));
    }

    [Fact]
    public async Task Numbers_of_the_moment_by_lesson_question_and_place()
    {
        var woman = await host.Seed.Registration(region: "PA-2");
        await Learns(woman, "1.1", wrong: true);
        using var ana = await host.SignedIn();

        var page = await ana.Read("/aprendizaje");

        Assert.Contains("1.1 · ¿Qué es una cooperativa?", page);
        Assert.Contains("¿Quién es la dueña de una cooperativa?", page);
        Assert.Contains("«La que tiene más plata», 1 vez", page);
        Assert.Contains("Coclé, Panamá", page);
        Assert.Contains("Nadie ha empezado todavía", await ana.Read("/aprendizaje?pais=BO"));
    }

    [Fact]
    public async Task Staff_of_a_country_see_their_women_alone_on_the_page_in_the_files_and_on_the_path()
    {
        var woman = await host.Seed.Registration();
        await Learns(woman, "1.1", wrong: true);
        using var bolivian = await host.SignedIn(email: "beto@ejemplo.gob.bo", country: "BO");

        Assert.Contains("Nadie ha empezado todavía", await bolivian.Read("/aprendizaje"));
        Assert.Contains("Nadie ha empezado todavía", await bolivian.Read("/aprendizaje?pais=PA"));
        Assert.DoesNotContain("La que tiene más plata", await bolivian.Read("/aprendizaje/preguntas.csv"));
        using var path = await bolivian.Get($"/registros/{woman.Value}/aprendizaje");
        Assert.Equal(HttpStatusCode.NotFound, path.StatusCode);
    }

    [Fact]
    public async Task Her_path_is_linked_from_her_registration()
    {
        var woman = await host.Seed.Registration();
        await Learns(woman, "1.1", wrong: true);
        using var ana = await host.SignedIn();

        Assert.Contains($"/registros/{woman.Value}/aprendizaje", await ana.Read($"/registros/{woman.Value}"));
        var path = await ana.Read($"/registros/{woman.Value}/aprendizaje");

        Assert.Contains("1 lección terminada", path);
        Assert.Contains("de 41", path);
    }

    [Fact]
    public async Task Tables_go_out_as_csv_and_as_a_workbook()
    {
        await Learns(await host.Seed.Registration(), "1.1", wrong: true);
        using var ana = await host.SignedIn();
        await ana.Read("/aprendizaje");

        using var csv = await ana.Get("/aprendizaje/lecciones.csv");
        using var xlsx = await ana.Get("/aprendizaje/preguntas.xlsx");
        using var other = await ana.Get("/aprendizaje/preguntas.exe");

        var lines = Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync()).Split("\r\n");
        Assert.Equal("\uFEFFMódulo,Número,Lección,Empezaron,Terminaron,De cada 100,Se quedaron aquí", lines[0]);
        Assert.EndsWith(",1.1,¿Qué es una cooperativa?,1,1,100,0", lines[1]);
        using var book = SpreadsheetDocument.Open(new MemoryStream(await xlsx.Content.ReadAsByteArrayAsync()), isEditable: false);
        Assert.Contains("La que tiene más plata", book.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public void A_text_that_looks_like_a_formula_stays_a_text_in_the_workbook()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(Exports.SheetFiles.Workbook(new("x", ["a"], [["=1+1", 5]]))), isEditable: false);

        Assert.Equal(["a", "=1+1", "5"], book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(cell => cell.InnerText));
        Assert.Empty(book.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>());
    }

    private async Task Learns(RegistrationId registration, string lessonId, bool wrong)
    {
        var participant = await host.Seed.Ask<ProgrammeDb, ParticipantId>(db => db.Registrations.Where(r => r.Id == registration).Select(r => r.ParticipantId).SingleAsync());
        var lesson = host.Services.GetRequiredService<CourseShelf>().Find(Course)!.Find(lessonId, "PA")!;
        var answers = lesson.Questions.SelectMany((question, at) => wrong && at == 0
            ? new[] { new GivenAnswer(0, question.RightChoice == 0 ? 1 : 0), new GivenAnswer(0, question.RightChoice) }
            : [new GivenAnswer(at, question.RightChoice)]).ToList();
        await host.Seed.Do<StartLesson>(start => start.Handle(new(new(participant, 0), Course, lessonId, lesson.VersionId, "PA", host.Clock.GetUtcNow()), default));
        await host.Seed.Do<FinishLesson>(finish => finish.Handle(new(new(participant, 0), Course, lesson, lesson.VersionId, "PA", answers, host.Clock.GetUtcNow()), default));
    }
}
