using Microsoft.Playwright;

namespace CoopAssistant.Browser.WebChat;

/// <summary>Pictures for people to look at, where the environment names a folder for them (COOP_PICTURES).</summary>
internal static class Picture
{
    public static Task Of(IPage page, string name) => Take(page, name, false);

    /// <summary>Of the page from top to bottom.</summary>
    public static Task Whole(IPage page, string name) => Take(page, name, true);

    private static async Task Take(IPage page, string name, bool isWhole)
    {
        if (Environment.GetEnvironmentVariable("COOP_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = isWhole });
    }
}
