using CoopAssistant.Bot.Tests.WebChat;
using CoopAssistant.Browser.Admin;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.WebChat;

/// <summary>The page that a ministry puts online.</summary>
public sealed class HomePageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task It_says_who_we_are_shows_whatsapp_and_what_happens_to_her_data(int width)
    {
        await using var bot = await ScriptedBot.Start(("Twilio:From", "whatsapp:+50760001234"));
        var page = await chromium.Open(new(bot.Url), width, 740);

        await page.GotoAsync("/");
        await new ChatWindow(page).Hears("¿Qué desea hacer?");
        foreach (var heading in new[] { "Quiénes somos", "Escriba al asistente", "También en WhatsApp", "Sus datos" })
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();
        var code = page.GetByAltText("Código para abrir WhatsApp con el número del programa");
        await code.ScrollIntoViewIfNeededAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.qr').naturalWidth > 0");
        await page.IsAccessible();
        await Picture.Whole(page, $"home-{width}");
        var link = await page.GetByRole(AriaRole.Link, new() { Name = "Escribir por WhatsApp" }).GetAttributeAsync("href");
        await page.Context.DisposeAsync();

        Assert.Equal("https://wa.me/50760001234?text=Hola", link);
    }

    [Fact]
    public async Task Without_a_number_it_does_not_speak_of_whatsapp_and_without_published_figures_not_of_statistics()
    {
        await using var bot = await ScriptedBot.Start();
        var page = await chromium.Open(new(bot.Url), 360, 740);

        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sus datos" })).ToBeVisibleAsync();
        var headings = await page.GetByRole(AriaRole.Heading, new() { Level = 2 }).AllInnerTextsAsync();
        await page.Context.DisposeAsync();

        Assert.DoesNotContain("También en WhatsApp", headings);
        Assert.DoesNotContain("El programa en números", headings);
    }

    [Fact]
    public async Task A_ministry_that_publishes_its_figures_has_them_linked()
    {
        await using var bot = await ScriptedBot.Start(("WebChat:StatisticsUrl", "https://www.ministerio.example/cifras"));
        var page = await chromium.Open(new(bot.Url), 360, 740);

        await page.GotoAsync("/");
        var link = await page.GetByRole(AriaRole.Link, new() { Name = "Ver las estadísticas públicas" }).GetAttributeAsync("href");
        await page.Context.DisposeAsync();

        Assert.Equal("https://www.ministerio.example/cifras", link);
    }

    [Fact]
    public async Task She_reads_the_page_before_the_script_has_come()
    {
        await using var bot = await ScriptedBot.Start();
        var page = await chromium.Open(new(bot.Url), 360, 740);
        var script = new TaskCompletionSource();
        await page.RouteAsync("**/chat.js", async route => { await script.Task; await route.ContinueAsync(); });

        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(page.GetByText("Somos el programa del ministerio")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("coop-chat").GetByRole(AriaRole.Link, new() { Name = "Abrir el chat sencillo" })).ToBeVisibleAsync();
        script.SetResult();
        await new ChatWindow(page).Hears("¿Qué desea hacer?");

        await Assertions.Expect(page.Locator("coop-chat > p")).ToBeHiddenAsync();
        await page.Context.DisposeAsync();
    }
}
