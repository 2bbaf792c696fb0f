using CoopAssistant.Browser.WebChat;
using Microsoft.Playwright;

namespace CoopAssistant.Benchmarks.Web;

/// <summary>One first visit with an empty cache: 400 kbit/s, 400 ms there and back, a processor four times slower than this one.</summary>
/// <param name="Bytes">On the wire in both directions until the chat is ready, headers and frames included.</param>
/// <param name="Usable">Milliseconds from the address to a text box that takes a letter.</param>
/// <param name="Greeted">Milliseconds until the bot's first question stands there; NaN where none comes.</param>
internal sealed record Visit(long Bytes, double Usable, double Greeted)
{
    private const int BytesPerSecond = 400_000 / 8;
    private const int RoundTrip = 400;
    private const int Slower = 4;
    private const float Patience = 120_000;

    /// <summary>Looks through shadow roots, as a finger does.</summary>
    private const string Watch = """
        (() => {
          const all = root => [...root.querySelectorAll('*')].flatMap(e => e.shadowRoot ? [e, ...all(e.shadowRoot)] : [e]);
          const isBox = e => e.matches('textarea, input[type=text], [contenteditable=true]') && !e.disabled && !e.readOnly && e.getClientRects().length > 0;
          const look = () => {
            const seen = document.body ? all(document) : [];
            if (!window.usable && seen.some(isBox)) window.usable = performance.now();
            if (!window.greeted && seen.some(e => e.children.length === 0 && e.textContent.includes('En qué país vive'))) window.greeted = performance.now();
            if (!window.usable || !window.greeted) setTimeout(look, 25);
          };
          look();
        })();
        """;

    public static async Task<Visit> Make(IBrowser browser, ReferenceSite site, CountingLine chat, Competitor competitor)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 640 } });
        var page = await context.NewPageAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Network.enable");
        await devTools.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = RoundTrip, ["downloadThroughput"] = BytesPerSecond, ["uploadThroughput"] = BytesPerSecond });
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slower });
        await page.AddInitScriptAsync(Watch);

        var before = site.Line.Up + site.Line.Down + chat.Up + chat.Down;
        await page.GotoAsync(site.OutsideUrl + competitor.Path, new() { Timeout = Patience });
        await page.WaitForFunctionAsync(competitor.Greets ? "() => window.usable && window.greeted" : "() => window.usable", null, new() { Timeout = Patience });
        var bytes = site.Line.Up + site.Line.Down + chat.Up + chat.Down - before;
        var usable = await page.EvaluateAsync<double>("() => window.usable");
        return new(bytes, usable, competitor.Greets ? await page.EvaluateAsync<double>("() => window.greeted") : double.NaN);
    }
}
