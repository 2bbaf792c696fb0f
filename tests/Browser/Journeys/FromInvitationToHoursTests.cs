using System.Globalization;
using System.Text.RegularExpressions;
using CoopAssistant.Browser.WebChat;
using CoopAssistant.EndToEnd.Support;
using Microsoft.Playwright;

namespace CoopAssistant.Browser.Journeys;

/// <summary>A workshop from the plan to the hours: staff plan it and invite, she says yes in the web chat, opens the door's link, and asks how she stands.</summary>
public sealed partial class FromInvitationToHoursTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly CoopProcess _coop = new("--demo=false") { Environment = "Development" };

    public void Dispose() => _coop.Dispose();

    [Fact]
    public async Task Staff_plan_she_says_yes_notes_her_attendance_at_the_door_and_sees_her_hours()
    {
        await _coop.StartWhole();
        var page = await chromium.Open(new Uri(_coop.BotUrl), 360, 740);
        await page.GotoAsync("/");
        var chat = new ChatWindow(page);
        foreach (var (answer, next) in Registration.Whole) await Step(chat, answer, next);
        var folio = Folio().Match(await chat.Log.InnerTextAsync()).Value;

        var desk = await chromium.OpensFirst(_coop);
        await HasAGroup(desk, chat, folio);
        await Plans(desk);
        await chat.HearsAbout("La invitamos");
        await Step(chat, "sí", "La esperamos");
        await Picture.Of(page, "meeting-1-invited");

        await desk.GetByRole(AriaRole.Link, new() { Name = "Hoja para la puerta" }).ClickAsync();
        var code = Code().Match(await desk.GetByText("ASISTENCIA").InnerTextAsync()).Value;
        await Picture.Whole(desk, "meeting-2-door");
        await page.GotoAsync($"/?texto=ASISTENCIA%20{code}"); // where the QR code leads
        await Assertions.Expect(chat.Box).ToHaveValueAsync($"ASISTENCIA {code}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enviar", Exact = true }).ClickAsync();
        await chat.HearsAbout("anoté su asistencia");
        await Picture.Of(page, "meeting-3-attended");

        await desk.GetByRole(AriaRole.Link, new() { Name = "Taller: El libro de caja" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("por el código")).ToBeVisibleAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Guardar: la reunión se hizo" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Asistencia guardada.")).ToBeVisibleAsync();
        await Picture.Whole(desk, "meeting-4-held");
        await Step(chat, "estado", "clave");
        await Step(chat, Registration.Pin, "Sus horas de curso: 2.");
        await Picture.Of(page, "meeting-5-hours");
    }

    private static async Task HasAGroup(IPage desk, ChatWindow chat, string folio)
    {
        await desk.GotoAsync("/grupos/nuevo");
        await desk.GetByLabel("Nombre del grupo").FillAsync("Panaderas de El Valle");
        await desk.GetByLabel("Distrito o municipio").FillAsync("Antón, Coclé");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Guardar grupo" }).ClickAsync();
        await desk.GetByLabel("Invitar por su folio").FillAsync(folio);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Invitar", Exact = true }).ClickAsync();
        await chat.HearsAbout("¿Quiere participar?");
        await Step(chat, "sí", "puede ver su nombre");
        await Step(chat, "no", "Ya está en el grupo");
    }

    /// <summary>It began five minutes ago, by Panama's clock.</summary>
    private static async Task Plans(IPage desk)
    {
        var start = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/Panama")).AddMinutes(-5);
        await desk.GetByRole(AriaRole.Link, new() { Name = "Planear una reunión" }).ClickAsync();
        await desk.GetByLabel("Día").FillAsync(start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await desk.GetByLabel("Desde").FillAsync(start.ToString("HH:mm", CultureInfo.InvariantCulture));
        await desk.GetByLabel("Hasta").FillAsync(start.AddHours(2).ToString("HH:mm", CultureInfo.InvariantCulture));
        await desk.GetByLabel("Lugar", new() { Exact = true }).FillAsync("Escuela El Valle");
        await desk.GetByLabel("Tema (opcional)").FillAsync("El libro de caja");
        await desk.GetByLabel("Horas de curso (opcional)").FillAsync("2");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Planear", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Invitadas. Cada una responde en su chat")).ToBeVisibleAsync();
    }

    private static async Task Step(ChatWindow chat, string says, string hears)
    {
        await chat.Say(says);
        await chat.HearsAbout(hears);
    }

    [GeneratedRegex(Registration.Folio, RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Folio();

    [GeneratedRegex(@"\d{4}-\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
