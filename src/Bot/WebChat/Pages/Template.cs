using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace CoopAssistant.Bot.WebChat.Pages;

/// <summary>
/// An HTML file of this folder with places for words: {{name}} is written encoded, {{p:name}} as paragraphs, and
/// {{#name}}…{{/name}} stands only where the word is not empty. Values that are HTML already come through <see cref="Html"/>.
/// </summary>
internal sealed partial class Template
{
    /// <summary>Letters with accents stay as they are; the pages say they are UTF-8.</summary>
    public static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string html;

    private Template(string html) => this.html = html;

    /// <summary>Markup made by us, to be written as it is.</summary>
    public sealed record Html(string Markup);

    public static Template Load(string name)
    {
        var assembly = typeof(Template).Assembly;
        using var stream = assembly.GetManifestResourceStream($"WebChat/{name}") ?? throw new InvalidOperationException($"WebChat/{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd());
    }

    /// <exception cref="KeyNotFoundException">The page asks for a word that nobody gave.</exception>
    public string Fill(IReadOnlyDictionary<string, object> words)
    {
        var shown = html;
        while (Block().IsMatch(shown)) shown = Block().Replace(shown, m => words[m.Groups["name"].Value] is "" or Html { Markup: "" } ? "" : m.Groups["inner"].Value);
        return Place().Replace(shown, m => words[m.Groups["name"].Value] switch
        {
            Html made => made.Markup,
            string text when m.Groups["p"].Success => Paragraphs(text),
            var value => Letters.Encode(value.ToString() ?? ""),
        });
    }

    private static string Paragraphs(string text) =>
        string.Concat(text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => $"<p>{Letters.Encode(p.Trim())}</p>"));

    [GeneratedRegex(@"\{\{#(?<name>[\w.]+)\}\}(?<inner>.*?)\{\{/\k<name>\}\}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"\{\{(?<p>p:)?(?<name>[\w.]+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
