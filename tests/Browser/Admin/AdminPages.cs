using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
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

    /// <summary>Waits until the page stands at the path. Asked again and again: waiting for the next change of address misses one that has just been.</summary>
    public static Task Reaches(this IPage page, string path) => Assertions.Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(path)}$", RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>Deque's axe itself: it is put into a page once, and only what it finds comes back.</summary>
    private static readonly Lazy<string> Axe = new(() =>
    {
        var library = typeof(AxeRunOptions).Assembly;
        using var script = new StreamReader(library.GetManifestResourceStream(library.GetManifestResourceNames().Single(name => name.EndsWith("axe.min.js", StringComparison.Ordinal)))!);
        return script.ReadToEnd();
    });

    private const string Findings =
        "axe.run({ resultTypes: ['violations'] }).then(found => found.violations.map(v => `${v.id} (${v.impact}): ${v.help} ${v.nodes.map(n => n.html).join(' | ')}`))";

    /// <summary>No finding of axe, and nothing that has to be scrolled sideways.</summary>
    public static async Task IsAccessible(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'")) await page.EvaluateAsync(Axe.Value);
        var findings = await page.EvaluateAsync<string[]>(Findings);
        Assert.True(findings.Length == 0, page.Url + "\n" + string.Join('\n', findings));
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} is {overflow} pixels too wide.");
    }

    /// <summary>The same at a desk's size and on a small phone, of one visit.</summary>
    public static async Task IsAccessibleOnEveryScreen(this IPage page, string name)
    {
        foreach (var (width, height) in new[] { (1280, 800), (360, 740) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.Picture($"{width}{name}");
            await page.IsAccessible();
        }
    }

    /// <summary>Where a button stands before a field that holds something, the form says where it ends: sent from half a page it would be refused.</summary>
    public static async Task SendsItsFormsWhole(this IPage page)
    {
        var open = await page.EvaluateAsync<string[]>("""
            () => [...document.forms].filter(form => form.method === 'post').flatMap(form => {
                const fields = [...form.elements].filter(field => form.contains(field));
                const button = fields.findIndex(field => field.type === 'submit');
                const holds = field => field.type === 'checkbox' || field.type === 'radio' ? field.defaultChecked : field.tagName === 'SELECT' || field.defaultValue !== '';
                const after = fields.slice(button + 1).filter(field => field.name && field.type !== 'submit' && holds(field));
                return button < 0 || after.length === 0 || after.at(-1).name === 'forma-termina' ? [] : [`${form.action}: ${after.map(field => field.name)}`];
            })
            """);
        Assert.True(open.Length == 0, page.Url + "\n" + string.Join('\n', open));
    }

    /// <summary>Keeps a picture for people's eyes where <c>COOP_SCREENSHOTS</c> names a folder.</summary>
    public static async Task Picture(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("COOP_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
