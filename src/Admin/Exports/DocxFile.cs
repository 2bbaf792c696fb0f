using System.Globalization;
using CoopAssistant.Programme.Groups.Papers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig;
using Markdig.Syntax;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace CoopAssistant.Admin.Exports;

/// <summary>A filled paper as a document that Word and LibreOffice open: the notice on every page, headings, lists and tables. What people typed stays text.</summary>
internal static class DocxFile
{
    public static byte[] Of(FillPaper.Result paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.All();
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Notice }), DocxText.RunOf(paper.Notice, isBold: true)));
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(new Paragraph(DocxText.RunOf("Página ", isBold: false), new SimpleField { Instruction = "PAGE" }));
            var body = new Body(Markdown.Parse(paper.Paper.Markdown).SelectMany(block => Blocks(block, paper)));
            body.Append(new SectionProperties(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                new PageSize { Width = 12_240, Height = 15_840 }, // letter, as both countries print
                new PageMargin { Top = 1_300, Bottom = 1_100, Left = 1_300, Right = 1_300, Header = 600, Footer = 500 }));
            main.Document = new Document(body);
            document.PackageProperties.Title = $"{paper.Paper.Name}: {paper.Group}";
            document.PackageProperties.Description = paper.Notice;
        }
        return bytes.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Blocks(Block block, FillPaper.Result paper) => block switch
    {
        HeadingBlock heading => [DocxText.Paragraph(heading.Inline, paper.Words, DocxStyles.Heading(heading.Level))],
        ParagraphBlock text when DocxText.IsOnly(text.Inline, Programme.Packs.Paper.Founders) => [DocxTables.Founders(paper), new Paragraph()],
        ParagraphBlock text when DocxText.IsOnly(text.Inline, Programme.Packs.Paper.Officers) => [DocxTables.Officers(paper), new Paragraph()],
        ParagraphBlock text => [DocxText.Paragraph(text.Inline, paper.Words, null)],
        ListBlock list => list.OfType<ListItemBlock>().SelectMany((item, index) => Items(item, list.IsOrdered ? (index + 1).ToString(CultureInfo.InvariantCulture) + ". " : "– ", paper)),
        ContainerBlock several => several.SelectMany(inner => Blocks(inner, paper)),
        _ => [],
    };

    private static IEnumerable<OpenXmlElement> Items(ListItemBlock item, string mark, FillPaper.Result paper) =>
        item.OfType<ParagraphBlock>().Select((text, index) => DocxText.Paragraph(text.Inline, paper.Words, DocxStyles.Item, index == 0 ? mark : ""));
}
