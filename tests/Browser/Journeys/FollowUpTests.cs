using CoopAssistant.Admin.Tests;
using CoopAssistant.Browser.Admin;
using CoopAssistant.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopAssistant.Browser.Journeys;

/// <summary>A cooperative told of a problem: the office finds it on the first page, goes there, writes down what it heard and takes the report along.</summary>
public sealed class FollowUpTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Staff_go_to_a_cooperative_that_told_of_a_problem_and_take_its_report_along()
    {
        await using var host = await AdminHost.Start();
        await host.Staff();
        await host.Seed.AFollowUp(host.Clock.Pass);
        var page = await chromium.Open(host.Address, 1100, 900);
        await page.SignIn();

        await page.GetByRole(AriaRole.Link, new() { Name = "espera una visita o llamada" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cooperativa Tejedoras de Antón" }).ClickAsync();
        var round = page.Locator("#ronda-3");
        await Expect(round.GetByText("Contó un problema.")).ToBeVisibleAsync();
        await page.Picture("follow-up-1-told");
        await round.GetByRole(AriaRole.Button, new() { Name = "Ya la atendimos" }).ClickAsync();
        await Expect(page.Locator("#ronda-3").GetByText("Contó un problema.")).ToHaveCountAsync(0);

        await page.Locator("#ronda-3").GetByText("Completar o corregir").ClickAsync();
        await page.Locator("#ronda-3").GetByLabel("Ahorro de la cooperativa (B/.)").FillAsync("unos 200");
        await page.Locator("#ronda-3").GetByRole(AriaRole.Button, new() { Name = "Guardar" }).ClickAsync();
        await Expect(page.Locator("#ronda-3").GetByText("B/. 200")).ToBeVisibleAsync();
        await page.Picture("follow-up-2-noted");

        var report = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "PDF para imprimir" }).ClickAsync());
        Assert.EndsWith(".pdf", report.SuggestedFilename, StringComparison.Ordinal);
    }
}
