using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoopAssistant.Admin.PaperLists;

/// <summary>The lines of a sheet as texts, read one after the other: shared and own texts, numbers as people wrote them, days as «3/5/2026».</summary>
internal sealed class XlsxLines(WorkbookPart book)
{
    /// <summary>Formats of Excel's own that show a day.</summary>
    private static readonly HashSet<uint> DayFormats = [14, 15, 16, 17, 22];

    private readonly List<string> _shared = [.. book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText) ?? []];
    private readonly HashSet<uint> _dayStyles = DayStyles(book);
    private readonly bool _is1904 = book.Workbook.WorkbookProperties?.Date1904?.Value == true;

    /// <summary>Null where there are more lines.</summary>
    public List<(int Number, IReadOnlyList<string> Cells)>? Read(WorksheetPart part, int mostLines)
    {
        var lines = new List<(int, IReadOnlyList<string>)>();
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
            var row = (Row)reader.LoadCurrentElement()!;
            number = row.RowIndex?.Value is { } index ? (int)index : number + 1;
            var cells = CellsOf(row);
            if (cells.TrueForAll(string.IsNullOrWhiteSpace)) continue;
            if (lines.Count > mostLines) return null;
            lines.Add((number, cells));
        }
        return lines;
    }

    private List<string> CellsOf(Row row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var at = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
            if (at >= SheetReader.Columns) break;
            while (cells.Count < at) cells.Add("");
            cells.Add(SheetReader.Short(TextOf(cell).Trim()));
        }
        return cells;
    }

    private string TextOf(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        var kind = cell.DataType?.Value;
        if (kind == CellValues.InlineString) return cell.InlineString?.InnerText ?? "";
        if (kind == CellValues.SharedString) return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _shared.Count ? _shared[at] : "";
        if (kind == CellValues.Boolean) return value == "1" ? "sí" : "no";
        if (kind == CellValues.String || kind == CellValues.Error || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value;
        return cell.StyleIndex?.Value is { } style && _dayStyles.Contains(style) && number is > 0 and < 100_000
            ? DateTime.FromOADate(number + (_is1904 ? 1462 : 0)).ToString("d/M/yyyy", CultureInfo.InvariantCulture)
            : number.ToString("0.##########", CultureInfo.InvariantCulture);
    }

    /// <summary>Styles whose number is shown as a day.</summary>
    private static HashSet<uint> DayStyles(WorkbookPart book)
    {
        if (book.WorkbookStylesPart?.Stylesheet is not { CellFormats: { } formats } sheet) return [];
        var own = (sheet.NumberingFormats?.Elements<NumberingFormat>() ?? []).Where(format => IsDay(format.FormatCode?.Value)).Select(format => format.NumberFormatId?.Value).OfType<uint>().ToHashSet();
        return [.. formats.Elements<CellFormat>().Select((format, at) => (Id: format.NumberFormatId?.Value, At: (uint)at)).Where(style => style.Id is { } id && (DayFormats.Contains(id) || own.Contains(id))).Select(style => style.At)];
    }

    private static bool IsDay(string? code) => code is not null && code.Contains('y', StringComparison.OrdinalIgnoreCase) && code.Contains('d', StringComparison.OrdinalIgnoreCase);

    /// <summary>From 0 for A1; null where the cell does not say.</summary>
    private static int? ColumnOf(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper)) column = (column * 26) + (letter - 'A' + 1);
        return column == 0 ? null : column - 1;
    }
}
