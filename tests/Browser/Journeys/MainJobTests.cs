using System.Text.RegularExpressions;
using CoopAssistant.Browser.Admin;
using CoopAssistant.EndToEnd.Support;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.Journeys;

/// <summary>
/// What the program is for, from the first start on: she registers in the simulator, the first administrator opens her account by the link the
/// start printed, reviews the registration, she is told, and asks from her sister's phone how it stands.
/// </summary>
public sealed partial class MainJobTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly CoopProcess _coop = new("--demo=false") { Environment = "Development" };

    public void Dispose() => _coop.Dispose();

    [Fact]
    public async Task She_registers_staff_review_she_is_told_and_asks_from_another_phone()
    {
        await _coop.StartWhole();
        var simulator = await chromium.Open(new Uri(_coop.BotUrl), 1100, 900);
        await simulator.GotoAsync("/simulator");
        var ana = new SimulatedPhone(simulator, "Ana");
        await simulator.IsAccessible();

        var folio = await Registers(ana);
        Assert.InRange(await simulator.EvaluateAsync<int>("document.documentElement.scrollHeight"), 0, 1_100); // a long talk scrolls inside its phone
        await simulator.Picture("journey-1-registered");
        var admin = await chromium.OpensFirst(_coop);
        await Reviews(admin, folio);
        await ana.Hears("Su registro está en revisión en la oficina regional de MITRADEL en Coclé. La pueden llamar al número que termina en");
        await simulator.Picture("journey-3-told");

        await simulator.GetByRole(AriaRole.Button, new() { Name = "Agregar teléfono" }).ClickAsync();
        var rosa = new SimulatedPhone(simulator, "Rosa");
        await rosa.Says("hola");
        await rosa.Hears("¿En qué país vive?");
        await rosa.Touches("2. Panamá");
        await rosa.Hears("¿Está de acuerdo");
        await rosa.Touches("1. Sí, estoy de acuerdo");
        await rosa.Hears("¿Qué quiere hacer?");
        await rosa.Touches("2. ¿Cómo va mi registro?");
        await rosa.Hears("folio");
        await rosa.Says(folio.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());
        await rosa.Hears("clave");
        await rosa.Says("4826");
        await rosa.Hears($"Ana, su registro {folio}");
        await rosa.Hears("En revisión");
        await simulator.Picture("journey-4-sister");

        await simulator.IsAccessible();
        await simulator.SetViewportSizeAsync(360, 740);
        await simulator.IsAccessible();
        await simulator.Picture("journey-5-small");
    }

    private static async Task<string> Registers(SimulatedPhone ana)
    {
        await ana.Says("hola");
        await ana.Hears("¿En qué país vive?");
        await ana.Touches("2. Panamá");
        await ana.Hears("¿Está de acuerdo");
        await ana.Touches("1. Sí, estoy de acuerdo");
        await ana.Hears("¿Qué quiere hacer?");
        await ana.Touches("1. Registrarme");
        (string Hears, string Says)[] form =
        [
            ("¿Podemos escribirle", "1"), ("¿Podemos contar", "1"), ("¿Cómo se llama?", "ana maría"), ("apellidos", "pérez santos"), ("¿En qué año", "1988"), ("provincia o comarca", "cocle"),
            ("distrito", "anton"), ("comunidad", "El Valle, cerca de la escuela"), ("¿En qué trabaja", "4"), ("¿Ya tiene un grupo", "no"), ("cédula", "después"), ("¿A qué número", "este"),
            ("¿Qué idioma", "1"), ("más fácil", "1"), ("Elija una clave", "4826"), ("otra vez", "4826"), ("¿Está todo bien?", "sí"),
        ];
        foreach (var (hears, says) in form)
        {
            await ana.Hears(hears);
            await ana.Says(says);
        }
        await ana.Hears("Registrarse es gratis.");
        return await ana.Finds(Folio());
    }

    private static async Task Reviews(IPage admin, string folio)
    {
        await admin.GetByRole(AriaRole.Link, new() { Name = "Registros" }).First.ClickAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = "Ana María Pérez Santos" }).ClickAsync();
        await Assertions.Expect(admin.GetByText(folio).First).ToBeVisibleAsync();
        await Assertions.Expect(admin.GetByText("El Valle, cerca de la escuela", new() { Exact = true })).ToBeVisibleAsync();
        await admin.Picture("journey-2-review");
        await admin.IsAccessible();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Pasar a revisión" }).First.ClickAsync();
        await admin.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Pasar a revisión" }).ClickAsync();
        await Assertions.Expect(admin.GetByText("En revisión").First).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"PA-\d{4}-\d{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Folio();
}
