using CoopAssistant.Admin.Tests.Accounts;
using CoopAssistant.Browser.WebChat;
using CoopAssistant.EndToEnd.Support;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.Journeys;

/// <summary>A referral from end to end: staff refer, she agrees in the web chat, the institution's own user signs in with her second step and accepts, she hears.</summary>
public sealed class ReferralTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly CoopProcess _coop = new("--demo=false");

    public void Dispose() => _coop.Dispose();

    [Fact]
    public async Task Staff_refer_she_agrees_the_institution_accepts_with_her_second_step_and_she_hears()
    {
        await _coop.StartWhole();
        var page = await chromium.Open(new Uri(_coop.BotUrl), 360, 740);
        await page.GotoAsync("/");
        var chat = new ChatWindow(page);
        foreach (var (answer, next) in Registration.Whole) await Step(chat, answer, next);

        var desk = await chromium.OpensFirst(_coop);
        await SetUpSecondStep(desk);
        var link = await Invites(desk);
        await Refers(desk);
        await chat.HearsAbout("Queremos pedirle un permiso");
        await Step(chat, "permiso", "clave");
        await Step(chat, Registration.Pin, "INADEH");
        await Picture.Of(page, "referral-1-question");
        await Step(chat, "1", "le damos el permiso");

        var ally = await chromium.Open(new Uri(_coop.AdminUrl), 1100, 900);
        await ally.GotoAsync(link);
        await ally.ChoosesPassword("Guardar y entrar");
        var key = await SetUpSecondStep(ally);
        await SignsInAgain(ally, key);
        await ally.GetByRole(AriaRole.Link, new() { Name = "Derivaciones recibidas" }).First.ClickAsync();
        await ally.GetByRole(AriaRole.Link, new() { Name = "Una mujer" }).ClickAsync();
        await Assertions.Expect(ally.GetByText("Pérez Santos")).ToBeVisibleAsync();
        await Assertions.Expect(ally.GetByText("El Valle")).ToHaveCountAsync(0);
        await Picture.Whole(ally, "referral-2-received");
        await ally.GetByRole(AriaRole.Button, new() { Name = "Aceptar" }).ClickAsync();
        await Assertions.Expect(ally.GetByText("Aceptada. Se avisa por el chat.")).ToBeVisibleAsync();

        await chat.HearsAbout("Buenas noticias: INADEH va a atender su caso");
        await desk.ReloadAsync();
        await Assertions.Expect(desk.GetByText("La institución aceptó")).ToBeVisibleAsync();
        await Picture.Whole(desk, "referral-3-accepted");
    }

    private static async Task<string> Invites(IPage desk)
    {
        await desk.GotoAsync("/personal/nueva");
        await desk.GetByLabel("Nombre", new() { Exact = true }).FillAsync("Nora Díaz");
        await desk.GetByLabel("Correo").FillAsync("nora@ejemplo.gob.pa");
        await desk.GetByLabel("Trabajo").SelectOptionAsync(new SelectOptionValue { Label = "Institución aliada" });
        await desk.GetByLabel("Institución (solo para").SelectOptionAsync(new SelectOptionValue { Label = "INADEH (Panamá)" });
        await desk.GetByRole(AriaRole.Button, new() { Name = "Crear la cuenta y su enlace" }).ClickAsync();
        return await desk.GetByLabel("Enlace").InputValueAsync();
    }

    private static async Task Refers(IPage desk)
    {
        await desk.GotoAsync("/registros");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Ana María Pérez Santos" }).ClickAsync();
        await desk.GetByRole(AriaRole.Link, new() { Name = "Derivar a una institución" }).ClickAsync();
        await desk.GetByLabel("Institución").SelectOptionAsync(new SelectOptionValue { Label = "INADEH: Cursos de oficios." });
        await desk.GetByLabel("Para qué ayuda").FillAsync("un curso de costura");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Preguntarle y derivar" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Listo: se le pregunta en su chat.")).ToBeVisibleAsync();
    }

    /// <returns>The key that her authenticator app holds.</returns>
    private static async Task<string> SetUpSecondStep(IPage page)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Proteja su cuenta" })).ToBeVisibleAsync();
        var key = await page.Locator("code").InnerTextAsync();
        await page.GetByLabel("Código", new() { Exact = true }).FillAsync(Totp.Code(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "Activar" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ya los guardé" }).ClickAsync();
        return key;
    }

    private static async Task SignsInAgain(IPage page, string key)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/entrar");
        await page.GetByLabel("Correo").FillAsync("nora@ejemplo.gob.pa");
        await page.GetByLabel("Contraseña").FillAsync(FirstDesk.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrar" }).ClickAsync();
        await page.GetByLabel("Código").FillAsync(Totp.Code(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrar" }).ClickAsync();
        await Assertions.Expect(page.GetByText("derivación espera su respuesta")).ToBeVisibleAsync();
    }

    private static async Task Step(ChatWindow chat, string says, string hears)
    {
        await chat.Say(says);
        await chat.HearsAbout(hears);
    }
}
