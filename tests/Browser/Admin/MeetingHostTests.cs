using System.Globalization;
using CoopAssistant.Admin.Tests;
using CoopAssistant.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopAssistant.Browser.Admin;

/// <summary>For whom a meeting is, found by typing: on a small screen, by keyboard, and with the line gone in between.</summary>
public sealed class MeetingHostTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Any_group_is_found_by_typing_and_chosen_by_keyboard()
    {
        await using var host = await AdminHost.Start();
        await host.Staff();
        await host.Seed.Group("Ñusta Warmi");
        host.Clock.Pass(TimeSpan.FromMinutes(1));
        for (var n = 0; n < 9; n++) await host.Seed.Group($"Panaderas {n}");
        var day = host.Clock.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var page = await chromium.Open(host.Address, 360, 740);
        await page.SignIn();
        await page.GotoAsync("/reuniones/nueva");
        var (search, hers) = (page.GetByLabel("Nombre del grupo o de la comunidad"), page.GetByLabel("Ñusta Warmi"));
        await Expect(hers).ToHaveCountAsync(0);
        await page.GetByLabel("Día").FillAsync(day);
        await page.GetByLabel("Desde").FillAsync("09:00");
        await page.GetByLabel("Hasta").FillAsync("11:00");

        await page.EvaluateAsync("window.isStillHere = true");
        await search.FillAsync("nusta");
        await search.PressAsync("Enter");
        await Expect(hers).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.isStillHere === true"));
        await page.Picture("360_reunion_para_quien");
        await page.IsAccessible();
        await search.FocusAsync();
        await page.Keyboard.PressAsync("Tab"); // the button
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await Expect(hers).ToBeCheckedAsync();

        // The line is gone while she types something else: who was chosen stays, and Enter finds as the button does, through the page itself.
        await page.RouteAsync("**/reuniones/para?*", route => route.AbortAsync());
        await search.FillAsync("panaderas 3");
        await search.PressAsync("Enter");
        await Expect(page.GetByLabel("Panaderas 3")).ToBeVisibleAsync();
        await Expect(hers).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Día")).ToHaveValueAsync(day);

        // Enter in any other field plans.
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Lugar" }).FillAsync("Escuela El Valle");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Lugar" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Ñusta Warmi" })).ToBeVisibleAsync();
        await page.Context.DisposeAsync();
    }
}
