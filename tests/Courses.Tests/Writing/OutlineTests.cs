using CoopAssistant.Courses.Writing;

namespace CoopAssistant.Courses.Tests.Writing;

public sealed class OutlineTests
{
    private const string Three = """
        id: prueba
        title: Un curso
        description: Para probar.
        language: es
        hours: 1
        modules:
          - id: m1
            title: Primero
            description: Un módulo.
            lessons: ["1.1", "1.2"]
          - id: m2
            title: Segundo
            description: Otro módulo.
            lessons: ["2.1"]

        """;

    [Theory]
    [InlineData("1.1", 1, "1.2 1.1 | 2.1")]
    [InlineData("1.1", -1, "1.1 1.2 | 2.1")]
    [InlineData("1.2", 1, "1.1 | 1.2 2.1")]
    [InlineData("2.1", -1, "1.1 1.2 2.1 | ")]
    [InlineData("2.1", 1, "1.1 1.2 | 2.1")]
    [InlineData("9.9", 1, "1.1 1.2 | 2.1")]
    public void A_lesson_moves_one_place_and_on_into_the_next_module(string lesson, int by, string order)
    {
        var moved = OutlineText.Read("prueba", Three).MoveLesson(lesson, by);

        Assert.Equal(order, string.Join(" | ", moved.Modules.Select(module => string.Join(' ', module.Lessons.Select(slot => slot.Id)))));
    }

    [Fact]
    public void A_module_moves_and_only_an_empty_one_can_be_taken_away()
    {
        var course = OutlineText.Read("prueba", Three);

        Assert.Equal(["m2", "m1"], course.MoveModule("m1", 1).Modules.Select(module => module.Id));
        Assert.Equal(["m1", "m2"], course.MoveModule("m1", -1).RemoveModule("m1").Modules.Select(module => module.Id));
        Assert.Equal(["m1", "m2", "m3"], course.AddModule("Tercero", "Más.").Modules.Select(module => module.Id));
        Assert.Equal(["m1", "m2"], course.AddModule("Tercero", "Más.").RemoveModule("m3").Modules.Select(module => module.Id));
    }

    [Fact]
    public async Task A_new_lesson_takes_its_place_when_it_is_published_and_not_before()
    {
        await using var desk = await WritersDesk.Open();
        var id = await desk.House.Call<ChangeOutline, string?>(change => change.AddLesson(WritersDesk.Course, 0, "m1", "El vuelto", "ana", default));
        var key = new LessonKey(WritersDesk.Course, id!, "");

        Assert.Equal("1.2", id);
        Assert.Equal(["1.1"], desk.Published.LessonIds());
        var draft = await desk.Text(key);
        Assert.Equal("m1/1.2-el-vuelto.md", draft.File);
        await desk.Write(text => text with { Messages = ["El vuelto es lo que se devuelve."], Questions = [new("Paga con 10, cuesta 7. ¿Cuánto vuelve?", [new("Nada", false, "Pagó de más."), new("3 monedas", true, "¡Bien!")])] }, key);
        Assert.Equal(PublishResult.Published, await desk.Publish("1.2"));

        Assert.Equal(["1.1", "1.2"], desk.Published.LessonIds());
        Assert.Equal("El vuelto", desk.Published.Find("1.2", "BO")!.Title);
        Assert.False((await desk.Read())!.HasNewOrder);
    }

    [Fact]
    public async Task A_new_order_waits_until_it_is_published_and_a_lesson_without_text_waits_longer()
    {
        await using var desk = await WritersDesk.Open();
        await desk.House.Call<ChangeOutline, string?>(change => change.AddLesson(WritersDesk.Course, 0, "m1", "El vuelto", "ana", default));
        await desk.Change(course => course.RenameModule("m1", "La plata", "Contar y anotar."));
        Assert.Equal("Primero", desk.Published.Modules[0].Title);

        var result = await desk.House.Call<PublishOutline, PublishResult>(async publish => await publish.Handle(WritersDesk.Course, (await desk.Read())!.OutlineVersion, "ana", default));

        Assert.Equal(PublishResult.Published, result);
        Assert.Equal(("La plata", "1.1"), (desk.Published.Modules[0].Title, string.Join(' ', desk.Published.LessonIds())));
        Assert.Equal("1.1 1.2", string.Join(' ', (await desk.Read())!.Outline.LessonIds()));
    }

    [Fact]
    public async Task Two_editors_of_the_order_get_a_conflict()
    {
        await using var desk = await WritersDesk.Open();
        await desk.Change(course => course.AddModule("Nuevo", "Uno."));

        var late = await desk.House.Call<ChangeOutline, SaveDraftResult>(change => change.Handle(new(WritersDesk.Course, 0, course => course.AddModule("Otro", "Dos."), "bea"), default));

        Assert.Equal(SaveDraftResult.Conflict, late);
    }
}
