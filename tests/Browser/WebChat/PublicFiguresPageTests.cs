using CoopAssistant.Bot.Tests.Figures;
using CoopAssistant.Browser.Admin;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.WebChat;

/// <summary>The statistics that a ministry publishes, as anyone reads them: without scripts, also on a small phone.</summary>
public sealed class PublicFiguresPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Anyone_reads_them_from_the_home_page_on_a_small_phone_without_scripts()
    {
        await using var host = await PublicHost.Start(PublicHost.LastMonth, ("WebChat:PublishStatistics", "true"));
        await host.Ready();
        var page = await chromium.Open(new(host.Url), 360, 740, options => options.JavaScriptEnabled = false);

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ver las estadísticas públicas" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row, new() { Name = "Coclé 12" });
        await Assertions.Expect(row).ToBeVisibleAsync();
        await Picture.Whole(page, "estadisticas-360");
        await page.Context.DisposeAsync();

        var seen = await chromium.Open(new(host.Url), 360, 740);
        await seen.GotoAsync("/estadisticas");
        await seen.IsAccessible();
        await seen.Context.DisposeAsync();
    }
}
