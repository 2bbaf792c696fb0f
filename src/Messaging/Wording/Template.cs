namespace CoopAssistant.Messaging.Wording;

/// <summary>A text cut at its placeholders once, so that saying it is one concatenation (or none).</summary>
internal sealed class Template
{
    // Even positions are said as they are, odd ones are names of placeholders.
    private readonly string[] _pieces;

    private Template(string[] pieces) => _pieces = pieces;

    public IEnumerable<string> Placeholders => _pieces.Where((_, at) => at % 2 == 1);

    /// <exception cref="FormatException">A brace is opened or closed alone.</exception>
    public static Template Parse(string text)
    {
        var pieces = new List<string>();
        var at = 0;
        while (text.IndexOf('{', at) is >= 0 and var open)
        {
            var close = text.IndexOf('}', open);
            if (close < 0) throw new FormatException("A brace { is not closed.");
            pieces.Add(text[at..open]);
            pieces.Add(text[(open + 1)..close]);
            at = close + 1;
        }
        pieces.Add(text[at..]);
        return pieces.Where((_, piece) => piece % 2 == 0).Any(piece => piece.Contains('}'))
            ? throw new FormatException("A brace } closes nothing.")
            : new Template([.. pieces]);
    }

    /// <summary>The same with what is known already filled in.</summary>
    public Template With(IReadOnlyDictionary<string, string> known)
    {
        var pieces = new List<string> { _pieces[0] };
        for (var at = 1; at < _pieces.Length; at += 2)
        {
            if (known.TryGetValue(_pieces[at], out var value)) pieces[^1] += value + _pieces[at + 1];
            else pieces.AddRange([_pieces[at], _pieces[at + 1]]);
        }
        return new Template([.. pieces]);
    }

    /// <exception cref="ArgumentException">A value is missing: the code says this text without what it needs.</exception>
    public string Fill(ReadOnlySpan<(string Name, string Value)> values)
    {
        if (_pieces.Length == 1) return _pieces[0];
        var filled = (string[])_pieces.Clone();
        for (var at = 1; at < filled.Length; at += 2) filled[at] = ValueOf(filled[at], values);
        return string.Concat(filled);
    }

    private static string ValueOf(string name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (known, value) in values)
            if (known == name)
                return value;
        throw new ArgumentException($"No value for {{{name}}}.", nameof(values));
    }
}
