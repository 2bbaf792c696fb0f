using Microsoft.Playwright;

namespace CoopAssistant.Browser;

/// <summary>Debian's Chromium, started once for all tests of a collection.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000); // a busy machine is no failure
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--use-fake-device-for-media-stream"],
        });
    }

    /// <summary>A browser window of its own: nothing is shared with another.</summary>
    /// <param name="more">What else is different about this browser: no scripts, a touch screen, high contrast.</param>
    public async Task<IPage> Open(Uri address, int width = 1280, int height = 800, Action<BrowserNewContextOptions>? more = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = address.ToString(), Locale = "es", ViewportSize = new() { Width = width, Height = height } };
        options.ReducedMotion = ReducedMotion.Reduce; // axe measures contrast, and what is still fading in has none
        more?.Invoke(options);
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class InChromium : ICollectionFixture<Chromium>
{
    public const string Name = "Chromium";
}
