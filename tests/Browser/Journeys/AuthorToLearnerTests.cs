using CoopAssistant.Browser.Admin;
using CoopAssistant.Browser.WebChat;
using CoopAssistant.EndToEnd.Support;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.Journeys;

/// <summary>From the author's desk to a woman's phone: an editor on a small screen and a slow line writes a lesson, tries it, publishes it, and a woman takes it in the web chat.</summary>
public sealed class AuthorToLearnerTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly CoopProcess _coop = new("--demo=false") { Environment = "Development" };

    public void Dispose() => _coop.Dispose();

    [Fact]
    public async Task An_editor_writes_tries_and_publishes_a_lesson_and_a_woman_takes_it()
    {
        await _coop.Start();
        var desk = await chromium.OpensFirst(_coop, onTheRoad: true);

        await Writes(desk);
        await Tries(desk);
        await Publishes(desk);

        var page = await chromium.Open(new Uri(_coop.BotUrl), 360, 740);
        await page.GotoAsync("/");
        var chat = new ChatWindow(page);
        await chat.Say("quiero aprender");
        await chat.Choice("Panamá").ClickAsync();
        await FindsTheNewLesson(chat);
        await chat.Say("1.6");
        await Assertions.Expect(chat.Log.GetByText("El vuelto es la plata que se devuelve.").Last).ToBeVisibleAsync();
        await chat.Choice("Siguiente").ClickAsync();
        await Assertions.Expect(chat.Log.GetByText("Paga con 10 y cuesta 7. ¿Cuánto vuelve?").Last).ToBeVisibleAsync();
        await chat.Say("tres balboas");
        await Assertions.Expect(chat.Log.GetByText("¡Bien! 10 menos 7 son 3.").Last).ToBeVisibleAsync();
        await page.Picture("author-4-learner");

        await desk.GotoAsync("/aprendizaje");
        await Assertions.Expect(desk.GetByRole(AriaRole.Cell, new() { Name = "1.6 · El vuelto", Exact = true })).ToBeVisibleAsync();
    }

    private static async Task Writes(IPage desk)
    {
        await desk.GetByRole(AriaRole.Link, new() { Name = "Cursos" }).First.ClickAsync();
        await desk.GetByRole(AriaRole.Link, new() { Name = "Gestión cooperativa básica" }).ClickAsync();
        await desk.GetByText("Agregar una lección").First.ClickAsync();
        await desk.GetByLabel("Título de la lección").First.FillAsync("El vuelto");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Agregar lección" }).First.ClickAsync();

        await desk.GetByLabel("Mensaje 1", new() { Exact = true }).FillAsync("El vuelto es la plata que se devuelve.");
        await Assertions.Expect(desk.GetByText("38 de 600 letras")).ToBeVisibleAsync();
        await desk.GetByLabel("Qué se pregunta", new() { Exact = true }).FillAsync("Paga con 10 y cuesta 7. ¿Cuánto vuelve?");
        await desk.GetByLabel("Respuesta 1", new() { Exact = true }).FillAsync("Nada");
        await desk.GetByLabel("Respuesta 2", new() { Exact = true }).FillAsync("Tres balboas");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Guardado.", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(desk.GetByText("Ninguna respuesta está marcada como correcta.")).ToBeVisibleAsync();
        await desk.Picture("author-1-checks");

        await desk.GetByRole(AriaRole.Link, new() { Name = "Pregunta 1, respuesta 1" }).First.ClickAsync();
        await desk.GetByLabel("Qué se le dice si la elige").Nth(0).FillAsync("Pagó de más: algo vuelve.");
        await desk.GetByLabel("Qué se le dice si la elige").Nth(1).FillAsync("¡Bien! 10 menos 7 son 3.");
        await desk.GetByLabel("La respuesta 2 es la correcta").CheckAsync();
    }

    private static async Task Tries(IPage desk)
    {
        await desk.GetByRole(AriaRole.Button, new() { Name = "Guardar y probar" }).ClickAsync();
        var phone = desk.GetByRole(AriaRole.Region, new() { Name = "Teléfono" });
        await Assertions.Expect(phone.GetByText("El vuelto es la plata que se devuelve.")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "Siguiente" }).ClickAsync();
        await Assertions.Expect(phone.GetByText("Paga con 10 y cuesta 7. ¿Cuánto vuelve?")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "1. Nada" }).ClickAsync();
        await Assertions.Expect(phone.GetByText("Pagó de más: algo vuelve.")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "2. Tres balboas" }).ClickAsync();
        await Assertions.Expect(phone.GetByText("Terminó la lección «El vuelto».")).ToBeVisibleAsync();
        await desk.Picture("author-2-tried");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Volver a escribir" }).ClickAsync();
    }

    /// <summary>The bot takes up what was published within seconds; she asks until it has.</summary>
    private static async Task FindsTheNewLesson(ChatWindow chat)
    {
        for (var asked = 1; asked <= 200; asked++)
        {
            await Assertions.Expect(chat.Log.GetByText("lecciones cortas")).ToHaveCountAsync(asked);
            if (await chat.Log.GetByText("Son 42 lecciones cortas").CountAsync() > 0) return;
            await chat.Say("quiero aprender");
        }
        Assert.Fail("The bot never taught what was published.");
    }

    private static async Task Publishes(IPage desk)
    {
        await desk.GetByRole(AriaRole.Button, new() { Name = "Publicar", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Publicada. Quien empiece la lección desde ahora recibe este texto.")).ToBeVisibleAsync();
        await Assertions.Expect(desk.GetByText("Publicada, versión 1")).ToBeVisibleAsync();
        await desk.Picture("author-3-published");
    }
}
