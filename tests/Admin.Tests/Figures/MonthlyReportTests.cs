using System.Diagnostics;
using System.Net;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Audit;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Figures;

public sealed class MonthlyReportTests : IAsyncLifetime
{
    private AdminHost host = null!;

    public async Task InitializeAsync()
    {
        host = await AdminHost.Start();
        for (var n = 0; n < 9; n++) await host.Seed.Registration($"Ana {n}", "Ruiz", region: "PA-2", document: null);
        for (var n = 0; n < 7; n++) await host.Seed.Registration($"Eva {n}", "Mora", region: "PA-4", place: "PA-4.david", document: null);
        for (var n = 0; n < 2; n++) await host.Seed.Registration($"Iris {n}", "Sosa", region: "PA-9", place: null, document: null);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_paper_says_the_months_figures_what_they_mean_and_what_is_hidden()
    {
        using var ana = await host.SignedIn();

        using var answer = await ana.Get("/cifras/informe.pdf?pais=PA");
        var text = PdfText(await answer.Content.ReadAsByteArrayAsync());

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Informe de ", text);
        Assert.Matches(@"Coclé, Panamá\s+9\s+50 %", text);
        Assert.Matches(@"Chiriquí, Panamá\s+oculto", text);
        Assert.Matches(@"Veraguas, Panamá\s+oculto", text);
        Assert.Matches(@"Se registraron\s+18", text);
        Assert.Contains("no se muestra ningún número de 1 a 4", text);
        Assert.Contains("Primera revisión: Días completos", text);
        Assert.Equal(1, await host.Seed.Ask<ProgrammeDb, int>(db => db.ChangeEntries.CountAsync(e => e.Subject == "MonthlyReport" && e.Action == ChangeAction.Exported)));
    }

    [Fact]
    public async Task Where_hiding_cells_is_not_enough_the_total_is_hidden_too()
    {
        using var ana = await host.SignedIn();

        var text = PdfText(await (await ana.Get("/cifras/informe.pdf?pais=PA&region=PA-9")).Content.ReadAsByteArrayAsync());

        Assert.Matches(@"Se registraron\s+oculto", text);
        Assert.Matches(@"Veraguas, Panamá\s+oculto", text);
    }

    [Fact]
    public async Task The_sheet_and_the_page_say_the_same()
    {
        using var ana = await host.SignedIn();

        var bytes = await (await ana.Get("/cifras/informe.xlsx?pais=PA")).Content.ReadAsByteArrayAsync();
        var page = await ana.Read("/cifras/informe?pais=PA");

        using var book = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();
        Assert.Contains(rows, row => row is ["Por región", "Coclé, Panamá", "9", "50 %"]);
        Assert.Contains(rows, row => row is ["Por región", "Veraguas, Panamá", "oculto", ""]);
        Assert.Contains(rows, row => row is ["Qué cuenta cada cifra", "Se registraron", _, ""]);
        Assert.Contains("Coclé, Panamá", page);
        Assert.Contains("oculto", page);
    }

    [Fact]
    public async Task Another_month_and_an_unknown_file_are_what_they_are()
    {
        using var ana = await host.SignedIn();

        var text = PdfText(await (await ana.Get("/cifras/informe.pdf?hasta=2001-02")).Content.ReadAsByteArrayAsync());
        using var other = await ana.Get("/cifras/informe.exe");

        Assert.Contains("Informe de febrero de 2001", text);
        Assert.Contains("Nada este mes.", text);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
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
            if (Environment.GetEnvironmentVariable("COOP_SCREENSHOTS") is { Length: > 0 } folder) File.Copy(path, Path.Combine(folder, "informe.pdf"), overwrite: true);
            return text.Normalize();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
