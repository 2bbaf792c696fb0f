using System.IO.Compression;
using System.Xml.Linq;
using CoopAssistant.Admin.Exports;

namespace CoopAssistant.Admin.Tests.Exports;

/// <summary>A workbook goes out piece by piece to a line that may be slow, without holding a thread.</summary>
public class WorkbookStreamTests
{
    [Fact]
    public async Task A_workbook_is_passed_on_with_waiting_while_it_is_written()
    {
        await using var line = new Line();

        await XlsxFile.Write(line, [new LongSheet("Registros", Lines(20_000)), new LongSheet("Diccionario", Lines(2))], CancellationToken.None);

        Assert.True(line.Pieces > 3, $"{line.Pieces}");
        line.Position = 0;
        await using var zip = new ZipArchive(line, ZipArchiveMode.Read);
        await using var sheet = await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync();
        Assert.Equal(20_000, (await XDocument.LoadAsync(sheet, LoadOptions.None, CancellationToken.None)).Descendants().Count(element => element.Name.LocalName == "row"));
    }

    [Fact]
    public async Task A_workbook_that_breaks_off_does_not_look_whole()
    {
        await using var line = new Line();

        await Assert.ThrowsAsync<TimeoutException>(() => XlsxFile.Write(line, [new LongSheet("Registros", Broken())], CancellationToken.None));

        Assert.True(line.Pieces > 0);
        Assert.Throws<InvalidDataException>(() => new ZipArchive(line, ZipArchiveMode.Read));
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Broken()
    {
        await foreach (var line in Lines(20_000)) yield return line;
        throw new TimeoutException();
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Lines(int lines)
    {
        for (var line = 0; line < lines; line++) yield return [$"PA-{line:0000}-{line * 7919 % 10_000:0000}", "María Elena", line];
        await Task.CompletedTask;
    }

    /// <summary>As the server's: who writes to it without waiting is refused.</summary>
    private sealed class Line : MemoryStream
    {
        public int Pieces { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            Pieces++;
            base.Write(buffer.ToArray(), 0, buffer.Length);
        }
    }
}
