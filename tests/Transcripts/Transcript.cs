using System.Text.RegularExpressions;

namespace CoopAssistant.Transcripts;

/// <summary>One line or paragraph of a transcript: what is done, or what is expected to follow.</summary>
internal abstract record Step
{
    private Step() { }

    /// <summary>Title and explanation for the reader; kept as written.</summary>
    public sealed record Prose(string Text) : Step;

    /// <summary><c>**Ana (teléfono 1):** hola</c></summary>
    public sealed record Says(string Who, string Phone, string Text) : Step;

    /// <summary><c>&gt; (tres días después)</c> or <c>&gt; La registradora pide: …</c></summary>
    public sealed record Happens(string Text) : Step;

    /// <summary>What the assistant says, a notice, or a note (<c>&gt; → …</c>): written anew by each run and compared.</summary>
    public sealed record Follows(string Text) : Step;
}

/// <summary>Reads <c>*.md</c> conversations.</summary>
internal static partial class Transcript
{
    public const string Assistant = "**Asistente:**";
    public const string Notice = "**Aviso";
    public const string Note = "> →";

    public static IReadOnlyList<Step> Parse(string text)
    {
        var steps = new List<Step>();
        var block = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (BeginsBlock(line)) Close(block, steps);
            block.Add(line);
        }
        Close(block, steps);
        return steps;
    }

    private static bool BeginsBlock(string line) => line.StartsWith("**", StringComparison.Ordinal) || line.StartsWith("> ", StringComparison.Ordinal) || line.StartsWith('#');

    private static void Close(List<string> block, List<Step> steps)
    {
        var text = string.Join('\n', block).Trim();
        block.Clear();
        if (text.Length == 0) return;
        steps.Add(text switch
        {
            _ when text.StartsWith(Assistant, StringComparison.Ordinal) || text.StartsWith(Notice, StringComparison.Ordinal) || text.StartsWith(Note, StringComparison.Ordinal) => new Step.Follows(text),
            _ when text.StartsWith("> ", StringComparison.Ordinal) => new Step.Happens(text[2..]),
            _ when Speaker().Match(text) is { Success: true } said => new Step.Says(said.Groups["who"].Value, said.Groups["phone"].Value, said.Groups["text"].Value.Trim()),
            _ => new Step.Prose(text),
        });
    }

    [GeneratedRegex(@"^\*\*(?<who>[^(*]+) \((?<phone>[^)]+)\):\*\*(?<text>.*)$", RegexOptions.Singleline, 500)]
    private static partial Regex Speaker();
}
