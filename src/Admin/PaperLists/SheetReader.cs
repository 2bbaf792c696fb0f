using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoopAssistant.Admin.PaperLists;

/// <summary>A spreadsheet as it was brought: its lines with their numbers, or what to do about a file that cannot be read.</summary>
internal sealed record SheetContent(IReadOnlyList<(int Number, IReadOnlyList<string> Cells)> Lines, string? Problem = null)
{
    public static SheetContent Unreadable(string problem) => new([], problem);
}

/// <summary>
/// Reads the first sheet of an xlsx, or a CSV as any Excel writes it: UTF-8 with or without mark, UTF-16, or Windows-1252; commas, semicolons or tabs.
/// What a file is, its bytes say, not its name.
/// </summary>
internal static class SheetReader
{
    public const int LargestFile = 5_000_000;

    /// <summary>An xlsx is a zip: more than this is no list of women.</summary>
    private const long LargestUnpacked = 100_000_000;
    private const int MostColumns = 60;
    private const int LongestCell = 1000;

    public static SheetContent Read(byte[] file, int mostLines)
    {
        if (file.Length == 0) return SheetContent.Unreadable("El archivo está vacío.");
        if (file.Length > LargestFile) return SheetContent.Unreadable("El archivo pesa demasiado: use hasta 5 MB, o divídalo en dos.");
        if (file.AsSpan().StartsWith("PK\u0003\u0004"u8)) return Workbook(file, mostLines);
        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return SheetContent.Unreadable("Este es un archivo de un Excel antiguo (.xls). Ábralo y guárdelo como «Libro de Excel (.xlsx)» o como CSV.");
        return TextOf(file) is { } text ? Csv(text, mostLines) : SheetContent.Unreadable("Este archivo no es una hoja de cálculo. Use la plantilla: xlsx o CSV.");
    }

    /// <summary>Null for what is no text.</summary>
    internal static string? TextOf(byte[] file)
    {
        if (file.AsSpan().StartsWith(Encoding.UTF8.Preamble)) return Encoding.UTF8.GetString(file.AsSpan(3));
        if (file.AsSpan().StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode.GetString(file.AsSpan(2));
        if (file.AsSpan().Contains((byte)0)) return null;
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file);
        }
    }

    private static SheetContent Csv(string text, int mostLines)
    {
        // Old Excel says its separator in a line of its own.
        var skipped = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        if (skipped == 1) text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null, TrimOptions = TrimOptions.Trim, DetectDelimiter = true, DetectDelimiterValues = [";", ",", "\t"], IgnoreBlankLines = true,
        });
        var lines = new List<(int, IReadOnlyList<string>)>();
        while (parser.Read())
        {
            if (lines.Count > mostLines) return TooLong(mostLines);
            lines.Add((parser.RawRow + skipped, [.. parser.Record!.Take(MostColumns).Select(Short)]));
        }
        return new(lines);
    }

    private static SheetContent Workbook(byte[] file, int mostLines)
    {
        try
        {
            using (var zip = new ZipArchive(new MemoryStream(file)))
                if (zip.Entries.Sum(entry => entry.Length) > LargestUnpacked) return SheetContent.Unreadable("El archivo es demasiado grande por dentro. Copie solo las filas de la lista en la plantilla.");
            using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
            if (document.WorkbookPart is not { } book || book.Workbook.Descendants<Sheet>().FirstOrDefault()?.Id?.Value is not { } first || book.GetPartById(first) is not WorksheetPart part)
                return SheetContent.Unreadable("El archivo no tiene ninguna hoja.");
            return new XlsxLines(book).Read(part, mostLines) is { } lines ? new(lines) : TooLong(mostLines);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or InvalidDataException or FileFormatException or System.Xml.XmlException or IOException or ArgumentException)
        {
            return SheetContent.Unreadable("El archivo está dañado o tiene contraseña. Ábralo, guárdelo otra vez como «Libro de Excel (.xlsx)» y vuelva a subirlo.");
        }
    }

    private static SheetContent TooLong(int mostLines) => SheetContent.Unreadable(string.Create(CultureInfo.GetCultureInfo("es"), $"La lista es demasiado larga: use hasta {mostLines:N0} filas por archivo."));

    internal static string Short(string cell) => cell.Length <= LongestCell ? cell : cell[..LongestCell];

    internal static int Columns => MostColumns;
}
