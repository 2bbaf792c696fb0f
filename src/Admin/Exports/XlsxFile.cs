using System.Globalization;
using System.IO.Packaging;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoopAssistant.Admin.Exports;

/// <summary>A sheet of any length: a name, and lines of texts and whole numbers as they come. The first line is the heading.</summary>
internal sealed record LongSheet(string Name, IAsyncEnumerable<IReadOnlyList<object?>> Lines);

/// <summary>
/// Writes a workbook line by line, so that a million lines need no memory. The document class of the library keeps a sheet until it is whole, because it
/// opens its package for reading too; its writer on a package that is only written keeps nothing.
/// </summary>
internal static class XlsxFile
{
    /// <summary>Longest cell the format takes.</summary>
    private const int LongestCell = 32_767;

    /// <summary>Lines the format takes in a sheet, with the heading.</summary>
    private const int MostLines = 1_048_576;

    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    public const string ContentType = Kind + "sheet";

    /// <summary>Sent while it is written.</summary>
    public static PushStreamHttpResult Of(string fileName, IReadOnlyList<LongSheet> sheets, CancellationToken cancel) =>
        TypedResults.Stream(stream => Write(stream, sheets, cancel), ContentType, fileName);

    public static async Task Write(Stream stream, IReadOnlyList<LongSheet> sheets, CancellationToken cancel)
    {
        await using var passedOn = new PassedOn(stream);
        await WritePackage(passedOn, sheets, cancel);
        await passedOn.Pass(cancel);
    }

    private static async Task WritePackage(PassedOn stream, IReadOnlyList<LongSheet> sheets, CancellationToken cancel)
    {
        using var package = Package.Open(stream, FileMode.Create, FileAccess.Write);
        var book = package.CreatePart(new Uri("/xl/workbook.xml", UriKind.Relative), Kind + "sheet.main+xml", CompressionOption.Fast);
        package.CreateRelationship(book.Uri, TargetMode.Internal, Relation + "officeDocument");
        // A package that is only written takes its parts one after the other: the contents come first.
        await Fill(book, new Workbook(new Sheets(sheets.Select((sheet, at) =>
            new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = $"rId{at + 1}", SheetId = (uint)at + 1, Name = sheet.Name }))));
        for (var at = 0; at < sheets.Count; at++)
        {
            var part = package.CreatePart(new Uri($"/xl/worksheets/sheet{at + 1}.xml", UriKind.Relative), Kind + "worksheet+xml", CompressionOption.Fast);
            book.CreateRelationship(part.Uri, TargetMode.Internal, Relation + "worksheet", $"rId{at + 1}");
            await WriteSheet(part, sheets[at].Lines, stream, cancel);
        }
    }

    private static async Task Fill(PackagePart part, OpenXmlElement root)
    {
        await using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument(standalone: true);
        writer.WriteElement(root);
    }

    private static async Task WriteSheet(PackagePart part, IAsyncEnumerable<IReadOnlyList<object?>> lines, PassedOn passedOn, CancellationToken cancel)
    {
        await using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteStartElement(new SheetData());
        var written = 0;
        await foreach (var line in lines.WithCancellation(cancel))
        {
            if (++written == MostLines)
            {
                writer.WriteElement(new Row(CellOf("Excel no admite más líneas en una hoja. Para tenerlas todas, descargue CSV.")));
                break;
            }
            writer.WriteElement(new Row(line.Select(CellOf)));
            await passedOn.PassWhenMuch(cancel);
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>Every text stays a text: no cell is a formula.</summary>
    private static Cell CellOf(object? value) => value switch
    {
        null or "" => new Cell(),
        int or long => new Cell { CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!), DataType = CellValues.Number },
        _ => new Cell { InlineString = new InlineString(new Text(Readable(Convert.ToString(value, CultureInfo.InvariantCulture)!)) { Space = SpaceProcessingModeValues.Preserve }), DataType = CellValues.InlineString },
    };

    /// <summary>Without signs that XML does not know.</summary>
    private static string Readable(string text)
    {
        if (text.Length > LongestCell) text = text[..LongestCell];
        var at = 0;
        while (at < text.Length && XmlConvert.IsXmlChar(text[at])) at++;
        if (at == text.Length) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Utf16SequenceLength > 1 || (XmlConvert.IsXmlChar((char)rune.Value) && rune.Value != Rune.ReplacementChar.Value)) kept.Append(rune.ToString());
        return kept.ToString();
    }
}
