using CoopAssistant.Admin.Tests;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.Admin;

/// <summary>Writing about a registration on a bad line and beside a colleague: nothing typed is lost, nothing is overwritten unseen.</summary>
[Collection(InChromium.Name)]
public class CorrectionFormTests(Chromium chromium)
{
    [Fact]
    public async Task What_is_typed_survives_a_line_that_drops_and_is_forgotten_once_it_is_saved()
    {
        await using var host = await AdminHost.Start();
        await host.Staff();
        var registration = (await host.Seed.Registration()).Value;
        var page = await chromium.Open(host.Address, 360, 740);
        await page.SignIn();

        await page.GotoAsync($"/registros/{registration}");
        await page.GetByLabel("Nota nueva").FillAsync("Llamé a las tres; vuelve el martes.");
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar nota" }).ClickAsync();
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync($"/registros/{registration}");
        await Assertions.Expect(page.GetByLabel("Nota nueva")).ToHaveValueAsync("Llamé a las tres; vuelve el martes.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar nota" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nota guardada.")).ToBeVisibleAsync();
        await page.GotoAsync($"/registros/{registration}");
        await Assertions.Expect(page.GetByLabel("Nota nueva")).ToHaveValueAsync("");

        await page.GetByRole(AriaRole.Link).Filter(new() { HasText = "Corregir: Comunidad" }).ClickAsync();
        await page.GetByLabel("Comunidad").FillAsync("La Pintada arriba");
        await page.GetByLabel("¿Por qué se corrige?").FillAsync("lo aclaró por teléfono");
        await page.Picture("360_corregir");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("Comunidad")).ToHaveValueAsync("La Pintada arriba");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar la corrección" }).ClickAsync();
        await Assertions.Expect(page.GetByText("El Peñón → La Pintada arriba")).ToBeVisibleAsync();
        await page.Picture("360_corregido");
    }

    [Fact]
    public async Task Two_who_correct_one_answer_see_each_other_before_either_is_overwritten()
    {
        await using var host = await AdminHost.Start();
        await host.Staff();
        await host.Staff("Eva Rojas", "eva@ejemplo.gob.pa");
        var registration = (await host.Seed.Registration()).Value;
        var (ana, eva) = (await chromium.Open(host.Address), await chromium.Open(host.Address));
        await ana.SignIn();
        await eva.SignIn("eva@ejemplo.gob.pa");
        foreach (var (page, community) in new[] { (ana, "Penonomé centro"), (eva, "Llano Grande") })
        {
            await page.GotoAsync($"/registros/{registration}/corregir/comunidad");
            await page.GetByLabel("Comunidad").FillAsync(community);
            await page.GetByLabel("¿Por qué se corrige?").FillAsync("lo dijo ella");
        }

        await eva.GetByRole(AriaRole.Button, new() { Name = "Guardar la corrección" }).ClickAsync();
        await Assertions.Expect(eva.GetByText("El Peñón → Llano Grande")).ToBeVisibleAsync();
        await ana.GetByRole(AriaRole.Button, new() { Name = "Guardar la corrección" }).ClickAsync();
        await Assertions.Expect(ana.GetByRole(AriaRole.Heading, new() { Name = "Alguien más cambió este registro mientras usted escribía" })).ToBeVisibleAsync();
        await Assertions.Expect(ana.GetByLabel("Comunidad")).ToHaveValueAsync("Penonomé centro");
        await ana.Picture("conflicto");
        await ana.IsAccessible();
        await ana.GetByRole(AriaRole.Button, new() { Name = "Guardar lo mío de todos modos" }).ClickAsync();
        await Assertions.Expect(ana.GetByText("Llano Grande → Penonomé centro")).ToBeVisibleAsync();

        Assert.Equal("Penonomé centro", await host.Seed.Ask<ProgrammeDb, string?>(db => db.Registrations.Select(r => r.Community).SingleAsync()));
    }
}
