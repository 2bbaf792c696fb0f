using System.Globalization;
using CoopAssistant.Programme.Groups.Papers;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoopAssistant.Admin.Exports;

/// <summary>Tables of a paper: who founds the cooperative, and who holds which office.</summary>
internal static class DocxTables
{
    /// <summary>Rows to write on where nobody is in the group yet.</summary>
    private const int EmptyRows = 10;

    public static Table Founders(FillPaper.Result paper)
    {
        var document = paper.Words.GetValueOrDefault("documento", "documento");
        var rows = paper.Founders.Select((woman, index) => new[] { (index + 1).ToString(CultureInfo.InvariantCulture), woman.Name, woman.Document ?? "", "" });
        if (paper.Founders.Count == 0) rows = Enumerable.Range(1, EmptyRows).Select(number => new[] { number.ToString(CultureInfo.InvariantCulture), "", "", "" });
        return Of(["N.º", "Nombres y apellidos", char.ToUpper(document[0], CultureInfo.InvariantCulture) + document[1..], "Firma o huella"], [700, 4_200, 2_200, 2_540], rows);
    }

    public static Table Officers(FillPaper.Result paper) =>
        Of(["Órgano", "Cargo", "Nombres y apellidos"], [3_200, 2_240, 4_200], paper.Officers.Select(officer => new[] { officer.Body, officer.Office, officer.Name ?? "" }));

    private static Table Of(string[] columns, int[] widths, IEnumerable<string[]> rows)
    {
        var table = new Table(
            new TableProperties(new TableStyle { Val = DocxStyles.Grid }, new TableWidth { Type = TableWidthUnitValues.Dxa, Width = widths.Sum().ToString(CultureInfo.InvariantCulture) }),
            new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })));
        table.Append(Row(columns, widths, isHeading: true));
        table.Append(rows.Select(row => Row(row, widths, isHeading: false)));
        return table;
    }

    private static TableRow Row(string[] cells, int[] widths, bool isHeading)
    {
        var row = new TableRow();
        var properties = new TableRowProperties(new CantSplit(), new TableRowHeight { Val = isHeading ? 300u : 460u });
        if (isHeading) properties.Append(new TableHeader());
        row.Append(properties);
        row.Append(cells.Zip(widths, (cell, width) => new TableCell(
            new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = width.ToString(CultureInfo.InvariantCulture) }),
            new Paragraph(DocxText.RunOf(cell, isHeading)))));
        return row;
    }
}
