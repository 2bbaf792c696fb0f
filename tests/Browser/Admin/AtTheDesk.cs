using CoopAssistant.Admin.Tests;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Certificates;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Courses.Translating;
using CoopAssistant.Courses.Writing;
using CoopAssistant.Programme;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Browser.Admin;

/// <summary>The pages on which courses are written and their numbers seen, with something on each.</summary>
internal static class AtTheDesk
{
    private const string Course = "gestion-cooperativa";

    public static string[] Pages { get; } =
    [
        "/cursos", $"/cursos/{Course}", $"/cursos/{Course}/revision", $"/cursos/{Course}/idiomas", $"/cursos/{Course}/idiomas/quh", $"/cursos/{Course}/idiomas/quh/5.1", "/cursos/paquete",
        $"/cursos/{Course}/lecciones/5.1", $"/cursos/{Course}/lecciones/1.4?pais=PA", $"/cursos/{Course}/lecciones/5.1/historial", $"/cursos/{Course}/lecciones/5.1/voces",
        $"/cursos/{Course}/lecciones/5.1/probar", $"/cursos/{Course}/lecciones/5.1/probar?lugar=q0,1,2|&paso=0", "/aprendizaje", "/aprendizaje?pais=BO",
    ];

    /// <summary>A draft with faults, a new order, and one woman who learnt a lesson.</summary>
    public static async Task WithADraft(AdminHost host)
    {
        var text = (await host.Seed.Ask<ReadDesk, CourseDesk?>(read => read.Handle(Course, "5.1", default)))!.Texts[0];
        await host.Seed.Do<SaveDraft>(save => save.Handle(
            new(text.Key, text.File, text.Text with { Messages = [.. text.Text.Messages, "Hay que implementar <b>esto</b>."] }, 0, text.BasedOn, ""), default));
        await host.Seed.Do<ChangeOutline>(change => change.Handle(new(Course, 0, course => course.MoveLesson("5.1", 1).RemoveLesson("8.4"), ""), default));

        var participant = await host.Seed.Ask<ProgrammeDb, ParticipantId>(db => db.Registrations.Select(r => r.ParticipantId).FirstAsync());
        var lesson = host.Services.GetRequiredService<CourseShelf>().Find(Course)!.Find("1.1", "PA")!;
        List<GivenAnswer> answers = [new(0, 0), new(0, 1), new(1, 0), new(2, 2)];
        await host.Seed.Do<IServiceProvider>(scope => scope.Write<LessonRows>(rows => rows.Of(new LessonRows.Beginning(new(participant, 0), Course, "1.1", lesson.VersionId, "PA", host.Clock.GetUtcNow()))));
        await host.Seed.Do<IServiceProvider>(scope => scope.Write<LessonRows>(rows => rows.Of(new LessonRows.Ending(new(participant, 0), Course, lesson, lesson.VersionId, "PA", answers, host.Clock.GetUtcNow()))));
        await LeftAndTranslated(host, participant);
    }

    /// <summary>Another woman left lesson 5.1 weeks ago; its title is translated; the first has her certificate.</summary>
    private static async Task LeftAndTranslated(AdminHost host, ParticipantId participant)
    {
        var (lesson, now) = (host.Services.GetRequiredService<CourseShelf>().Find(Course)!.Find("5.1", "PA")!, host.Clock.GetUtcNow());
        await host.Seed.Do<IServiceProvider>(scope => scope.Write<LessonRows>(rows => rows.Of(new LessonRows.Beginning(new(null, 99), Course, "5.1", lesson.VersionId, "PA", now - TimeSpan.FromDays(20)))));
        var enrolment = await host.Seed.Ask<CoursesDb, long>(db => db.Enrolments.Where(e => e.ContactId == 99).Select(e => e.Id).SingleAsync());
        await host.Seed.Do<NoteStops>(note => note.Handle([new(enrolment, "5.1", lesson.VersionId, 1)], default));
        await host.Seed.Do<WriteTranslation>(write => write.Handle(Course, "quh", [new("5.1/title", lesson.Title, "", "Qullqi p'anqa"), new("5.1/m1", "Antes decía otra cosa.", "", "Qillqay")], "", default));
        await host.Seed.Do<CoursesDb>(db =>
        {
            db.Certificates.Add(Certificate.Issue(CertificateCode.Draw(), Course, participant, "PA", "Ana Ríos", "Gestión cooperativa básica", 40, 4, now, now));
            return db.SaveAsync(default);
        });
    }
}
