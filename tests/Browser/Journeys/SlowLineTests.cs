using CoopAssistant.Admin.Tests;
using CoopAssistant.Browser.Admin;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.Journeys;

/// <summary>A registrar's morning on a phone with a slow line: from the work list to a decision, an answer and a step of a group, found by role and label.</summary>
public class SlowLineTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_morning_of_work_is_done_at_360_pixels_on_a_slow_line()
    {
        await using var host = await AdminHost.Start();
        await host.Staff();
        var contact = await host.Seed.Contact();
        var registration = await host.Seed.Registration("Yamileth", "Ortega", contact: contact);
        var ticket = await host.Seed.Ticket(contact);
        await host.Seed.Group("Tejedoras de Antón");
        var page = await chromium.OpenOnTheRoad(host.Address);

        await page.SignIn();
        await page.GetByRole(AriaRole.Link, new() { Name = "Registros" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).First.FillAsync("yamilet");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Yamileth Ortega" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pasar a revisión" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Pasar a revisión" }).ClickAsync();
        await Assertions.Expect(page.GetByText("En revisión").First).ToBeVisibleAsync();

        await page.GotoAsync($"/conversaciones/{ticket}");
        await page.GetByLabel("Su respuesta").FillAsync("Buenos días, ya vimos su registro.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enviar" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("Buenos días, ya vimos su registro.").First).ToBeVisibleAsync();
        await host.Seed.SheWrites(contact, "¡Qué bueno, muchas gracias!");
        await Assertions.Expect(page.GetByText("¡Qué bueno, muchas gracias!").First).ToBeVisibleAsync(); // without a reload
        await page.Picture("360_lento_conversacion");

        await page.GotoAsync("/grupos");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tejedoras de Antón" }).ClickAsync();
        await page.GetByText("Empezar o saltar: Estudio socioeconómico").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Empezar este paso" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("Terminar, anotar o saltar: Estudio socioeconómico")).ToBeVisibleAsync();
        await page.Picture("360_lento_grupo");

        Assert.Equal(RegistrationStatus.InReview, await host.Seed.Ask<ProgrammeDb, RegistrationStatus>(db => db.Registrations.Where(r => r.Id == registration).Select(r => r.Status).SingleAsync()));
    }
}
