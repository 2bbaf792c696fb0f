using PdfSharp.Drawing;
using QRCoder;

namespace CoopAssistant.Courses.Certificates;

/// <summary>A QR code drawn on a paper: sharp at any size, and small in the file.</summary>
public static class PaperQr
{
    /// <param name="size">Of one side, in points.</param>
    public static void Draw(XGraphics draw, string text, double left, double top, double size)
    {
        ArgumentNullException.ThrowIfNull(draw);
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var sign = size / rows.Count;
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x]) continue;
                var run = 1;
                while (x + run < rows.Count && rows[y][x + run]) run++;
                draw.DrawRectangle(XBrushes.Black, left + x * sign, top + y * sign, run * sign, sign + 0.05); // no hairlines between rows
                x += run;
            }
    }
}
