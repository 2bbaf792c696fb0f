using Microsoft.Playwright;

namespace CoopAssistant.Browser.WebChat;

/// <summary>The widget as a woman meets it: by what it says and by the names of its buttons.</summary>
internal sealed class ChatWindow(IPage page)
{
    public IPage Page => page;
    public ILocator Log => page.GetByRole(AriaRole.Log, new() { Name = "Conversación" });
    public ILocator Box => page.GetByRole(AriaRole.Textbox, new() { Name = "Escriba aquí" });
    public ILocator Exit => page.GetByRole(AriaRole.Button, new() { Name = "Salir", Exact = true });

    public ILocator Choice(string name) => page.GetByRole(AriaRole.Group, new() { Name = "Opciones" }).GetByRole(AriaRole.Button, new() { Name = name });

    public async Task Say(string text)
    {
        await Box.FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Enviar", Exact = true }).ClickAsync();
    }

    /// <summary>Waits until a message of the bot reads so.</summary>
    public Task Hears(string text) => Assertions.Expect(Log.Locator(".bot, .staff").GetByText(text, new() { Exact = true }).Last).ToBeVisibleAsync();

    /// <summary>Waits until the last that the bot said has these words.</summary>
    public Task HearsAbout(string words) => Assertions.Expect(Log.Locator(".bot, .staff").Last).ToContainTextAsync(words, new() { Timeout = 60_000 });

    /// <summary>Waits until her message stands there in this state.</summary>
    public Task Shows(string text, string state) =>
        Assertions.Expect(Log.Locator(".user").Filter(new() { HasText = text }).GetByText(state, new() { Exact = true })).ToBeVisibleAsync();

    /// <summary>All that was said, in the order it stands on the screen.</summary>
    public async Task<IReadOnlyList<string>> Said() => await Log.Locator(".body > p:first-of-type").AllInnerTextsAsync();
}
