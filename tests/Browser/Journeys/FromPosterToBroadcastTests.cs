using System.Text.RegularExpressions;
using CoopAssistant.Browser.WebChat;
using CoopAssistant.EndToEnd.Support;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.Journeys;

/// <summary>Staff, on a small screen and a slow line, make a poster; a woman opens its link and registers; staff see that she came by it, write to everybody, and she hears it.</summary>
public sealed partial class FromPosterToBroadcastTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly CoopProcess _coop = new("--demo=false", "--Broadcasts:QuietFrom=24", "--Broadcasts:QuietUntil=0", "--Broadcasts:Undisturbed=00:00:00.5") { Environment = "Development" };

    public void Dispose() => _coop.Dispose();

    [Fact]
    public async Task She_comes_by_a_poster_is_counted_and_gets_what_is_said_to_all()
    {
        await _coop.StartWhole();
        var desk = await chromium.OpensFirst(_coop, onTheRoad: true);
        var poster = await MakesPoster(desk);
        var link = Link().Match(await desk.GetByText("Chat web:").InnerTextAsync()).Groups["query"].Value;

        var page = await chromium.Open(new Uri(_coop.BotUrl), 360, 740);
        await page.GotoAsync(link);
        var chat = new ChatWindow(page);
        foreach (var (answer, next) in Registration.Whole)
        {
            await chat.Say(answer);
            await chat.HearsAbout(next);
        }

        await desk.GotoAsync(poster);
        await Assertions.Expect(desk.GetByText("1 saludó por primera vez con su código")).ToBeVisibleAsync();
        await Assertions.Expect(desk.GetByRole(AriaRole.Link, new() { Name = "1 se registró" })).ToBeVisibleAsync();
        await Picture.Whole(desk, "reach-1-poster");

        await Writes(desk);
        await chat.HearsAbout("El sábado hay feria en Antón");
        await Picture.Of(page, "reach-3-heard");
        await desk.ReloadAsync();
        await Assertions.Expect(desk.Locator("table").GetByText("Entregado")).ToBeVisibleAsync();
        await Picture.Whole(desk, "reach-4-results");
    }

    private static async Task<string> MakesPoster(IPage desk)
    {
        await desk.GetByRole(AriaRole.Link, new() { Name = "Afiches" }).First.ClickAsync();
        await desk.GetByLabel("Para", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Coclé, Panamá" });
        await desk.GetByLabel("Dónde se pone").FillAsync("Feria de Antón");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Hacer afiche" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Afiche listo")).ToBeVisibleAsync();
        return new Uri(desk.Url).AbsolutePath;
    }

    /// <summary>The count follows what is chosen; then the draft, its number, and it goes out.</summary>
    private static async Task Writes(IPage desk)
    {
        await desk.GotoAsync("/difusiones/nueva");
        await desk.GetByLabel("Dónde viven").SelectOptionAsync(new SelectOptionValue { Label = "Todo Bolivia" });
        await Assertions.Expect(desk.GetByText("0 teléfonos o chats la reciben")).ToBeVisibleAsync();
        await desk.GetByLabel("Dónde viven").SelectOptionAsync(new SelectOptionValue { Label = "Todo Panamá" });
        await Assertions.Expect(desk.GetByText("1 teléfono o chat la recibe")).ToBeVisibleAsync();
        await desk.GetByLabel("Título (solo para el personal)").FillAsync("Feria");
        await desk.GetByLabel("Texto libre").FillAsync("Hola {nombre}. El sábado hay feria en Antón.");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).ClickAsync();
        await desk.GetByLabel("Para enviarla, escriba el número: 1").FillAsync("1");
        await Picture.Whole(desk, "reach-2-draft");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Confirmar y enviar" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Confirmada. Empieza a enviarse")).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"(?<query>/\?origen=\S+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
