using CoopAssistant.Browser.Admin;
using CoopAssistant.Bot.Tests.WebChat;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.WebChat;

/// <summary>
/// A browser of 2018 lacks what came later. Chromium 64 itself cannot be had any more, so what it did not know is taken away; that the
/// script holds no later syntax is proved by a parser (EndToEnd).
/// </summary>
public sealed class OldPhoneTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Before2019 = """
        delete ShadowRoot.prototype.adoptedStyleSheets; delete Document.prototype.adoptedStyleSheets;
        delete CSSStyleSheet.prototype.replaceSync; delete CSSStyleSheet.prototype.replace;
        for (const name of ['flat', 'flatMap', 'at', 'findLast', 'toSorted', 'toReversed']) delete Array.prototype[name];
        for (const name of ['replaceAll', 'matchAll', 'trimStart', 'trimEnd', 'at']) delete String.prototype[name];
        for (const name of ['fromEntries', 'hasOwn', 'groupBy']) delete Object[name];
        for (const name of ['allSettled', 'any', 'withResolvers']) delete Promise[name];
        delete Promise.prototype.finally;
        for (const name of ['replaceChildren', 'requestFullscreen', 'checkVisibility']) delete Element.prototype[name];
        delete HTMLFormElement.prototype.requestSubmit;
        for (const name of ['AbortController', 'AbortSignal', 'ResizeObserver', 'structuredClone', 'queueMicrotask', 'BroadcastChannel']) delete window[name];
        delete Crypto.prototype.randomUUID; delete Blob.prototype.text; delete Blob.prototype.arrayBuffer;
        """;

    [Fact]
    public async Task It_talks_and_is_dressed_in_a_browser_that_knows_nothing_newer_than_2018()
    {
        await using var bot = await ScriptedBot.Start();
        var page = await chromium.Open(new(bot.Url), 360, 640);
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        await page.AddInitScriptAsync(Before2019);
        var chat = new ChatWindow(page);

        await page.GotoAsync("/");
        await chat.Choice("2 Aprender").ClickAsync();
        await chat.Hears("Dijo: a");
        await chat.Say("imagen");
        await chat.Hears("Así se llena.");
        var background = await page.GetByRole(AriaRole.Button, new() { Name = "Enviar" }).EvaluateAsync<string>("button => getComputedStyle(button).backgroundColor");
        await Picture.Of(page, "old-phone-360");
        await chat.Exit.ClickAsync();
        await page.Reaches("/salida");
        await page.Context.DisposeAsync();

        Assert.Equal("rgb(107, 44, 145)", background);
        Assert.Empty(complaints);
    }
}
