using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Drawing.Layout;
using PdfSharp.Pdf;

namespace CoopAssistant.Courses.Certificates;

/// <summary>What is printed on a certificate, ready to read.</summary>
/// <param name="Of">Leads to her name: «Se entrega a».</param>
/// <param name="Caveat">That it does not replace the authority's course.</param>
/// <param name="CheckAt">Tells how to check it; the address follows below.</param>
/// <param name="CheckUrl">Absolute; also what the QR code holds.</param>
public sealed record CertificateText(string Sender, string Title, string Of, string Name, string Did, string Date, string Caveat, string CodeLabel, string Code, string CheckAt, string CheckUrl);

/// <summary>Prints a certificate as a PDF of one page, A4 across. Small: only the letters it uses are in it, and the QR code is drawn.</summary>
public static class CertificatePaper
{
    private const double Margin = 56;
    private const double QrSize = 118;
    private const double SmallestName = 14;
    private static readonly XColor Violet = XColor.FromArgb(0x4a, 0x1d, 0x6b);
    private static readonly XSolidBrush Heading = new(Violet);

    public static byte[] Print(CertificateText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        PaperFonts.Use();
        using var document = new PdfDocument();
        document.Info.Title = $"{text.Title} {text.Code}";
        document.Info.Author = text.Sender;
        document.Language = "es";
        var page = document.AddPage();
        (page.Size, page.Orientation) = (PageSize.A4, PageOrientation.Landscape);
        using (var draw = XGraphics.FromPdfPage(page)) Draw(draw, page.Width.Point, page.Height.Point, text);
        using var bytes = new MemoryStream();
        document.Save(bytes);
        return bytes.ToArray();
    }

    private static void Draw(XGraphics draw, double width, double height, CertificateText text)
    {
        draw.DrawRectangle(new XPen(Violet, 3), 24, 24, width - 48, height - 48);
        Line(draw, text.Sender, Font(13), XBrushes.Black, 84, width);
        Line(draw, text.Title, Font(34, XFontStyleEx.Bold), Heading, 138, width);
        Line(draw, text.Of, Font(14), XBrushes.Black, 184, width);
        Name(draw, text.Name, 226, width);
        Block(draw, text.Did, Font(15), new XRect(Margin * 2, 286, width - Margin * 4, 60), XParagraphAlignment.Center);
        Line(draw, text.Date, Font(14), XBrushes.Black, 362, width);

        var top = height - Margin - QrSize;
        PaperQr.Draw(draw, text.CheckUrl, Margin, top, QrSize);
        var beside = new XRect(Margin + QrSize + 22, top, width - Margin * 2 - QrSize - 22, QrSize);
        draw.DrawString($"{text.CodeLabel} {text.Code}", Font(14, XFontStyleEx.Bold), XBrushes.Black, beside.X, top + 14);
        Block(draw, $"{text.CheckAt}\n{text.CheckUrl}\n\n{text.Caveat}", Font(11), new XRect(beside.X, top + 26, beside.Width, QrSize - 26), XParagraphAlignment.Left);
    }

    /// <summary>Long names get smaller letters, and two lines where even those do not fit.</summary>
    private static void Name(XGraphics draw, string name, double baseline, double width)
    {
        var room = width - Margin * 2;
        var size = 30d;
        while (size > SmallestName && Width(size) > room) size -= 1;
        if (Width(size) <= room) Line(draw, name, Font(size, XFontStyleEx.Bold), XBrushes.Black, baseline, width);
        else Block(draw, name, Font(size, XFontStyleEx.Bold), new XRect(Margin, baseline - 24, room, 60), XParagraphAlignment.Center);

        double Width(double points) => draw.MeasureString(name, Font(points, XFontStyleEx.Bold)).Width;
    }

    private static void Line(XGraphics draw, string text, XFont font, XBrush brush, double baseline, double width) =>
        draw.DrawString(text, font, brush, new XPoint(width / 2, baseline), XStringFormats.BaseLineCenter);

    private static void Block(XGraphics draw, string text, XFont font, XRect room, XParagraphAlignment alignment) =>
        new XTextFormatter(draw) { Alignment = alignment }.DrawString(text, font, XBrushes.Black, room, XStringFormats.TopLeft);

    private static XFont Font(double size, XFontStyleEx style = XFontStyleEx.Regular) => new(PaperFonts.Family, size, style);
}
