using System.Globalization;
using System.Text.RegularExpressions;
using CoopAssistant.Browser.Admin;
using CoopAssistant.EndToEnd.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace CoopAssistant.Browser.WebChat;

/// <summary>The program itself, our widget, a small phone: from the greeting to "how is my registration?".</summary>
public sealed partial class WholeRegistrationTests(Chromium chromium, ITestOutputHelper output) : IClassFixture<Chromium>
{
    [Fact]
    public async Task By_keyboard_alone_with_the_signal_gone_and_the_program_killed_in_the_middle()
    {
        using var coop = new CoopProcess("--only", "bot");
        await coop.Start();
        var page = await chromium.Open(new(coop.BotUrl), 360, 740);
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);
        var chat = new ChatWindow(page);

        await page.GotoAsync("/");
        await chat.HearsAbout(Registration.Begins);
        await TabTo(page, "Escriba aquí");
        foreach (var step in Registration.FirstHalf) await Step(chat, step);
        await Picture.Of(page, "registration-360-first-half");

        await page.Context.SetOfflineAsync(true);
        await Type(page, Registration.WithoutSignal.Answer);
        await chat.Shows(Registration.WithoutSignal.Answer, "Esperando señal");
        await page.IsAccessible();
        await Picture.Of(page, "registration-360-no-signal");
        await page.Context.SetOfflineAsync(false);
        await chat.HearsAbout(Registration.WithoutSignal.Next);
        foreach (var step in Registration.Middle) await Step(chat, step);

        coop.Kill();
        await Type(page, Registration.WhileTheServerIsDown.Answer);
        await chat.Shows(Registration.WhileTheServerIsDown.Answer, "Esperando señal");
        await coop.Start();
        await chat.HearsAbout(Registration.WhileTheServerIsDown.Next);
        foreach (var step in Registration.SecondHalf) await Step(chat, step);
        var folio = FolioPattern().Match(await chat.Log.InnerTextAsync()).Value;
        await page.IsAccessible();
        await Picture.Of(page, "registration-360-done");

        foreach (var step in Registration.Status) await Step(chat, step);
        var kept = await page.EvaluateAsync<string>("() => JSON.stringify(Object.assign({}, localStorage))");
        await TabTo(page, "Salir");
        await page.Keyboard.PressAsync("Enter");
        await page.Reaches("/salida");

        await page.GotoAsync("/");
        await chat.HearsAbout(Registration.Begins);
        await TabTo(page, "Escriba aquí");
        await Step(chat, ("Panamá", "¿Está de acuerdo"));
        await Step(chat, ("estado", "folio"));
        await Step(chat, (folio, "clave"));
        await Step(chat, (Registration.Pin, Registration.Standing));
        await Picture.Of(page, "status-360-proved");

        var said = await chat.Said();
        Assert.Matches(Registration.Folio, folio);
        Assert.DoesNotContain(Registration.Pin, kept);
        Assert.Single(said, folio);
        Assert.All(requests, url => Assert.True(url.StartsWith(coop.BotUrl, StringComparison.Ordinal) || url == "data:,", url));
    }

    [Fact]
    public async Task It_costs_her_less_than_60_kB_with_the_page_and_the_script()
    {
        using var coop = new CoopProcess("--only", "bot");
        await coop.Start();
        using var line = new CountingLine(coop.BotUrl);
        var page = await chromium.Open(new(line.Url), 360, 740);
        var chat = new ChatWindow(page);

        await page.GotoAsync("/");
        await chat.HearsAbout(Registration.Begins);
        var toBegin = (line.Up, line.Down);
        foreach (var (answer, next) in Registration.Whole.Concat(Registration.Status))
        {
            await chat.Say(answer);
            await chat.HearsAbout(next);
        }
        await page.Context.DisposeAsync();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"until the greeting {toBegin.Up} up, {toBegin.Down} down; all {line.Up} up, {line.Down} down"));
        Assert.InRange(line.Up + line.Down, 10_000, 59_999);
    }

    private static async Task Step(ChatWindow chat, (string Answer, string Next) step)
    {
        await Type(chat.Page, step.Answer);
        await chat.HearsAbout(step.Next);
    }

    private static async Task Type(IPage page, string text)
    {
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes on with Tab until the control of this name has the focus.</summary>
    private static async Task TabTo(IPage page, string name)
    {
        for (var i = 0; i < 40; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var reached = await page.EvaluateAsync<string>(
                "() => { const a = (document.activeElement.shadowRoot || document).activeElement; return a ? a.getAttribute('aria-label') || a.textContent : ''; }");
            if (reached == name) return;
        }
        Assert.Fail($"Tab never reached “{name}”.");
    }

    [GeneratedRegex(Registration.Folio, RegexOptions.None, 1000)]
    private static partial Regex FolioPattern();
}
