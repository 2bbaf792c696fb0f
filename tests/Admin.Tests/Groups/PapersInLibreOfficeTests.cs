using System.Diagnostics;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Testing;

namespace CoopAssistant.Admin.Tests.Groups;

/// <summary>Every paper of every country, filled, opened by LibreOffice and read back. One start of it for all.</summary>
public sealed class PapersInLibreOfficeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coop-papers-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_paper_opens_in_libreoffice_and_says_what_was_filled_in()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();
        foreach (var (country, place, document) in new[] { ("PA", "PA-2.anton", "8-123-456"), ("BO", "BO-L.020105", "4823771 LP") })
        {
            var group = await host.Seed.Group($"Tejedoras Ñandú {country}", country: country, place: place);
            var ana = await host.Seed.Woman("Ana Lucía", "Rojas", country, place, document: document);
            await host.Seed.Do<JoinGroup>(j => j.Handle(group, ana.Participant, false, CancellationToken.None));
            foreach (var code in new[] { "acta", "estatuto", "fundadoras" })
            {
                using var answer = await visitor.Get($"/grupos/{group.Value}/documentos/{code}");
                await File.WriteAllBytesAsync(Path.Combine(_folder, $"{country}-{code}.docx"), await answer.Content.ReadAsByteArrayAsync());
            }
        }

        await Run("soffice", [$"-env:UserInstallation=file://{_folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", _folder, .. Directory.GetFiles(_folder, "*.docx")]);

        foreach (var (country, authority, document) in new[] { ("PA", "IPACOOP", "8-123-456"), ("BO", "AFCOOP", "4823771 LP") })
            foreach (var code in new[] { "acta", "estatuto", "fundadoras" })
            {
                var text = await Run("pdftotext", ["-layout", Path.Combine(_folder, $"{country}-{code}.pdf"), "-"]);
                Assert.Contains("BORRADOR. No es un documento oficial", text, StringComparison.Ordinal);
                Assert.Contains(authority, text, StringComparison.Ordinal);
                Assert.Contains($"Tejedoras Ñandú {country}", text, StringComparison.Ordinal);
                Assert.DoesNotContain("{", text, StringComparison.Ordinal);
                Assert.DoesNotContain("**", text, StringComparison.Ordinal);
                if (code == "estatuto") continue;
                Assert.Contains("Ana Lucía Rojas", text, StringComparison.Ordinal);
                Assert.Contains(document, text, StringComparison.Ordinal);
            }
    }

    private static async Task<string> Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {await wrong}");
        return await said;
    }
}
