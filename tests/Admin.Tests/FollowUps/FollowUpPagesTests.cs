using System.Diagnostics;
using System.Net;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Testing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.FollowUps;

/// <summary>Follow-up of cooperatives in the admin app: what they told, what staff note, and the reports.</summary>
public sealed class FollowUpPagesTests
{
    [Fact]
    public async Task A_problem_she_told_is_work_for_her_office_until_somebody_was_there()
    {
        await using var host = await AdminHost.Start();
        var group = await host.Seed.AFollowUp(host.Clock.Pass);
        using var here = await host.SignedIn(role: StaffRole.RegionalDirector, country: "PA", office: "cocle");
        using var elsewhere = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.RegionalDirector, office: "chiriqui");

        Assert.Contains("cooperativa espera una visita", await here.Read("/"), StringComparison.Ordinal);
        Assert.Contains("Contó un problema: falta la visita", await here.Read("/grupos/seguimiento"), StringComparison.Ordinal);
        Assert.DoesNotContain("Tejedoras", await elsewhere.Read("/grupos/seguimiento"), StringComparison.Ordinal);
        using (var refused = await elsewhere.Get($"/grupos/{group}/seguimiento")) Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using (var refused = await elsewhere.Get($"/grupos/{group}/seguimiento.pdf")) Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);

        var page = await here.Read($"/grupos/{group}/seguimiento");
        Assert.Contains("A los 3 meses", page, StringComparison.Ordinal);
        Assert.Contains("B/. 1,350", page, StringComparison.Ordinal);
        Assert.Contains("Antes decía: B/. 350 (Ana Lucía Rojas, por el chat). Motivo: contó también la feria", page, StringComparison.Ordinal);
        Assert.Contains("no hay cómo llevar el tejido a la feria", page, StringComparison.Ordinal);

        using var done = await here.Submit($"/grupos/{group}/seguimiento", $"/grupos/{group}/seguimiento/visita");
        Assert.Contains("aviso=guardado", done.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("Contó un problema", await here.Read("/grupos/seguimiento"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_note_a_visit_are_told_what_cannot_be_read_and_give_a_reason_to_correct()
    {
        await using var host = await AdminHost.Start();
        var (group, _) = await host.Seed.ACooperative("Manos");
        host.Clock.Pass(TimeSpan.FromDays(95));
        using var visitor = await host.SignedIn();
        var page = $"/grupos/{group.Value}/seguimiento";

        using var wrong = await visitor.Submit(page, "anotar-3", ("r.socias_activas", "quince"), ("r.ventas", "mucho"), ("r.problema", "ninguno"));
        var said = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        Assert.Contains("Escriba un número, con cifras.", said, StringComparison.Ordinal);
        Assert.Contains("value=\"quince\"", said, StringComparison.Ordinal);

        using var noted = await visitor.Submit(page, "anotar-3", ("r.socias_activas", "quince"), ("r.ventas", "B/. 1,200"), ("r.problema", "ninguno"));
        Assert.Contains("aviso=guardado", noted.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var without = await visitor.Submit(page, "anotar-3", ("r.socias_activas", "16"), ("r.ventas", ""), ("r.problema", ""));
        Assert.Contains("escriba el motivo", WebUtility.HtmlDecode(await without.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var corrected = await visitor.Submit(page, "anotar-3", ("r.socias_activas", "16"), ("motivo", "faltaba una"));
        Assert.Contains("aviso=guardado", corrected.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var same = await visitor.Submit(page, "anotar-3", ("r.socias_activas", "16"));
        Assert.Contains("aviso=sin-cambios", same.Headers.Location!.OriginalString, StringComparison.Ordinal);

        var read = await visitor.Read(page);
        Assert.Contains("anotado por Ana Castillo", read, StringComparison.Ordinal);
        Assert.Contains("Motivo: faltaba una", read, StringComparison.Ordinal);
        var round = await host.Seed.Ask<ProgrammeDb, FollowUpRound>(db => db.FollowUpRounds.AsNoTracking().Include(r => r.Answers).SingleAsync(r => r.Month == 3));
        Assert.Equal(("16", "1200", FollowUpState.Answered), (round.Current("socias_activas")!.Value, round.Current("ventas")!.Value, round.State));
    }

    [Fact]
    public async Task The_report_of_a_country_sums_hides_small_parts_and_is_written_down_as_taken_out()
    {
        await using var host = await AdminHost.Start();
        var coordinators = new List<ParticipantId>();
        foreach (var (name, place) in new[] { ("A", "PA-2.anton"), ("B", "PA-2.anton"), ("C", "PA-2.penonome"), ("D", "PA-2.nata"), ("E", "PA-4.david") }) coordinators.Add((await host.Seed.ACooperative(name, place)).Coordinator);
        host.Clock.Pass(TimeSpan.FromDays(95));
        foreach (var coordinator in coordinators) await host.Seed.Tells(coordinator, ("socias_activas", "20"), ("ventas", "100"), ("problema", "ninguno"));
        using var visitor = await host.SignedIn(role: StaffRole.Viewer);

        var page = await visitor.Read("/cifras/seguimiento?pais=PA");
        var text = PdfText(await (await visitor.Get("/cifras/seguimiento.pdf?pais=PA")).Content.ReadAsByteArrayAsync());
        using var book = SpreadsheetDocument.Open(new MemoryStream(await (await visitor.Get("/cifras/seguimiento.xlsx?pais=PA")).Content.ReadAsByteArrayAsync()), isEditable: false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();

        Assert.Contains("Contaron cómo van", page, StringComparison.Ordinal);
        Assert.Matches(@"Cooperativas activas\s+5", text);
        // One cooperative alone in Chiriquí: its money, and what would let it be computed, is hidden, the total with it.
        Assert.Contains(rows, row => row is ["Ventas del último mes", "Suma", "oculto", ""]);
        Assert.Contains(rows, row => row is ["Ventas del último mes, por región", "Chiriquí", "oculto", ""]);
        Assert.Contains(rows, row => row is ["Problema principal", "No, estamos bien", "5", ""]);
        Assert.Contains(rows, row => row is ["Mujeres por edad", "30 a 44 años", "5", "100 %"]);
        Assert.DoesNotContain(rows, row => row[0] == "Lo que cuenta");
        Assert.Equal(2, await host.Seed.Ask<ProgrammeDb, int>(db => db.ChangeEntries.CountAsync(e => e.Subject == "FollowUpReport" && e.Action == ChangeAction.Exported)));
        using var other = await visitor.Get("/cifras/seguimiento.exe");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);

        var cocle = await visitor.Read("/cifras/seguimiento?pais=PA&region=PA-2");
        Assert.Contains("B/. 400", cocle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_of_a_cooperative_says_each_round_in_full()
    {
        await using var host = await AdminHost.Start();
        var group = await host.Seed.AFollowUp(host.Clock.Pass);
        using var visitor = await host.SignedIn();

        var text = PdfText(await (await visitor.Get($"/grupos/{group}/seguimiento.pdf")).Content.ReadAsByteArrayAsync());
        using var csv = await visitor.Get($"/grupos/{group}/seguimiento.csv");

        Assert.Contains("Seguimiento de Cooperativa Tejedoras de Antón", text, StringComparison.Ordinal);
        Assert.Matches(@"Ventas del último mes\s+B/\. 1,350", text);
        Assert.Contains("no hay cómo llevar el tejido a la feria", text, StringComparison.Ordinal);
        Assert.Contains("A los 3 meses,Ventas del último mes,1350", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_recognition_and_without_cooperatives_the_pages_say_so()
    {
        await using var host = await AdminHost.Start();
        var group = await host.Seed.Group("Manos");
        using var visitor = await host.SignedIn();

        Assert.Contains("Todavía no hay seguimiento", await visitor.Read($"/grupos/{group.Value}/seguimiento"), StringComparison.Ordinal);
        Assert.Contains("El seguimiento está al día", await visitor.Read("/grupos/seguimiento"), StringComparison.Ordinal);
        Assert.Contains("Todavía no hay cooperativas aquí", await visitor.Read("/cifras/seguimiento"), StringComparison.Ordinal);
    }

    private static string PdfText(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, pdf);
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", path, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return text.Normalize();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
