using CoopAssistant.Bot.Tests.WebChat;
using CoopAssistant.EndToEnd.WebChat;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.WebChat;

/// <summary>Microsoft's Web Chat, unmodified, in Chromium: on our own pages and on those of another site.</summary>
public sealed class MicrosoftWebChatTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private Site site = null!;
    private ScriptedBot bot = null!;
    private IPage page = null!;

    public async Task InitializeAsync()
    {
        await NodeClients.Ready;
        site = await Site.Start();
        bot = await ScriptedBot.Start(("Bot:AllowedOrigins", site.Url));
        page = await chromium.Open(new(bot.Url));
        page.SetDefaultTimeout(45_000);
    }

    public async Task DisposeAsync()
    {
        await page.Context.DisposeAsync();
        await bot.DisposeAsync();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_greets_takes_actions_lists_audio_and_files(bool isForeign)
    {
        await page.RouteAsync("**/prueba/leccion.ogg", route => route.FulfillAsync(new() { ContentType = "audio/ogg", Path = Recording.File }));
        await Open(isForeign);
        await Hears("Buenos días.");

        await page.GetByRole(AriaRole.Toolbar, new() { Name = "Acciones sugeridas" }).GetByRole(AriaRole.Button, new() { Name = "Aprender" }).ClickAsync();
        await Hears("Dijo: a");
        await Say("lista");
        await page.Locator(".webchat__adaptive-card-renderer").GetByRole(AriaRole.Button, new() { Name = "Rubro 9" }).ClickAsync();
        await Hears("Dijo: r9");
        await Say("audio");
        await Hears("Escuche la lección.");
        var seconds = await page.Locator("audio").EvaluateAsync<double>(
            "async audio => { audio.load(); for (let i = 0; i < 200 && !(audio.duration > 0); i++) await new Promise(done => setTimeout(done, 50)); return audio.duration || 0; }");
        var picker = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Cargar archivo" }).ClickAsync());
        await picker.SetFilesAsync(new FilePayload { Name = "foto.png", MimeType = "image/png", Buffer = Png });
        await page.Locator(".webchat__attachment-icon--checked").WaitForAsync(); // its tick: the file is taken up
        await page.GetByRole(AriaRole.Button, new() { Name = "Enviar", Exact = true }).ClickAsync();
        await Hears("Recibí 1: image/png.");
        await Picture.Of(page, isForeign ? "microsoft-foreign" : "microsoft-own");

        Assert.True(seconds > 0, "the recording did not load");
        await Assertions.Expect(page.GetByText("¿Qué desea hacer?", new() { Exact = true })).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByText("No se pudo enviar", new() { Exact = false })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task It_goes_on_after_the_server_was_restarted()
    {
        await Open(isForeign: false);
        await Hears("¿Qué desea hacer?");
        await Say("antes");
        await Hears("Dijo: antes");

        await bot.Stop();
        await bot.StartAgain();
        await page.WaitForResponseAsync(response => response.Url.Contains("watermark=", StringComparison.Ordinal) && response.Ok);
        await Say("después");
        await Hears("Dijo: después");

        await Assertions.Expect(page.GetByText("Dijo: antes", new() { Exact = true })).ToHaveCountAsync(1);
    }

    private ILocator SendBox => page.GetByRole(AriaRole.Textbox).First;

    private async Task Open(bool isForeign)
    {
        if (isForeign) site.Page("/chat.html", MicrosoftWebChat.Html(bot.Url));
        else MicrosoftWebChat.ServeOnSameOrigin(bot);
        await page.GotoAsync((isForeign ? site.Url : bot.Url) + "/chat.html");
    }

    private async Task Say(string text)
    {
        await SendBox.FillAsync(text);
        await SendBox.PressAsync("Enter");
    }

    private Task Hears(string text) => Assertions.Expect(page.GetByText(text, new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = 45_000 });
}
