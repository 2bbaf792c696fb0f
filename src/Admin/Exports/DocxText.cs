using CoopAssistant.Programme.Packs;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax.Inlines;

namespace CoopAssistant.Admin.Exports;

/// <summary>Lines of Markdown as runs of a document. Words in braces are filled after the Markdown was read, so that a name is never taken for a sign.</summary>
internal static class DocxText
{
    /// <summary>Nothing but one word in braces.</summary>
    public static bool IsOnly(ContainerInline? line, string word) => string.Concat(Pieces(line).Select(piece => piece.Text)).Trim() == $"{{{word}}}";

    /// <param name="mark">Stands before the first word.</param>
    public static Paragraph Paragraph(ContainerInline? line, IReadOnlyDictionary<string, string> words, string? style, string mark = "")
    {
        var paragraph = new Paragraph();
        if (style is not null) paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (mark.Length > 0) paragraph.Append(RunOf(mark, isBold: false));
        paragraph.Append(Pieces(line).Select(piece => RunOf(Placeholders.Fill(piece.Text, words), piece.IsBold)));
        return paragraph;
    }

    public static Run RunOf(string text, bool isBold)
    {
        var run = new Run();
        if (isBold) run.Append(new RunProperties(new Bold()));
        run.Append(new Text(Known(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    /// <summary>Neighbouring texts of one look as one, however Markdown cut them.</summary>
    private static List<(string Text, bool IsBold)> Pieces(ContainerInline? line)
    {
        var pieces = new List<(string Text, bool IsBold)>();
        foreach (var (text, isBold) in Cut(line, isBold: false))
        {
            if (pieces.Count > 0 && pieces[^1].IsBold == isBold) pieces[^1] = (pieces[^1].Text + text, isBold);
            else pieces.Add((text, isBold));
        }
        return pieces;
    }

    private static IEnumerable<(string Text, bool IsBold)> Cut(ContainerInline? line, bool isBold) => (line ?? []).SelectMany(inline => inline switch
    {
        LiteralInline literal => [(literal.Content.ToString(), isBold)],
        LineBreakInline => [(" ", isBold)],
        EmphasisInline strong => Cut(strong, isBold || strong.DelimiterCount == 2),
        ContainerInline several => Cut(several, isBold),
        HtmlInline html => [(html.Tag, isBold)],
        CodeInline code => [(code.Content, isBold)],
        _ => Enumerable.Empty<(string, bool)>(),
    });

    /// <summary>Signs that XML does not know are left out.</summary>
    private static string Known(string text) => string.Concat(text.EnumerateRunes().Where(rune => !System.Text.Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF)).Select(rune => rune.ToString()));
}
