using System.Text;

namespace CoopAssistant.Courses.Translating;

/// <summary>One entry of a PO file.</summary>
/// <param name="Line">Where its translation stands, from 1.</param>
/// <param name="Previous">The Spanish it was translated from, where that changed since; only written.</param>
public sealed record PoEntry(string Context, string Source, string Text, bool IsFuzzy = false, int Line = 0, string? Note = null, string? Previous = null);

/// <summary>Writes and reads gettext's PO, as far as translation tools (Poedit, OmegaT, Weblate) and we need it: contexts, no plurals.</summary>
public static class PoFile
{
    public const int MostBytes = 4 * 1024 * 1024;

    public static string Write(string language, string project, IEnumerable<PoEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var text = new StringBuilder("msgid \"\"\nmsgstr \"\"\n");
        foreach (var header in new[] { $"Project-Id-Version: {project}", "MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit", $"Language: {language}", "X-Source-Language: es" })
            text.Append('"').Append(Escaped(header + "\n")).Append("\"\n");
        foreach (var entry in entries)
        {
            text.Append('\n');
            if (entry.Note is { } note) text.Append("#. ").Append(note).Append('\n');
            if (entry.IsFuzzy) text.Append("#, fuzzy\n");
            if (entry.Previous is { } previous) Value(text, "#| msgid", previous, "#| ");
            Value(text, "msgctxt", entry.Context);
            Value(text, "msgid", entry.Source);
            Value(text, "msgstr", entry.Text);
        }
        return text.ToString();
    }

    /// <returns>The language its header names, and the entries but the header.</returns>
    /// <exception cref="FormatException">It is no PO file; the message says the line.</exception>
    public static (string? Language, IReadOnlyList<PoEntry> Entries) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var entries = new PoReader(text).Read();
        var header = entries.FirstOrDefault(entry => entry.Source.Length == 0 && entry.Context.Length == 0)?.Text ?? "";
        var language = header.Split('\n').FirstOrDefault(line => line.StartsWith("Language:", StringComparison.OrdinalIgnoreCase))?["Language:".Length..].Trim();
        return (language, [.. entries.Where(entry => entry.Source.Length > 0)]);
    }

    /// <summary>One line, or as gettext's tools write a text of several: an empty line, then one string a line.</summary>
    private static void Value(StringBuilder text, string keyword, string value, string before = "")
    {
        text.Append(keyword).Append(' ');
        if (!value.Contains('\n', StringComparison.Ordinal))
        {
            text.Append('"').Append(Escaped(value)).Append("\"\n");
            return;
        }
        text.Append("\"\"\n");
        var lines = value.Split('\n');
        for (var at = 0; at < lines.Length; at++)
            if (at < lines.Length - 1 || lines[at].Length > 0)
                text.Append(before).Append('"').Append(Escaped(lines[at] + (at < lines.Length - 1 ? "\n" : ""))).Append("\"\n");
    }

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
}
