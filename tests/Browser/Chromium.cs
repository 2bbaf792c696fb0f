using System.Collections.Concurrent;
using Microsoft.Playwright;

[assembly: CollectionBehavior(MaxParallelThreads = 3)] // they wait for pages more than they count

namespace CoopAssistant.Browser;

/// <summary>
/// Debian's Chromium for the tests of one class, which run one after another; classes run side by side, each with a browser that nobody else
/// has meanwhile. A browser is started once and lent on.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly ConcurrentBag<(IPlaywright Driver, IBrowser Browser)> Free = [];
    private (IPlaywright Driver, IBrowser Browser) _lent;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience); // a busy machine is no failure, and nothing here measures speed
        if (!Free.TryTake(out _lent)) _lent = await Start();
    }

    /// <summary>Milliseconds: a journey crosses slow moments.</summary>
    public const float Patience = 60_000;

    private static async Task<(IPlaywright, IBrowser)> Start()
    {
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--use-fake-device-for-media-stream"],
        }));
    }

    /// <summary>A browser window of its own: nothing is shared with another.</summary>
    /// <param name="more">What else is different about this browser: no scripts, a touch screen, high contrast.</param>
    public async Task<IPage> Open(Uri address, int width = 1280, int height = 800, Action<BrowserNewContextOptions>? more = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = address.ToString(), Locale = "es", ViewportSize = new() { Width = width, Height = height } };
        options.ReducedMotion = ReducedMotion.Reduce; // axe measures contrast, and what is still fading in has none
        more?.Invoke(options);
        var context = await _lent.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>A small screen on a crowded antenna: 360 pixels, 400 kilobits a second, and a third of a second to get there.</summary>
    public async Task<IPage> OpenOnTheRoad(Uri address)
    {
        var page = await Open(address, 360, 740);
        var line = await page.Context.NewCDPSessionAsync(page);
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object> { ["offline"] = false, ["latency"] = 300, ["downloadThroughput"] = 50_000, ["uploadThroughput"] = 25_000 });
        return page;
    }

    public async Task DisposeAsync()
    {
        foreach (var context in _lent.Browser.Contexts.ToList()) await context.DisposeAsync();
        Free.Add(_lent);
    }
}
