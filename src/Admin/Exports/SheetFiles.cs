using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.AspNetCore.Http;
using Table = CoopAssistant.Admin.Exports.Sheet;

namespace CoopAssistant.Admin.Exports;

/// <summary>Writes a table as CSV or as a workbook, in which every text stays a text and no cell is a formula.</summary>
internal static class SheetFiles
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="format">csv or xlsx; anything else is not found.</param>
    public static IResult File(Table sheet, string format, CancellationToken cancel) => format switch
    {
        "csv" => CsvFile.Of(sheet.Name + ".csv", sheet.Columns, Lines(sheet), cancel),
        "xlsx" => TypedResults.File(Workbook(sheet), WorkbookType, sheet.Name + ".xlsx"),
        _ => TypedResults.NotFound(),
    };

    public static byte[] Workbook(Table sheet)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var page = workbook.AddNewPart<WorksheetPart>();
            page.Worksheet = new Worksheet(new SheetData([.. sheet.Rows.Prepend([.. sheet.Columns]).Select(row => new Row(row.Select(CellOf)))]));
            workbook.Workbook = new Workbook(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = workbook.GetIdOfPart(page), SheetId = 1, Name = sheet.Name }));
        }
        return bytes.ToArray();
    }

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Lines(Table sheet)
    {
        foreach (var row in sheet.Rows) yield return [.. row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))];
        await Task.CompletedTask;
    }

    private static Cell CellOf(object? value) => value switch
    {
        int or long => new Cell { CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!), DataType = CellValues.Number },
        _ => new Cell { InlineString = new InlineString(new Text(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "") { Space = SpaceProcessingModeValues.Preserve }), DataType = CellValues.InlineString },
    };
}
