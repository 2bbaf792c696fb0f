using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoopAssistant.Admin.Exports;

/// <summary>A sheet of any length: a name, and lines of cells as they come. A short table is a <see cref="Sheet"/>.</summary>
internal sealed record LongSheet(string Name, IAsyncEnumerable<IReadOnlyList<string?>> Lines);

/// <summary>
/// A workbook written while it is sent: each part of the zip goes out as it fills, so that a million lines need no memory.
/// The libraries for xlsx keep a sheet until it is whole; what a plain table needs of the format (ECMA-376) is these few parts.
/// </summary>
internal static class XlsxFile
{
    /// <summary>Longest cell the format takes.</summary>
    private const int LongestCell = 32_767;
    private const int LinesAtOnce = 250;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static PushStreamHttpResult Of(HttpContext http, string fileName, IReadOnlyList<LongSheet> sheets, CancellationToken cancel)
    {
        // The zip writes a part's last bytes without waiting.
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        return TypedResults.Stream(stream => Write(stream, sheets, cancel), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", fileName);
    }

    public static async Task Write(Stream stream, IReadOnlyList<LongSheet> sheets, CancellationToken cancel)
    {
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        await Part(zip, "[Content_Types].xml", ContentTypes(sheets.Count), cancel);
        await Part(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""", cancel);
        await Part(zip, "xl/workbook.xml", Workbook(sheets), cancel);
        await Part(zip, "xl/_rels/workbook.xml.rels", WorkbookParts(sheets.Count), cancel);
        for (var at = 0; at < sheets.Count; at++) await WriteSheet(zip, at + 1, sheets[at].Lines, cancel);
    }

    private static async Task WriteSheet(ZipArchive zip, int number, IAsyncEnumerable<IReadOnlyList<string?>> lines, CancellationToken cancel)
    {
        await using var part = await zip.CreateEntry($"xl/worksheets/sheet{number}.xml", CompressionLevel.Fastest).OpenAsync(cancel);
        var text = new StringBuilder($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>""");
        var line = 0;
        await foreach (var cells in lines.WithCancellation(cancel))
        {
            text.Append("<row r=\"").Append(++line).Append("\">");
            foreach (var cell in cells)
            {
                if (string.IsNullOrEmpty(cell)) text.Append("<c/>");
                else text.Append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(Escaped(cell)).Append("</t></is></c>");
            }
            text.Append("</row>");
            if (line % LinesAtOnce == 0) await Send(part, text, cancel);
        }
        text.Append("</sheetData></worksheet>");
        await Send(part, text, cancel);
    }

    private static async Task Send(Stream part, StringBuilder text, CancellationToken cancel)
    {
        await part.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancel);
        text.Clear();
    }

    private static async Task Part(ZipArchive zip, string name, string xml, CancellationToken cancel)
    {
        await using var part = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel);
        await part.WriteAsync(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml), cancel);
    }

    private static string ContentTypes(int sheets) =>
        $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>"""
        + string.Concat(Numbers(sheets).Select(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>""")) + "</Types>";

    private static string Workbook(IReadOnlyList<LongSheet> sheets) =>
        $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>""" + string.Concat(Numbers(sheets.Count).Select(n => $"""<sheet name="{Escaped(sheets[n - 1].Name)}" sheetId="{n}" r:id="rId{n}"/>""")) + "</sheets></workbook>";

    private static string WorkbookParts(int sheets) =>
        $"""<Relationships xmlns="{Package}/relationships">""" + string.Concat(Numbers(sheets).Select(n => $"""<Relationship Id="rId{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>""")) + "</Relationships>";

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);

    /// <summary>Signs that XML does not know are left out.</summary>
    private static string Escaped(string text)
    {
        if (text.Length > LongestCell) text = text[..LongestCell];
        if (!text.AsSpan().ContainsAny("&<>\"") && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c >= '\uFFFE')) return text;
        var kept = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) kept.Append(c).Append(text[++at]);
            else if (char.IsSurrogate(c) || c >= '\uFFFE' || (char.IsControl(c) && c is not ('\n' or '\r' or '\t'))) continue;
            else kept.Append(c switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => c.ToString(CultureInfo.InvariantCulture) });
        }
        return kept.ToString();
    }
}
