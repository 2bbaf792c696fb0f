using PdfSharp.Fonts;

namespace CoopAssistant.Courses.Certificates;

/// <summary>
/// The letters papers are printed with travel inside the program (DejaVu Sans, see <c>Fonts/LICENSE.txt</c>): every machine
/// prints the same, and the names of all languages we know of can be written.
/// </summary>
public sealed class PaperFonts : IFontResolver
{
    public const string Family = "DejaVu Sans";

    private PaperFonts() { }

    /// <summary>PDFsharp knows one resolver for the whole process; naming it again changes nothing.</summary>
    public static void Use()
    {
        if (GlobalFontSettings.FontResolver is null) GlobalFontSettings.FontResolver = new PaperFonts();
    }

    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) =>
        familyName == Family ? new FontResolverInfo(bold ? "DejaVuSans-Bold" : "DejaVuSans") : null;

    public byte[]? GetFont(string faceName)
    {
        using var font = typeof(PaperFonts).Assembly.GetManifestResourceStream($"Fonts/{faceName}.ttf");
        if (font is null) return null;
        var bytes = new byte[font.Length];
        font.ReadExactly(bytes);
        return bytes;
    }
}
