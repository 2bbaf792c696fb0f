using System.Globalization;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Courses.Certificates;
using CoopAssistant.Programme.Meetings;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Drawing.Layout;
using PdfSharp.Pdf;

namespace CoopAssistant.Admin.Meetings;

/// <summary>The sheet that hangs at the door: one A4 page with a QR code that opens the chat, and the code to be said aloud.</summary>
internal sealed class DoorSheet(Programmes programmes, ChatAddress chat)
{
    private const double Margin = 56;
    private const double QrSize = 300;

    public byte[] Print(Meeting meeting)
    {
        PaperFonts.Use();
        using var document = new PdfDocument();
        document.Info.Title = MeetingTerms.Title(meeting.Kind, meeting.Topic);
        document.Language = "es";
        var page = document.AddPage();
        page.Size = PageSize.A4;
        using (var draw = XGraphics.FromPdfPage(page)) Draw(draw, page.Width.Point, meeting);
        using var bytes = new MemoryStream();
        document.Save(bytes);
        return bytes.ToArray();
    }

    /// <summary>Day and hours by the country's clock.</summary>
    public string When(Meeting meeting)
    {
        var (from, until) = (programmes.Local(meeting.StartsAt, meeting.Country), programmes.Local(meeting.EndsAt, meeting.Country));
        return string.Create(CultureInfo.InvariantCulture, $"{from.ToString("dddd d 'de' MMMM", Plural.Spanish)}, {from.ToString("h:mm tt", Plural.Spanish)} a {until.ToString("h:mm tt", Plural.Spanish)}");
    }

    private void Draw(XGraphics draw, double width, Meeting meeting)
    {
        _ = AttendanceCode.TryFind(meeting.Code, out var code);
        var y = 90d;
        y = Block(draw, MeetingTerms.Title(meeting.Kind, meeting.Topic), 26, XFontStyleEx.Bold, y, width);
        y = Block(draw, When(meeting), 16, XFontStyleEx.Regular, y + 6, width);
        y = Block(draw, meeting.Venue, 16, XFontStyleEx.Regular, y, width);
        y = Block(draw, "Anote aquí su asistencia", 20, XFontStyleEx.Bold, y + 22, width);
        PaperQr.Draw(draw, chat.Door(code), (width - QrSize) / 2, y + 10, QrSize);
        y = Block(draw, "Apunte la cámara al cuadro y envíe el mensaje que aparece.", 14, XFontStyleEx.Regular, y + QrSize + 26, width);
        y = Block(draw, "O escriba en el chat del programa:", 14, XFontStyleEx.Regular, y + 8, width);
        y = Block(draw, $"ASISTENCIA {code.Spoken}", 30, XFontStyleEx.Bold, y + 4, width);
        Block(draw, "¿No tiene teléfono? Diga su nombre a quien dirige.", 14, XFontStyleEx.Regular, y + 14, width);
    }

    /// <summary>A centred block of at most two lines; gives where it ends.</summary>
    private static double Block(XGraphics draw, string text, double size, XFontStyleEx style, double top, double width)
    {
        var font = new XFont(PaperFonts.Family, size, style);
        var room = width - Margin * 2;
        var height = font.GetHeight() * (draw.MeasureString(text, font).Width > room ? 2 : 1) + 4;
        new XTextFormatter(draw) { Alignment = XParagraphAlignment.Center }.DrawString(text, font, XBrushes.Black, new XRect(Margin, top, room, height), XStringFormats.TopLeft);
        return top + height;
    }
}
