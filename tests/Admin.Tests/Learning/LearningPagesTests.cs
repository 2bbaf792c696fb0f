using System.Net;
using System.Text;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
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
    public async Task Among_many_registrations_the_page_does_not_count_for_the_first_time_and_says_that_it_is_being_done()
    {
        await Learns(await host.Seed.Registration(region: "PA-2"), "1.1", wrong: true);
        await host.Seed.ManyRegistrations();
        using var ana = await host.SignedIn();

        var before = await ana.Read("/aprendizaje");
        await host.Seed.Do<RefreshTotals>(refresh => refresh.WhenOld(CancellationToken.None));
        var after = await ana.Read("/aprendizaje");

        Assert.Contains("Los números se están contando por primera vez", before, StringComparison.Ordinal);
        Assert.Contains("1.1 · ¿Qué es una cooperativa?", after, StringComparison.Ordinal);
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
        Assert.Contains($"{woman.Value}/aprendizaje.csv", path);
        var file = await ana.Read($"/registros/{woman.Value}/aprendizaje.csv");
        Assert.Contains(",1.1,¿Qué es una cooperativa?,", file);
        Assert.DoesNotContain("Pérez", file);
        Assert.Contains("exportó", await ana.Read("/auditoria?ver=cambios"));
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
        Assert.Contains("Panamá,Coclé,1,0,0,0", await ana.Read("/aprendizaje/lugares.csv"), StringComparison.Ordinal);
        using var book = SpreadsheetDocument.Open(new MemoryStream(await xlsx.Content.ReadAsByteArrayAsync()), isEditable: false);
        Assert.Contains("La que tiene más plata", book.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task A_group_is_counted_by_its_members_on_the_page_and_in_the_files()
    {
        var group = await host.Seed.Group("Tejedoras de Antón");
        var member = await host.Seed.Woman("Ana Lucía", "Rojas");
        await host.Seed.Do<JoinGroup>(join => join.Handle(group, member.Participant, true, default));
        await Learns(member.Registration, "1.1", wrong: true);
        await Learns(await host.Seed.Registration(), "1.1", wrong: false);
        await Leaves(member.Registration, "5.1", step: 1);
        using var ana = await host.SignedIn();
        using var bolivian = await host.SignedIn(email: "beto@ejemplo.gob.bo", country: "BO");
        var filter = $"?grupo={group.Value}";

        var page = await ana.Read("/aprendizaje" + filter);

        Assert.Contains($"<option value=\"{group.Value}\" selected", page, StringComparison.Ordinal);
        Assert.Contains("«La que tiene más plata», 1 vez", page, StringComparison.Ordinal);
        Assert.Contains("Mensaje 2", page, StringComparison.Ordinal);
        Assert.Contains("¿Qué es una cooperativa?,1,1,100,0", await ana.Read("/aprendizaje/lecciones.csv" + filter), StringComparison.Ordinal);
        Assert.Contains("¿Qué es una cooperativa?,2,2,100,0", await ana.Read("/aprendizaje/lecciones.csv"), StringComparison.Ordinal);
        Assert.Contains("Mensaje 2,", await ana.Read("/aprendizaje/mensajes.csv" + filter), StringComparison.Ordinal);
        Assert.Contains("Nadie ha empezado todavía", await bolivian.Read("/aprendizaje" + filter), StringComparison.Ordinal);
        Assert.DoesNotContain("Mensaje 2,", await bolivian.Read("/aprendizaje/mensajes.csv" + filter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_women_stop_is_told_by_message_and_goes_out_as_a_file()
    {
        await Leaves(await host.Seed.Registration(), "5.1", step: 1);
        using var ana = await host.SignedIn();

        var page = await ana.Read("/aprendizaje");

        Assert.Contains("En qué mensaje se quedan", page, StringComparison.Ordinal);
        Assert.Contains("Haga 4 columnas: fecha, qué pasó, entra, sale.", page, StringComparison.Ordinal);
        Assert.Contains("5.1,Libro de caja,Mensaje 2,", await ana.Read("/aprendizaje/mensajes.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("En qué mensaje se quedan", await ana.Read("/aprendizaje?pais=BO"), StringComparison.Ordinal);
    }

    /// <summary>She begins a lesson, comes as far as a step of it, and is not seen for two weeks.</summary>
    private async Task Leaves(RegistrationId registration, string lessonId, int step)
    {
        var participant = await host.Seed.Ask<ProgrammeDb, ParticipantId>(db => db.Registrations.Where(r => r.Id == registration).Select(r => r.ParticipantId).SingleAsync());
        var lesson = host.Services.GetRequiredService<CourseShelf>().Find(Course)!.Find(lessonId, "PA")!;
        await host.Seed.Do<IServiceProvider>(scope => scope.Write<LessonRows>(rows => rows.Of(new LessonRows.Beginning(new(participant, 0), Course, lessonId, lesson.VersionId, "PA", host.Clock.GetUtcNow()))));
        host.Clock.Pass(TimeSpan.FromDays(15));
        var enrolment = await host.Seed.Ask<CoursesDb, long>(db => db.Enrolments.Where(e => e.ParticipantId == participant).Select(e => e.Id).SingleAsync());
        await host.Seed.Do<NoteStops>(note => note.Handle([new(enrolment, lessonId, lesson.VersionId, step)], default));
    }

    [Fact]
    public async Task A_text_that_looks_like_a_formula_stays_a_text_in_the_workbook()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(await CoopAssistant.Admin.Exports.SheetFiles.Workbook(new("x", ["a"], [["=1+1", 5]]), CancellationToken.None)), isEditable: false);

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
        await host.Seed.Do<IServiceProvider>(scope => scope.Write<LessonRows>(rows => rows.Of(new LessonRows.Beginning(new(participant, 0), Course, lessonId, lesson.VersionId, "PA", host.Clock.GetUtcNow()))));
        await host.Seed.Do<IServiceProvider>(scope => scope.Write<LessonRows>(rows => rows.Of(new LessonRows.Ending(new(participant, 0), Course, lesson, lesson.VersionId, "PA", answers, host.Clock.GetUtcNow()))));
    }
}
