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
    public static IEnumerable<(int Offset, string English, string Spanish)> Find(string text, bool isMessage)
    {
        if (text.Length > MostCharacters) return [(0, "The text is far too long to be looked through. Shorten it.", "El texto es demasiado largo para revisarlo. Acórtelo.")];
        return Invisible(text).Concat(Links(text)).Concat(Markup(text, isMessage)).Distinct();
    }

    public static bool HasLooseBrace(string text) => LooseBrace().IsMatch(text);

    private static IEnumerable<(int, string, string)> Invisible(string text)
    {
        var line = 0;
        foreach (var letter in text)
        {
            if (letter == '\n') line++;
            else if (char.IsControl(letter) || letter is '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069'))
                yield return (line, $"There is an invisible sign (U+{(int)letter:X4}) here. Type the text again.", $"Hay un signo invisible (U+{(int)letter:X4}). Escriba el texto otra vez.");
        }
    }

    private static IEnumerable<(int, string, string)> Links(string text) =>
        Address().Matches(text).Select(match => (text.AsSpan(0, match.Index).Count('\n'), NoLinks.English, NoLinks.Spanish));

    private static IEnumerable<(int, string, string)> Markup(string text, bool isMessage)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(text, Markdown);
        }
        catch (ArgumentException)
        {
            return [(0, "The text is nested too deeply to be read. Write plain sentences.", "El texto tiene demasiados signos anidados. Escriba oraciones simples.")];
        }
        return document.Descendants()
            .Select(part => (part.Line, Said: Complaint(part, isMessage)))
            .Where(found => found.Said is not null)
            .Select(found => (found.Line, found.Said!.Value.English, found.Said.Value.Spanish));
    }

    private static (string English, string Spanish)? Complaint(MarkdownObject part, bool isMessage) => part switch
    {
        HtmlBlock or HtmlInline or AutolinkInline => ("HTML is refused. Write plain text.", "No se acepta HTML. Escriba texto simple."),
        HtmlEntityInline => ("Write the sign itself instead of its code (& instead of &amp;).", "Escriba el signo mismo en lugar de su código (& en lugar de &amp;)."),
        LinkInline { IsImage: true } => ("Lessons hold no images: data costs her money. Take it out.", "Las lecciones no llevan imágenes: los datos le cuestan plata. Quítela."),
        LinkInline or LinkReferenceDefinition => NoLinks,
        CodeBlock => ("The line begins with blanks, or is marked as code. Begin it at the left edge as plain text.", "La línea empieza con espacios o está marcada como código. Empiécela en el borde izquierdo."),
        CodeInline => ("Text between ` is refused. Write it plain.", "No se acepta texto entre comillas `. Escríbalo sin ellas."),
        QuoteBlock => ("A line beginning with > is refused. Write it plain.", "No se acepta una línea que empieza con >. Escríbala sin ese signo."),
        HeadingBlock => ("Only questions have a heading (##). Write this line plain.", "Los mensajes no llevan títulos (# o línea subrayada). Escriba esta línea simple."),
        ThematicBreakBlock => ("This line of signs is refused. Messages are split by --- on a line of its own.", "No se acepta una línea de signos (---). Para partir el texto, agregue otro mensaje."),
        EmphasisInline => ("Signs for bold or italic (* or _) show as they are on some phones. Take them out.", "Los signos de negrita o cursiva (* o _) se ven tal cual en algunos teléfonos. Quítelos."),
        ListBlock { IsOrdered: true } when isMessage => ("A digit always means an answer she can choose. Write \"Primero: …\" instead of a numbered line.", "Un número siempre es una respuesta que ella puede elegir. Escriba «Primero: …» en lugar de numerar la línea."),
        ListBlock when !isMessage => ("The text begins like a list. Begin it with a letter or a digit without a dot.", "El texto empieza como una lista. Empiece con una letra, o con un número sin punto."),
        _ => null,
    };

    private static (string English, string Spanish) NoLinks { get; } = (
        "Lessons hold no links: data costs her money, and a link cannot be told from a fraud. Take it out.",
        "Las lecciones no llevan enlaces: los datos le cuestan plata y un enlace no se distingue de una estafa. Quítelo.");

    [GeneratedRegex(@"(https?|ftp|javascript|data|mailto)\s*:\s*\S|\bwww\.|\b[\w-]+\.(com|org|net|info|me|io|ly|app|gob|pa|bo)\b(/|\.|\s|$)|\S@[\w-]+\.\w", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\{(?![a-z_]+\})|(?<!\{[a-z_]+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LooseBrace();
}
