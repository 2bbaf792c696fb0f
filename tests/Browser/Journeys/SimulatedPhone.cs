using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.Journeys;

/// <summary>One of the simulator's phones, by what stands on it.</summary>
internal sealed class SimulatedPhone(IPage page, string name)
{
    private ILocator Section => page.GetByRole(AriaRole.Region, new() { Name = $"Teléfono de {name}" });
    private ILocator Log => Section.GetByRole(AriaRole.Log);

    public async Task Says(string text)
    {
        await Section.GetByRole(AriaRole.Textbox, new() { Name = $"Mensaje de {name}" }).FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Touches one of the answers below the messages.</summary>
    public Task Touches(string option) => Section.GetByRole(AriaRole.Button, new() { Name = option, Exact = true }).ClickAsync();

    /// <summary>Waits until the newest message of the programme holds this.</summary>
    public Task Hears(string text) => Assertions.Expect(Log.Locator("p").Last).ToContainTextAsync(text);

    /// <summary>Waits until any message holds what is looked for, and gives it.</summary>
    public async Task<string> Finds(Regex what)
    {
        var found = Log.Locator("p.bot").Filter(new() { HasTextRegex = what }).Last;
        await Assertions.Expect(found).ToBeVisibleAsync();
        return what.Match(await found.InnerTextAsync()).Value;
    }
}
