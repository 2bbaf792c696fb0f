using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.Admin;

internal static class AdminPages
{
    /// <summary>Signs in as a colleague whose account exists.</summary>
    public static async Task SignIn(this IPage page, string email = "ana@ejemplo.gob.pa")
    {
        await page.GotoAsync("/entrar");
        await page.GetByLabel("Correo").FillAsync(email);
        await page.GetByLabel("Contraseña").FillAsync(CoopAssistant.Admin.Tests.AdminHost.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrar" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
    }

    /// <summary>No finding of axe, and nothing that has to be scrolled sideways.</summary>
    public static async Task IsAccessible(this IPage page)
    {
        var findings = (await page.RunAxe()).Violations.Select(v => $"{v.Id} ({v.Impact}): {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ToList();
        Assert.True(findings.Count == 0, page.Url + "\n" + string.Join("\n", findings));
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} is {overflow} pixels too wide.");
    }

    /// <summary>Keeps a picture for people's eyes where <c>COOP_SCREENSHOTS</c> names a folder.</summary>
    public static async Task Picture(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("COOP_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
