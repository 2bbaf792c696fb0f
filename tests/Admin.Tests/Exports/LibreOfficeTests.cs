using System.Diagnostics;
using CoopAssistant.Admin.Exports;
using CoopAssistant.Testing;

namespace CoopAssistant.Admin.Tests.Exports;

/// <summary>What staff take out is opened by LibreOffice (Debian's <c>libreoffice-calc-nogui</c>), all workbooks in one run and all CSV files in another, and written out again as it understood them.</summary>
public class LibreOfficeTests
{
    [Fact]
    public async Task Exports_are_opened_with_their_accents_and_every_text_stays_a_text()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Registration("=1+1", "Ñúñez, \"La Güera\" 😀", community: "El Peñón; cerca\nde la escuela", document: "8-123-456");
        var cooperative = await host.Seed.AFollowUp(host.Clock.Pass);
        using var visitor = await host.SignedIn();
        var folder = Directory.CreateTempSubdirectory("coop-office-").FullName;
        try
        {
            foreach (var format in new[] { "csv", "xlsx" })
            {
                using var file = await visitor.ExportFile(format, personal: true);
                await File.WriteAllBytesAsync(Path.Combine(folder, "registros-" + format + "." + format), await file.Content.ReadAsByteArrayAsync());
            }
            using (var audit = await visitor.Get("/auditoria.csv?ver=cambios")) await File.WriteAllBytesAsync(Path.Combine(folder, "auditoria.csv"), await audit.Content.ReadAsByteArrayAsync());
            await File.WriteAllBytesAsync(Path.Combine(folder, "lecciones.xlsx"), await SheetFiles.Workbook(new("lecciones", ["Lección", "Empezaron"], [["¿Qué es una cooperativa?", 1204]]), CancellationToken.None));

            using (var told = await visitor.Get($"/grupos/{cooperative}/seguimiento.xlsx")) await File.WriteAllBytesAsync(Path.Combine(folder, "seguimiento.xlsx"), await told.Content.ReadAsByteArrayAsync());

            await Open(folder, "*.xlsx");
            // What its window asks before it opens a CSV: commas, quotes, UTF-8.
            await Open(folder, "*.csv", "--infilter=Text - txt - csv (StarCalc):44,34,76,1");

            var (workbook, dictionary) = (await Read(folder, "registros-xlsx-Registros.csv"), await Read(folder, "registros-xlsx-Diccionario.csv"));
            Assert.Contains("\"=1+1\",\"Ñúñez, \"\"La Güera\"\" 😀\"", workbook, StringComparison.Ordinal);
            Assert.Contains("\"El Peñón; cerca\nde la escuela\"", workbook, StringComparison.Ordinal);
            Assert.Contains("\"8-123-456\",\"+50761234567\"", workbook, StringComparison.Ordinal);
            Assert.Contains("\"folio\",\"Código del registro", dictionary, StringComparison.Ordinal);
            Assert.Contains("\"¿Qué es una cooperativa?\",1204", await Read(folder, "lecciones-lecciones.csv"), StringComparison.Ordinal);
            Assert.Contains("\"A los 3 meses\",\"Ventas del último mes\",1350", await Read(folder, "seguimiento.csv"), StringComparison.Ordinal);
            var csv = await Read(folder, "registros-csv.csv");
            Assert.Contains("'=1+1", csv, StringComparison.Ordinal);
            Assert.Contains("Ñúñez, \"\"La Güera\"\" 😀", csv, StringComparison.Ordinal);
            Assert.Contains("exportó", await Read(folder, "auditoria.csv"), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Each sheet becomes a CSV of its own: texts quoted, UTF-8, all sheets.</summary>
    private static async Task Open(string folder, string files, params string[] more)
    {
        var start = new ProcessStartInfo("soffice") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["--headless", "--norestore", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1", "--outdir", Path.Combine(folder, "out")];
        foreach (var argument in arguments.Concat(more).Concat(Directory.GetFiles(folder, files).Order(StringComparer.Ordinal))) start.ArgumentList.Add(argument);
        using var office = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var said = office.StandardOutput.ReadToEndAsync(patience.Token);
        var complained = office.StandardError.ReadToEndAsync(patience.Token);
        await office.WaitForExitAsync(patience.Token);
        Assert.True(office.ExitCode == 0, await said + await complained);
    }

    private static async Task<string> Read(string folder, string name)
    {
        var files = Directory.GetFiles(Path.Combine(folder, "out")).Select(path => Path.GetFileName(path)).ToList();
        var found = files.Find(file => file == name) ?? files.Find(file => file.StartsWith(Path.GetFileNameWithoutExtension(name), StringComparison.Ordinal));
        Assert.True(found is not null, $"{name} among {string.Join(", ", files)}");
        return await File.ReadAllTextAsync(Path.Combine(folder, "out", found));
    }
}
