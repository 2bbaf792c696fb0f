using CoopAssistant.Admin.Tests;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.Admin;

/// <summary>Correcting a registration beside a colleague: nothing is overwritten unseen, and what is typed outlives a reload.</summary>
public class CorrectionFormTests(Chromium chromium) : IClassFixture<Chromium>
{
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
