using CoopAssistant.Admin.Tests;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Writing;
using CoopAssistant.Programme;
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
        await host.Seed.Do<StartLesson>(start => start.Handle(new(new(participant, 0), Course, "1.1", lesson.VersionId, "PA", host.Clock.GetUtcNow()), default));
        await host.Seed.Do<FinishLesson>(finish => finish.Handle(new(new(participant, 0), Course, lesson, lesson.VersionId, "PA", answers, host.Clock.GetUtcNow()), default));
    }
}
