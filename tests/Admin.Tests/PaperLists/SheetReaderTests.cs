using System.IO.Compression;
using System.Text;
using CoopAssistant.Admin.Exports;
using CoopAssistant.Admin.PaperLists;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoopAssistant.Admin.Tests.PaperLists;

public class SheetReaderTests
{
    /// <summary>One byte more than is taken.</summary>
    internal const int TooLarge = SheetReader.LargestFile + 1;

    private const string Table = "Nombres;Comunidad\r\nMaría Ñusta;\"El Peñón; arriba\"\r\n\r\nAna;Río Güí\r\n";

    static SheetReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", true), InlineData("utf-8", false), InlineData("windows-1252", false), InlineData("utf-16", true)]
    public void A_csv_of_any_excel_is_read_with_its_accents(string encoding, bool marked)
    {
        var encoded = Encoding.GetEncoding(encoding);
        byte[] file = [.. marked ? encoded.GetPreamble() : [], .. encoded.GetBytes(Table)];

        var sheet = SheetReader.Read(file, 100);

        Assert.Null(sheet.Problem);
        Assert.Equal(["Nombres", "Comunidad"], sheet.Lines[0].Cells);
        Assert.Equal(["María Ñusta", "El Peñón; arriba"], sheet.Lines[1].Cells);
        Assert.Equal((4, "Río Güí"), (sheet.Lines[2].Number, sheet.Lines[2].Cells[1]));
    }

    [Theory]
    [InlineData("a,b\n1,2\n"), InlineData("a;b\n1;2\n"), InlineData("a\tb\n1\t2\n"), InlineData("sep=;\na;b\n1;2\n")]
    public void Commas_semicolons_and_tabs_divide_cells(string text) => Assert.Equal(["1", "2"], SheetReader.Read(Encoding.UTF8.GetBytes(text), 100).Lines[1].Cells);

    [Fact]
    public void A_workbook_is_read_with_shared_texts_numbers_days_and_gaps()
    {
        var sheet = SheetReader.Read(Workbook(), 100);

        Assert.Equal(["Nombres", "Fecha", "Teléfono"], sheet.Lines[0].Cells);
        Assert.Equal((5, "Luz|3/5/2026|61234567"), (sheet.Lines[1].Number, string.Join('|', sheet.Lines[1].Cells)));
        Assert.Equal(["", "", "sí"], sheet.Lines[2].Cells);
    }

    [Fact]
    public async Task What_we_write_we_read()
    {
        var book = await SheetFiles.Workbook(new("Lista", ["Nombres", "Edad"], [["Ñandú <&>", 41]]), CancellationToken.None);

        Assert.Equal(["Ñandú <&>", "41"], SheetReader.Read(book, 100).Lines[1].Cells);
    }

    [Fact]
    public void A_file_that_cannot_be_read_says_what_to_do()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        var picture = new byte[200];
        var broken = Workbook()[..400];

        Assert.Contains("vacío", SheetReader.Read([], 100).Problem, StringComparison.Ordinal);
        Assert.Contains("Excel antiguo", SheetReader.Read(old, 100).Problem, StringComparison.Ordinal);
        Assert.Contains("no es una hoja de cálculo", SheetReader.Read(picture, 100).Problem, StringComparison.Ordinal);
        Assert.Contains("dañado", SheetReader.Read(broken, 100).Problem, StringComparison.Ordinal);
        Assert.Contains("ninguna hoja", SheetReader.Read(Zip("a.txt", 10), 100).Problem, StringComparison.Ordinal);
        Assert.Contains("demasiado grande por dentro", SheetReader.Read(Zip("xl/worksheets/sheet1.xml", 101_000_000), 100).Problem, StringComparison.Ordinal);
        Assert.Contains("demasiado larga", SheetReader.Read(Encoding.UTF8.GetBytes("a\n" + string.Join('\n', Enumerable.Repeat("x", 101))), 100).Problem, StringComparison.Ordinal);
    }

    private static byte[] Zip(string entry, int length)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var part = zip.CreateEntry(entry, CompressionLevel.SmallestSize).Open();
            var block = new byte[1_000_000];
            for (var left = length; left > 0; left -= block.Length) part.Write(block, 0, Math.Min(left, block.Length));
        }
        return bytes.ToArray();
    }

    /// <summary>As Excel writes it: shared texts, styles, empty rows and cells left out.</summary>
    private static byte[] Workbook()
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new(new SharedStringItem(new Text("Nombres")), new SharedStringItem(new Text("Fecha")), new SharedStringItem(new Run(new Text("Telé")), new Run(new Text("fono"))), new SharedStringItem(new Text("Luz")));
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new() { CellFormats = new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14 }) };
            var page = book.AddNewPart<WorksheetPart>();
            page.Worksheet = new Worksheet(new SheetData(
                new Row(Shared("A1", 0), Shared("B1", 1), Shared("C1", 2)) { RowIndex = 1 },
                new Row(Shared("A5", 3), new Cell { CellReference = "B5", StyleIndex = 1, CellValue = new("46145") }, new Cell { CellReference = "C5", CellValue = new("6.1234567E7") }) { RowIndex = 5 },
                new Row(new Cell { CellReference = "C6", DataType = CellValues.Boolean, CellValue = new("1") }) { RowIndex = 6 }));
            book.Workbook = new Workbook(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(page), SheetId = 1, Name = "Hoja1" }));
        }
        return bytes.ToArray();
    }

    private static Cell Shared(string at, int text) => new() { CellReference = at, DataType = CellValues.SharedString, CellValue = new(text.ToString(System.Globalization.CultureInfo.InvariantCulture)) };
}
