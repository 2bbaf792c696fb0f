using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CoopAssistant.Courses.Packs;

/// <summary>Finds in a text whatever is more than text: HTML, links, code, tables, invisible letters. None of it reaches a woman.</summary>
internal static partial class MarkupGuard
{
    private const int MostCharacters = 8000;
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UseAutoLinks(new AutoLinkOptions()).UsePreciseSourceLocation().Build();

    /// <summary>What was found: how many lines below the text's first, and what to do.</summary>
    public static IEnumerable<(int Offset, string Message)> Find(string text, bool isMessage)
    {
        if (text.Length > MostCharacters) return [(0, "The text is far too long to be looked through. Shorten it.")];
        return Invisible(text).Concat(Links(text)).Concat(Markup(text, isMessage)).Distinct();
    }

    public static bool HasLooseBrace(string text) => LooseBrace().IsMatch(text);

    private static IEnumerable<(int, string)> Invisible(string text)
    {
        var line = 0;
        foreach (var letter in text)
        {
            if (letter == '\n') line++;
            else if (char.IsControl(letter) || letter is '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069'))
                yield return (line, $"There is an invisible sign (U+{(int)letter:X4}) here. Type the text again.");
        }
    }

    private static IEnumerable<(int, string)> Links(string text) =>
        Address().Matches(text).Select(match => (text.AsSpan(0, match.Index).Count('\n'), "Lessons hold no links: data costs her money, and a link cannot be told from a fraud. Take it out."));

    private static IEnumerable<(int, string)> Markup(string text, bool isMessage)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(text, Markdown);
        }
        catch (ArgumentException)
        {
            return [(0, "The text is nested too deeply to be read. Write plain sentences.")];
        }
        return document.Descendants()
            .Select(part => (part.Line, Message: Complaint(part, isMessage)))
            .Where(found => found.Message is not null)
            .Select(found => (found.Line, found.Message!));
    }

    private static string? Complaint(MarkdownObject part, bool isMessage) => part switch
    {
        HtmlBlock or HtmlInline or AutolinkInline => "HTML is refused. Write plain text.",
        HtmlEntityInline => "Write the sign itself instead of its code (& instead of &amp;).",
        LinkInline { IsImage: true } => "Lessons hold no images: data costs her money. Take it out.",
        LinkInline or LinkReferenceDefinition => "Lessons hold no links: data costs her money, and a link cannot be told from a fraud. Take it out.",
        CodeBlock => "The line begins with blanks, or is marked as code. Begin it at the left edge as plain text.",
        CodeInline => "Text between ` is refused. Write it plain.",
        QuoteBlock => "A line beginning with > is refused. Write it plain.",
        HeadingBlock => "Only questions have a heading (##). Write this line plain.",
        ThematicBreakBlock => "This line of signs is refused. Messages are split by --- on a line of its own.",
        EmphasisInline => "Signs for bold or italic (* or _) show as they are on some phones. Take them out.",
        ListBlock { IsOrdered: true } when isMessage => "A digit always means an answer she can choose. Write \"Primero: …\" instead of a numbered line.",
        ListBlock when !isMessage => "The text begins like a list. Begin it with a letter or a digit without a dot.",
        _ => null,
    };

    [GeneratedRegex(@"(https?|ftp|javascript|data|mailto)\s*:\s*\S|\bwww\.|\b[\w-]+\.(com|org|net|info|me|io|ly|app|gob|pa|bo)\b(/|\.|\s|$)|\S@[\w-]+\.\w", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Address();

    [GeneratedRegex(@"\{(?![a-z_]+\})|(?<!\{[a-z_]+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex LooseBrace();
}
