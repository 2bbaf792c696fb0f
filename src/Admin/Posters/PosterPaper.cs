using CoopAssistant.Admin.Meetings;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Courses.Certificates;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Posters;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace CoopAssistant.Admin.Posters;

/// <summary>Prints a poster: one A4 page to be read from afar, or a sheet of four cards to cut. Black on white alone, for any printer.</summary>
internal sealed class PosterPaper(Programmes programmes, ChatAddress chat)
{
    private const double A4Width = 595;

    public byte[] Print(Poster poster, bool asCards)
    {
        PaperFonts.Use();
        var words = programmes.Find(poster.Country)!;
        using var document = new PdfDocument();
        document.Info.Title = $"{words.Posters.Headline} ({poster.Code})";
        document.Language = "es";
        var page = document.AddPage();
        page.Size = PageSize.A4;
        using (var draw = XGraphics.FromPdfPage(page))
        {
            var (width, height) = (page.Width.Point, page.Height.Point);
            if (!asCards) Draw(draw, new XRect(0, 0, width, height), poster, words);
            else
            {
                foreach (var (x, y) in new[] { (0, 0), (1, 0), (0, 1), (1, 1) }) Draw(draw, new XRect(x * width / 2, y * height / 2, width / 2, height / 2), poster, words);
                var cut = new XPen(XColors.Gray, 0.5) { DashStyle = XDashStyle.Dash };
                draw.DrawLine(cut, width / 2, 0, width / 2, height);
                draw.DrawLine(cut, 0, height / 2, width, height / 2);
            }
        }
        using var bytes = new MemoryStream();
        document.Save(bytes);
        return bytes.ToArray();
    }

    /// <summary>All sizes follow the width, so that a card is the poster made smaller.</summary>
    private void Draw(XGraphics draw, XRect sheet, Poster poster, ProgrammePack pack)
    {
        var scale = sheet.Width / A4Width;
        var text = new Column(draw, sheet, 48 * scale, scale, sheet.Top + 44 * scale);
        string Say(string words) => Placeholders.Fill(words, pack.Words);

        text.Write(pack.Ministry.Name, 15, isBold: true);
        text.Write(pack.Programme.Name, 15);
        text.Gap(22);
        text.Write(Say(pack.Posters.Headline), 40, isBold: true);
        text.Gap(8);
        text.Write(Say(pack.Posters.Lead), 19);
        text.Gap(20);
        text.Top = Squares(draw, sheet, scale, text.Top, poster, pack);
        text.Gap(12);
        text.Write(Say(pack.Posters.HowTo), 15);
        if (chat.Number is { } number)
        {
            text.Gap(8);
            text.Write(Say(pack.Posters.OrWrite), 15);
            text.Write(number, 28, isBold: true);
        }
        text.Gap(10);
        text.Write(Say(pack.Posters.Free), 15, isBold: true);
        text.Top = sheet.Bottom - 34 * scale;
        text.Write($"{poster.Title} · {poster.Code}", 9);
    }

    /// <summary>One square for WhatsApp, where it is connected, and one for the web chat, each under its words; gives where they end.</summary>
    private double Squares(XGraphics draw, XRect sheet, double scale, double top, Poster poster, ProgrammePack pack)
    {
        var hello = Placeholders.Fill(pack.Posters.Hello, pack.Words);
        var squares = new List<(string Name, string Link)> { (pack.Posters.Web, chat.PosterOnWeb(poster.Code)) };
        if (chat.PosterOnWhatsApp(hello, poster.Code) is { } link) squares.Insert(0, (pack.Posters.WhatsApp, link));
        var (size, column, bottom) = (210 * scale, sheet.Width / squares.Count, top);
        for (var i = 0; i < squares.Count; i++)
        {
            var left = sheet.Left + i * column;
            var label = new Column(draw, new XRect(left, sheet.Top, column, sheet.Height), 20 * scale, scale, top);
            label.Write(Placeholders.Fill(squares[i].Name, pack.Words), 17, isBold: true);
            PaperQr.Draw(draw, squares[i].Link, left + (column - size) / 2, label.Top + 8 * scale, size);
            bottom = Math.Max(bottom, label.Top + 8 * scale + size);
        }
        return bottom;
    }

    /// <summary>Centred lines from top to bottom.</summary>
    private sealed class Column(XGraphics draw, XRect sheet, double margin, double scale, double top)
    {
        public double Top { get; set; } = top;

        public void Gap(double points) => Top += points * scale;

        public void Write(string text, double size, bool isBold = false)
        {
            var font = new XFont(PaperFonts.Family, size * scale, isBold ? XFontStyleEx.Bold : XFontStyleEx.Regular);
            foreach (var line in Lines(text, font, sheet.Width - 2 * margin))
            {
                var height = font.GetHeight() * 1.05;
                draw.DrawString(line, font, XBrushes.Black, new XRect(sheet.Left + margin, Top, sheet.Width - 2 * margin, height), XStringFormats.TopCenter);
                Top += height;
            }
        }

        private IEnumerable<string> Lines(string text, XFont font, double room)
        {
            var line = "";
            foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && draw.MeasureString(longer, font).Width > room)
                {
                    yield return line;
                    line = word;
                }
                else line = longer;
            }
            if (line.Length > 0) yield return line;
        }
    }
}
