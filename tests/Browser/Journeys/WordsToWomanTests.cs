using CoopAssistant.Browser.Admin;
using CoopAssistant.Browser.WebChat;
using CoopAssistant.EndToEnd.Support;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.Journeys;

/// <summary>From the desk to a woman's phone: an editor on a small screen and a slow line changes a text, looks at it, tries a sentence, publishes; a woman reads it; the editor goes back.</summary>
public sealed class WordsToWomanTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string New = "¿En qué le ayudo hoy? Escriba el número.";
    private readonly CoopProcess _coop = new("--demo=false") { Environment = "Development" };

    public void Dispose() => _coop.Dispose();

    [Fact]
    public async Task An_editor_changes_what_the_bot_says_tries_it_publishes_and_a_woman_reads_it()
    {
        await _coop.StartWhole();
        var desk = await chromium.OpensFirst(_coop, onTheRoad: true);

        await desk.GetByRole(AriaRole.Link, new() { Name = "Textos" }).First.ClickAsync();
        await desk.GetByLabel("Buscar").FillAsync("qué quiere hacer");
        await desk.Keyboard.PressAsync("Enter");
        await desk.GetByRole(AriaRole.Link, new() { Name = "¿Qué quiere hacer? Escriba el número." }).ClickAsync();
        await desk.GetByLabel("Texto", new() { Exact = true }).FillAsync(New);
        await Assertions.Expect(desk.GetByText("Hay cambios sin guardar.")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(desk.GetByRole(AriaRole.Group, new() { Name = "Como se lee en WhatsApp" }).GetByText(New)).ToBeVisibleAsync();
        await desk.Picture("words-1-draft");

        await desk.GetByRole(AriaRole.Link, new() { Name = "Pruebe una frase" }).ClickAsync();
        await desk.GetByLabel("Ella escribe").FillAsync("menu principal");
        await desk.GetByLabel("Dónde está").SelectOptionAsync("En una lección");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Probar" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Se entiende que quiere el menú")).ToHaveCountAsync(2);
        await Assertions.Expect(desk.GetByText(New)).ToHaveCountAsync(1);
        await desk.Picture("words-2-tried");

        await desk.GotoAsync("/textos/texto/menu.title");
        await desk.GetByLabel("Por qué cambia").FillAsync("Más cercano");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Publicar", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Publicado. Las mujeres lo leen a los pocos segundos.")).ToBeVisibleAsync();
        await SheReads(New);

        await desk.GetByRole(AriaRole.Link, new() { Name = "Historial" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Más cercano")).ToBeVisibleAsync();
        await desk.Picture("words-3-history");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Volver a como vino" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Listo: el texto anterior está publicado otra vez, como versión nueva.")).ToBeVisibleAsync();
        await SheReads("¿Qué quiere hacer? Escriba el número.");
    }

    /// <summary>The bot takes up what was published within seconds; she asks until it has.</summary>
    private async Task SheReads(string text)
    {
        var page = await chromium.Open(new Uri(_coop.BotUrl), 360, 740);
        await page.GotoAsync("/");
        var chat = new ChatWindow(page);
        await chat.Say("quiero hacer una pregunta");
        await chat.Choice("Panamá").ClickAsync();
        for (var asked = 1; asked <= 100; asked++)
        {
            await chat.Say("menú");
            await Assertions.Expect(chat.Log.GetByText("Escriba el número.")).ToHaveCountAsync(asked);
            if (await chat.Log.GetByText(text).CountAsync() > 0) return;
        }
        Assert.Fail("The bot never said what was published.");
    }
}
