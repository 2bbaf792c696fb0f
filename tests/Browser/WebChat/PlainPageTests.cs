using CoopAssistant.Browser.Admin;
using CoopAssistant.Bot.Tests.WebChat;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.WebChat;

/// <summary>The same conversation in a browser without JavaScript.</summary>
public sealed class PlainPageTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private ScriptedBot bot = null!;
    private IPage page = null!;

    public async Task InitializeAsync()
    {
        bot = await ScriptedBot.Start();
        page = await chromium.Open(new(bot.Url), 360, 740, browser => browser.JavaScriptEnabled = false);
    }

    public async Task DisposeAsync()
    {
        await page.Context.DisposeAsync();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task The_home_page_leads_to_it_and_she_talks_by_buttons_and_words()
    {
        await page.GotoAsync("/");
        await Picture.Of(page, "home-without-scripts-360");
        await page.Locator("coop-chat").GetByRole(AriaRole.Link, new() { Name = "Abrir el chat sencillo" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Empezar" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "2. Aprender" }).ClickAsync();
        await Assertions.Expect(Said("Dijo: a")).ToBeInViewportAsync();
        await Say("largo <b>x</b>");
        await Assertions.Expect(Said("Dijo: largo <b>x</b>")).ToBeInViewportAsync();
        await Picture.Of(page, "plain-360");
        await Say("largo");

        await Assertions.Expect(page.GetByRole(AriaRole.Strong).Filter(new() { HasText = "Importante" })).ToHaveCountAsync(12);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "https://example.org/12" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task It_is_the_conversation_of_the_widget_and_goes_on_after_a_while()
    {
        await page.GotoAsync("/chat");
        await page.GetByRole(AriaRole.Button, new() { Name = "Empezar" }).ClickAsync();
        await Say("hoy");
        await page.GotoAsync("/");
        await page.GotoAsync("/chat");
        await Assertions.Expect(Said("Dijo: hoy")).ToBeVisibleAsync();
        var cookies = await page.Context.CookiesAsync();

        var withScripts = await chromium.Open(new(bot.Url), 360, 740);
        await withScripts.Context.AddCookiesAsync(cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly }));
        await withScripts.GotoAsync("/");
        await new ChatWindow(withScripts).Hears("Dijo: hoy");
        await withScripts.Context.DisposeAsync();
    }

    [Fact]
    public async Task What_must_not_be_kept_is_not_shown_and_files_are_taken_where_they_are_asked_for()
    {
        await page.GotoAsync("/chat");
        await page.GetByRole(AriaRole.Button, new() { Name = "Empezar" }).ClickAsync();
        await Say("me pega");
        await Assertions.Expect(Said("(Este mensaje no se guardó.)")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Adjuntar foto o archivo")).ToHaveCountAsync(0);
        await Say("foto");
        await page.GetByLabel("Adjuntar foto o archivo").SetInputFilesAsync(new FilePayload { Name = "nota.txt", MimeType = "text/plain", Buffer = "hola"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Enviar" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("No se pudo recibir el archivo.");
        await page.GetByLabel("Adjuntar foto o archivo").SetInputFilesAsync(new FilePayload { Name = "carta.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Enviar" }).ClickAsync();

        await Assertions.Expect(Said("Recibí 1: application/pdf.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "carta.pdf" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Files_of_ours_say_how_long_and_how_large_they_are()
    {
        await page.GotoAsync("/chat");
        await page.GetByRole(AriaRole.Button, new() { Name = "Empezar" }).ClickAsync();
        await Say("audio");

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Lección 1 (0:42 · 91 kB)" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Leaving_leads_away_and_the_next_person_begins_anew()
    {
        await page.GotoAsync("/chat");
        await page.GetByRole(AriaRole.Button, new() { Name = "Empezar" }).ClickAsync();
        await Say("es secreto");
        await page.GetByRole(AriaRole.Button, new() { Name = "Salir" }).ClickAsync();
        await page.Reaches("/salida");
        await Picture.Of(page, "exit-360");
        await page.GotoAsync("/chat");

        await Assertions.Expect(page.GetByText("es secreto")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Empezar" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_word_salir_leaves_as_well()
    {
        await page.GotoAsync("/chat");
        await page.GetByRole(AriaRole.Button, new() { Name = "Empezar" }).ClickAsync();
        await Say("Salir");

        await page.Reaches("/salida");
        Assert.DoesNotContain(await page.Context.CookiesAsync(), c => c.Name == "coop-chat");
    }

    private async Task Say(string text)
    {
        await page.GetByLabel("Escriba aquí").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Enviar" }).ClickAsync();
    }

    private ILocator Said(string text) => page.GetByRole(AriaRole.Article).GetByText(text, new() { Exact = true }).Last;
}
