using CoopAssistant.Courses.Certificates;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace CoopAssistant.Admin.Figures;

/// <summary>Prints a report as a PDF, A4 upright, in black alone: numbers in tables with a bar of their share, then what each figure counts.</summary>
internal static class ReportPaper
{
    private const int LongestNumber = 14;

    public static byte[] Print(Report report)
    {
        PaperFonts.Use();
        using var document = new PdfDocument();
        document.Info.Title = $"{report.Title}: {report.Where}";
        document.Language = "es";
        using (var sheet = new ReportSheet(document, $"{report.Title} · {report.Where}"))
        {
            sheet.Heading(report.Title, 20);
            sheet.Text(report.Where, 13);
            sheet.Text(report.Made, 9);
            sheet.Gap(6);
            if (report.Hidden.Length > 0) sheet.Text(report.Hidden, 9);
            foreach (var part in report.Parts) Part(sheet, part);
            if (report.Definitions.Count > 0) sheet.Heading("Qué cuenta cada cifra", 13);
            foreach (var (name, meaning) in report.Definitions) sheet.Text($"{name}: {meaning}", 9);
        }
        using var bytes = new MemoryStream();
        document.Save(bytes);
        return bytes.ToArray();
    }

    private static void Part(ReportSheet sheet, ReportPart part)
    {
        sheet.Heading(part.Title, 13);
        if (part.Note is { } note) sheet.Text(note, 9);
        if (part.Lines.Count == 0) sheet.Text("Nada este mes.", 10);
        var most = part.Lines.Select(line => line.Count ?? 0).DefaultIfEmpty().Max();
        foreach (var line in part.Lines)
        {
            if (line.Shown.Length > LongestNumber) sheet.Text($"{line.Name}: {line.Shown}", 10); // words
            else sheet.Row(line.Name, line.Shown, line.Share, most == 0 ? 0 : (double)(line.Count ?? 0) / most);
        }
    }
}

/// <summary>Pages that fill from above; a new one begins where the next thing has no room.</summary>
internal sealed class ReportSheet(PdfDocument document, string footer) : IDisposable
{
    private const double Margin = 50;
    private const double NumberWidth = 62;
    private const double ShareWidth = 44;
    private const double BarWidth = 90;
    private static readonly XPen Hairline = new(XColors.Gray, 0.5);

    private XGraphics? _draw;
    private double _width;
    private double _bottom;
    private double _top;

    public void Heading(string text, double size)
    {
        Room(size * 1.6 + 40); // never alone at the end of a page
        _top += size * 0.7;
        Lines(text, Font(size, XFontStyleEx.Bold), Margin, _width - 2 * Margin, size * 1.25);
        _top += 3;
    }

    public void Text(string text, double size) => Lines(text, Font(size), Margin, _width - 2 * Margin, size * 1.35);

    public void Gap(double points) => _top += points;

    /// <param name="part">Length of the bar, from 0 to 1.</param>
    public void Row(string name, string number, string share, double part)
    {
        var font = Font(10);
        var names = _draw is null ? 0 : _width - 2 * Margin - NumberWidth - ShareWidth - BarWidth - 20;
        Room(18);
        names = _width - 2 * Margin - NumberWidth - ShareWidth - BarWidth - 20;
        var wrapped = Wrap(name, font, names);
        Room(wrapped.Count * 13.5 + 5);
        var baseline = _top + 11;
        var right = _width - Margin;
        _draw!.DrawString(share, font, XBrushes.Black, new XPoint(right, baseline), XStringFormats.BaseLineRight);
        _draw.DrawString(number, Font(10, XFontStyleEx.Bold), XBrushes.Black, new XPoint(right - ShareWidth, baseline), XStringFormats.BaseLineRight);
        var bar = right - ShareWidth - NumberWidth - BarWidth;
        _draw.DrawRectangle(Hairline, bar, _top + 4, BarWidth, 7);
        if (part > 0) _draw.DrawRectangle(XBrushes.Black, bar, _top + 4, BarWidth * part, 7);
        foreach (var line in wrapped)
        {
            _draw.DrawString(line, font, XBrushes.Black, new XPoint(Margin, _top + 11));
            _top += 13.5;
        }
        _top += 4;
        _draw.DrawLine(Hairline, Margin, _top - 1, right, _top - 1);
    }

    public void Dispose() => End();

    private void Lines(string text, XFont font, double left, double width, double height)
    {
        Room(height);
        foreach (var line in Wrap(text, font, width == 0 ? _width - 2 * Margin : width))
        {
            Room(height);
            _draw!.DrawString(line, font, XBrushes.Black, new XPoint(left, _top + font.Size));
            _top += height;
        }
    }

    private List<string> Wrap(string text, XFont font, double width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            var longer = lines[^1].Length == 0 ? word : lines[^1] + " " + word;
            if (lines[^1].Length > 0 && _draw!.MeasureString(longer, font).Width > width) lines.Add(word);
            else lines[^1] = longer;
        }
        return lines;
    }

    private void Room(double height)
    {
        if (_draw is not null && _top + height <= _bottom) return;
        End();
        var page = document.AddPage();
        (page.Size, page.Orientation) = (PageSize.A4, PageOrientation.Portrait);
        _draw = XGraphics.FromPdfPage(page);
        (_width, _bottom, _top) = (page.Width.Point, page.Height.Point - Margin - 14, Margin);
    }

    private void End()
    {
        if (_draw is null) return;
        _draw.DrawString(footer, Font(8), XBrushes.Black, new XPoint(Margin, _bottom + 22));
        _draw.DrawString($"{document.PageCount}", Font(8), XBrushes.Black, new XPoint(_width - Margin, _bottom + 22), XStringFormats.BaseLineRight);
        _draw.Dispose();
        _draw = null;
    }

    private static XFont Font(double size, XFontStyleEx style = XFontStyleEx.Regular) => new(PaperFonts.Family, size, style);
}
