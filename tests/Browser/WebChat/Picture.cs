using Microsoft.Playwright;

namespace CoopAssistant.Browser.WebChat;

/// <summary>Pictures for people to look at, where the environment names a folder for them (COOP_PICTURES).</summary>
internal static class Picture
{
    public static async Task Of(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("COOP_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }
}
