using System.Diagnostics;
using System.Text.RegularExpressions;
using CoopAssistant.EndToEnd.Support;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.Journeys;

/// <summary>The desk of the first administrator: opened by the link that the first start of the program printed.</summary>
internal static partial class FirstDesk
{
    public const string Password = "nube verde lenta silla";

    /// <param name="onTheRoad">On a small screen and a slow line; else at an office's.</param>
    public static async Task<IPage> OpensFirst(this Chromium chromium, CoopProcess coop, bool onTheRoad = false)
    {
        var address = new Uri(coop.AdminUrl);
        var desk = onTheRoad ? await chromium.OpenOnTheRoad(address) : await chromium.Open(address, 1100, 900);
        await desk.GotoAsync(await Link(coop));
        await desk.GetByLabel("Su nombre").FillAsync("Carmen Rojas");
        await desk.GetByLabel("Correo").FillAsync("carmen@ejemplo.gob.pa");
        await desk.ChoosesPassword("Crear mi cuenta");
        await Assertions.Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "Bienvenida al sistema" })).ToHaveCountAsync(0);
        return desk;
    }

    public static async Task ChoosesPassword(this IPage page, string button)
    {
        await page.GetByLabel("Contraseña", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Repita la contraseña").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    /// <summary>The admin app listens a moment after the bot; then the link stands in the output.</summary>
    private static async Task<string> Link(CoopProcess coop)
    {
        var patience = Stopwatch.StartNew();
        while (!Printed().IsMatch(coop.Output) && patience.ElapsedMilliseconds < Chromium.Patience) await Task.Delay(50);
        return Printed().Match(coop.Output).Value;
    }

    [GeneratedRegex(@"http://localhost:\d+/primera-cuenta\?clave=\w+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Printed();
}
