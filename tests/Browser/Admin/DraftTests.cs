using CoopAssistant.Admin.Tests;
using CoopAssistant.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopAssistant.Browser.Admin;

/// <summary>
/// What is typed into any form outlives a line that drops, a reload, a refusal and a session that ended, until it is saved; it is nobody else's, and
/// gone after signing out. Told on forms of every kind: sent by a button, by a script, by a component, by an editor that asks before it is left.
/// </summary>
public sealed class DraftTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string Content = Path.Combine(CoopAssistant.Admin.Tests.Repository.Root, "content");

    [Fact]
    public async Task Nothing_typed_is_lost_by_a_dropped_line_a_refusal_or_an_ended_session_and_nothing_is_kept_for_others()
    {
        await using var host = await AdminHost.Start(courses: Content);
        await host.Staff();
        await host.Staff("Eva Rojas", "eva@ejemplo.gob.pa");
        var contact = await host.Seed.Contact();
        var registration = (await host.Seed.Registration(contact: contact)).Value;
        var ticket = await host.Seed.Ticket(contact);
        await host.Seed.Group("Tejedoras de Antón");
        var page = await chromium.Open(host.Address, 360, 740);
        page.Dialog += (sender, dialog) => _ = dialog.AcceptAsync(); // an editor asks before it is left
        await page.SignIn();
        Assert.DoesNotContain(AdminHost.Password, await Kept(page), StringComparison.Ordinal);

        // A note: the line is gone when she sends it.
        await page.GotoAsync($"/registros/{registration}");
        await page.GetByLabel("Nota nueva").FillAsync("Llamé a las tres; vuelve el martes.");
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar nota" }).ClickAsync();
        await Expect(page.GetByText("No hay conexión. Lo que escribió sigue aquí")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
        await Comes(page, $"/registros/{registration}", "Nota nueva", "Llamé a las tres; vuelve el martes.");
        await Expect(page.GetByText("Aquí sigue lo que escribió y no se había guardado.")).ToBeVisibleAsync();
        await page.Picture("360_borrador");
        await page.IsAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar nota" }).ClickAsync();
        await Expect(page.GetByText("Nota guardada.")).ToBeVisibleAsync();
        await Comes(page, $"/registros/{registration}", "Nota nueva", "");

        // An answer in the inbox, sent by a script.
        await Types(page, $"/conversaciones/{ticket}", "Su respuesta", "Buenos días, doña María.");
        await Comes(page, $"/conversaciones/{ticket}", "Su respuesta", "Buenos días, doña María.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enviar" }).First.ClickAsync();
        await Expect(page.GetByLabel("Su respuesta")).ToHaveValueAsync("");
        await Comes(page, $"/conversaciones/{ticket}", "Su respuesta", "");

        // A group: the server breaks off while it is sent, then refuses it; elsewhere something else is saved meanwhile.
        await Types(page, "/grupos/nuevo", "Nombre del grupo", "Panaderas de El Valle");
        await page.GetByLabel("Distrito o municipio").FillAsync("Xqwzk");
        await page.RouteAsync("**/grupos/nuevo", route => route.AbortAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar grupo" }).ClickAsync();
        await page.UnrouteAsync("**/grupos/nuevo");
        await Comes(page, "/grupos/nuevo", "Nombre del grupo", "Panaderas de El Valle");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar grupo" }).ClickAsync();
        await Expect(page.GetByText("Ese lugar no está en la lista.")).ToBeVisibleAsync();
        await Types(page, $"/registros/{registration}", "Nota nueva", "otra");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar nota" }).ClickAsync();
        await Expect(page.GetByText("Nota guardada.")).ToBeVisibleAsync();
        await Comes(page, "/grupos/nuevo", "Nombre del grupo", "Panaderas de El Valle");
        await page.GetByLabel("Distrito o municipio").FillAsync("Antón, Coclé");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar grupo" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Panaderas de El Valle" })).ToBeVisibleAsync();
        await Comes(page, "/grupos/nuevo", "Nombre del grupo", "");

        // A meeting, with its day and hours, and a lesson in its editor.
        await Types(page, "/reuniones/nueva", "Día", "2031-05-06");
        await page.GetByLabel("Desde").FillAsync("09:30");
        await Types(page, "/cursos/gestion-cooperativa/lecciones/5.1", "Mensaje 1", "Hoy vemos el libro de caja.");
        await Comes(page, "/reuniones/nueva", "Día", "2031-05-06");
        await Expect(page.GetByLabel("Desde")).ToHaveValueAsync("09:30");
        await Comes(page, "/cursos/gestion-cooperativa/lecciones/5.1", "Mensaje 1", "Hoy vemos el libro de caja.");
        await Expect(page.GetByText("27 de 600 letras")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).ClickAsync();
        await Expect(page.GetByText("Guardado.", new() { Exact = true })).ToBeVisibleAsync();

        // She writes on while what she sent is on its way.
        await page.RouteAsync("**/lecciones/5.1", async route => { await Task.Delay(1500); await route.ContinueAsync(); });
        await page.GetByLabel("Mensaje 1", new() { Exact = true }).FillAsync("Hoy vemos el libro de caja de todas. ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).EvaluateAsync("""
            button => {
                button.click();
                setTimeout(() => { const field = document.getElementById('m1'); field.value += 'Hoja por hoja.'; field.dispatchEvent(new Event('input', { bubbles: true })); }, 300);
            }
            """);
        await Expect(page.GetByText("Aquí sigue lo que escribió y no se había guardado.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Mensaje 1", new() { Exact = true })).ToHaveValueAsync("Hoy vemos el libro de caja de todas. Hoja por hoja.");
        await page.UnrouteAsync("**/lecciones/5.1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).ClickAsync();
        await Expect(page.GetByText("Guardado.", new() { Exact = true })).ToBeVisibleAsync();
        await Comes(page, "/cursos/gestion-cooperativa/lecciones/5.1", "Mensaje 1", "Hoy vemos el libro de caja de todas. Hoja por hoja.");

        // An office that a colleague changed meanwhile: hers is offered, not put over it.
        await Types(page, "/textos/oficina/cocle?pais=PA", "Teléfono", "997-0000");
        using (var eva = host.Visitor())
        {
            (await eva.SignIn("eva@ejemplo.gob.pa", AdminHost.Password)).Dispose();
            (await eva.Submit("/textos/oficina/cocle?pais=PA", "texto", ("hacer", "guardar"), ("nombre", "la oficina de Coclé"), ("telefono", "997-1111"), ("lugar1", "Coclé"), ("pueblo", ""), ("direccion", ""), ("nota", ""), ("revision", ""))).Dispose();
        }
        await Comes(page, "/textos/oficina/cocle?pais=PA", "Teléfono", "997-1111");
        await Expect(page.GetByText("Usted tenía: Teléfono: «997-0000».")).ToBeVisibleAsync();
        await page.Picture("360_borrador_cambiado");
        await page.GetByRole(AriaRole.Button, new() { Name = "Usar lo mío" }).ClickAsync();
        await Expect(page.GetByLabel("Teléfono", new() { Exact = true }).First).ToHaveValueAsync("997-0000");

        // The session ends while she writes: after signing in again it is there.
        await Types(page, "/personal/nueva", "Nombre", "Olga Paz");
        await page.GetByLabel("Correo").FillAsync("olga@ejemplo.gob.pa");
        await page.Context.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Crear la cuenta y su enlace" }).ClickAsync();
        await page.SignIn();
        await Comes(page, "/personal/nueva", "Nombre", "Olga Paz");
        await Expect(page.GetByLabel("Correo")).ToHaveValueAsync("olga@ejemplo.gob.pa");

        // So it is on a form whose address has no page, and where a script sends it the page stays.
        await Types(page, $"/registros/{registration}", "Nota nueva", "Vuelve el jueves.");
        await page.Context.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar nota" }).ClickAsync();
        await page.GetByLabel("Correo").FillAsync("ana@ejemplo.gob.pa");
        await page.GetByLabel("Contraseña").FillAsync(AdminHost.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrar" }).ClickAsync();
        await Expect(page.GetByText("Su sesión había terminado")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Nota nueva", new() { Exact = true })).ToHaveValueAsync("Vuelve el jueves.");
        await Types(page, $"/conversaciones/{ticket}", "Su respuesta", "La esperamos.");
        await page.Context.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enviar" }).First.ClickAsync();
        await Expect(page.GetByText("Su sesión terminó y no se envió.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Su respuesta")).ToHaveValueAsync("La esperamos.");

        // Another account finds nothing of it, and who signs out leaves nothing.
        await page.Context.ClearCookiesAsync();
        await page.SignIn("eva@ejemplo.gob.pa");
        await Comes(page, "/personal/nueva", "Nombre", "");
        await page.GetByLabel("Nombre", new() { Exact = true }).FillAsync("de Eva");
        Assert.Contains("de Eva", await Kept(page), StringComparison.Ordinal);
        await page.Locator(".user-menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cerrar sesión" }).ClickAsync();
        await page.GetByLabel("Contraseña").WaitForAsync();
        Assert.DoesNotContain("borrador:", await Kept(page), StringComparison.Ordinal);
    }

    private static async Task Types(IPage page, string path, string label, string text)
    {
        await page.GotoAsync(path);
        await page.GetByLabel(label, new() { Exact = true }).First.FillAsync(text);
    }

    /// <summary>She opens the page again, and this stands in the field.</summary>
    private static async Task Comes(IPage page, string path, string label, string text)
    {
        await page.GotoAsync(path);
        await Expect(page.GetByLabel(label, new() { Exact = true }).First).ToHaveValueAsync(text);
    }

    private static Task<string> Kept(IPage page) => page.EvaluateAsync<string>("JSON.stringify(sessionStorage)");
}
