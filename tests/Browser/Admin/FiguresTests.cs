using CoopAssistant.Admin.Tests;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.Admin;

/// <summary>From a number to the women it counts, by keyboard alone.</summary>
public sealed class FiguresTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_director_follows_a_number_to_its_list_and_back()
    {
        await using var host = await AdminHost.Start();
        await host.Staff();
        for (var n = 0; n < 3; n++) await host.Seed.Registration($"Ana {(char)('A' + n)}", "Ruiz", region: "PA-2", document: null);
        await host.Seed.Registration("Wilma", "Quispe", "BO", "BO-L", place: null, document: null);
        var page = await chromium.Open(host.Address, 360, 740);
        await page.SignIn();

        await page.GotoAsync("/cifras");
        await page.GetByLabel("País").SelectOptionAsync("Panamá");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ver", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Panamá, de ")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Row, new() { Name = "Coclé" }).GetByRole(AriaRole.Link).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Registros", Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Solo: registradas de ")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("a.name")).ToHaveCountAsync(3);
        await page.IsAccessible();
        await page.Keyboard.PressAsync("j"); // to the first row, the second, and back
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ana C Ruiz", Level = 1 })).ToBeVisibleAsync();
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Por región" })).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
    }
}
