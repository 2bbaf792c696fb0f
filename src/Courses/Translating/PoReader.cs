using System.Text;

namespace CoopAssistant.Courses.Translating;

/// <summary>Reads the lines of a PO file one after another.</summary>
internal sealed class PoReader(string text)
{
    private readonly Dictionary<string, StringBuilder> _parts = new(StringComparer.Ordinal);
    private readonly List<PoEntry> _entries = [];
    private StringBuilder? _current;
    private bool _isFuzzy;
    private int _line;
    private int _textLine;

    public IReadOnlyList<PoEntry> Read()
    {
        foreach (var raw in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'))
        {
            _line++;
            ReadLine(raw.Trim());
        }
        Close();
        return _entries;
    }

    private void ReadLine(string line)
    {
        if (line.Length == 0 || line.StartsWith('#'))
        {
            if (_parts.ContainsKey("msgstr")) Close();
            if (line.StartsWith("#,", StringComparison.Ordinal) && line.Contains("fuzzy", StringComparison.Ordinal)) _isFuzzy = true;
            return;
        }
        if (line.StartsWith('"'))
        {
            (_current ?? throw Wrong("texto sin «msgid» ni «msgstr» delante")).Append(Unescaped(line));
            return;
        }
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        var keyword = blank < 0 ? line : line[..blank];
        if (keyword is not ("msgctxt" or "msgid" or "msgstr")) throw Wrong($"no se conoce «{(keyword.Length > 20 ? keyword[..20] : keyword)}»");
        if (_parts.ContainsKey("msgstr")) Close();
        if (keyword == "msgstr") _textLine = _line;
        _current = _parts[keyword] = new StringBuilder(Unescaped(line[keyword.Length..].Trim()));
    }

    private void Close()
    {
        if (_parts.Count == 0) return;
        if (!_parts.ContainsKey("msgid") || !_parts.ContainsKey("msgstr")) throw Wrong("falta «msgid» o «msgstr»");
        _entries.Add(new PoEntry(Part("msgctxt"), Part("msgid"), Part("msgstr"), _isFuzzy, _textLine));
        _parts.Clear();
        (_current, _isFuzzy) = (null, false);
    }

    private string Part(string keyword) => _parts.TryGetValue(keyword, out var value) ? value.ToString() : "";

    private string Unescaped(string quoted)
    {
        if (quoted.Length < 2 || quoted[0] != '"' || quoted[^1] != '"') throw Wrong("el texto debe estar entre comillas");
        var plain = new StringBuilder(quoted.Length);
        for (var at = 1; at < quoted.Length - 1; at++)
        {
            if (quoted[at] == '"') throw Wrong("hay una comilla sin \\ delante");
            if (quoted[at] != '\\')
            {
                plain.Append(quoted[at]);
                continue;
            }
            if (++at >= quoted.Length - 1) throw Wrong("la línea termina en \\");
            plain.Append(quoted[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '"' => '"', '\\' => '\\', _ => throw Wrong($"no se conoce \\{quoted[at]}") });
        }
        return plain.ToString();
    }

    private FormatException Wrong(string what) => new($"Línea {_line}: {what}.");
}
