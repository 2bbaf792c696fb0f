using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoopAssistant.Admin.Exports;

/// <summary>How a paper looks. Headings are real headings, so that readers and screen readers find them.</summary>
internal static class DocxStyles
{
    public const string Notice = "Aviso";
    public const string Item = "Punto";
    public const string Grid = "Cuadro";

    public static string Heading(int level) => "Heading" + Math.Clamp(level, 1, 3).ToString(CultureInfo.InvariantCulture);

    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" }, new FontSize { Val = "22" }, new Languages { Val = "es" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        Paragraph("Normal", "Normal", null, new StyleRunProperties(), isDefault: true),
        HeadingStyle(1, "32", before: "0"), HeadingStyle(2, "26", before: "280"), HeadingStyle(3, "22", before: "200"),
        Paragraph(Item, "Punto", new StyleParagraphProperties(new SpacingBetweenLines { After = "60" }, new Indentation { Left = "360", Hanging = "300" }), new StyleRunProperties()),
        Paragraph(Notice, "Aviso", new StyleParagraphProperties(new Justification { Val = JustificationValues.Center }), new StyleRunProperties(new Color { Val = "9C2A1F" }, new FontSize { Val = "18" })),
        new Style(
            new StyleName { Val = "Cuadro" },
            new StyleTableProperties(new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })))
        { Type = StyleValues.Table, StyleId = Grid });

    private static Style HeadingStyle(int level, string size, string before) => Paragraph(
        Heading(level), "heading " + level.ToString(CultureInfo.InvariantCulture),
        new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = before, After = "120" }, new OutlineLevel { Val = level - 1 }),
        new StyleRunProperties(new Bold(), new FontSize { Val = size }));

    private static Style Paragraph(string id, string name, StyleParagraphProperties? paragraph, StyleRunProperties run, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault) style.Default = true;
        if (paragraph is not null) style.Append(paragraph);
        style.Append(run);
        return style;
    }
}
