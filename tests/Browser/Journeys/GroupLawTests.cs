using CoopAssistant.Admin.Tests;
using CoopAssistant.Browser.Admin;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoopAssistant.Browser.Journeys;

/// <summary>A group on its legal way: a step is ticked, its paper kept, a document taken out, the cooperative recognised, an officer elected.</summary>
public sealed class GroupLawTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Staff_lead_a_group_through_its_papers_to_a_cooperative_with_a_president()
    {
        await using var host = await AdminHost.Start();
        await host.Staff();
        var group = await host.Seed.Group("Tejedoras de Antón");
        var ana = await host.Seed.Woman("Ana Lucía", "Rojas", document: "8-123-456");
        await host.Seed.Do<JoinGroup>(j => j.Handle(group, ana.Participant, true, CancellationToken.None));
        var page = await chromium.Open(host.Address, 1100, 900);
        await page.SignIn();

        await page.GotoAsync("/grupos");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tejedoras de Antón" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Trámite legal" }).ClickAsync();
        await page.GetByText("Anotar o prever: Pedir orientación en IPACOOP").ClickAsync();
        await page.Locator("#orientacion").GetByLabel("Nota").FillAsync("en Penonomé");
        await page.Locator("#orientacion").GetByRole(AriaRole.Button, new() { Name = "Anotar como hecho" }).ClickAsync();
        await Expect(page.GetByText("1 de 9 pasos hechos")).ToBeVisibleAsync();
        await page.Picture("law-1-checklist");

        await page.GetByRole(AriaRole.Link, new() { Name = "Archivos y documentos" }).ClickAsync();
        await page.GetByLabel("Archivo", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "nota firmada.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 nota"u8.ToArray() });
        await page.GetByLabel("Para qué paso (opcional)").SelectOptionAsync("nota");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar archivo" }).ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "nota firmada.pdf" }).ClickAsync());
        Assert.Equal("%PDF-1.7 nota", await File.ReadAllTextAsync(await file.PathAsync()));
        var paper = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Lista de asociadas fundadoras (.docx)" }).ClickAsync());
        Assert.Equal("Lista de asociadas fundadoras - Tejedoras de Antón.docx", paper.SuggestedFilename);
        await page.Picture("law-2-files");

        await page.GetByRole(AriaRole.Link, new() { Name = "Grupo", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ya es cooperativa" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cargos y cooperativa" }).ClickAsync();
        await page.GetByText("Anotar una elección: Junta de directores").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar la elección" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Ana Lucía Rojas" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Ana Lucía Rojas fue elegida")).ToBeVisibleAsync();
        await page.Picture("law-3-cooperative");

        var stored = await host.Seed.Ask<ProgrammeDb, Group>(db => db.Groups.AsNoTracking().Include(g => g.Officers).SingleAsync(g => g.Id == group));
        Assert.Equal((GroupState.Cooperative, "presidenta"), (stored.State, Assert.Single(stored.Officers).Office));
    }
}
