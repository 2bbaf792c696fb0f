namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads <c>papers/*.md</c>: each begins with a heading and uses only words that somebody fills.</summary>
internal static class PaperFiles
{
    private const int LongestPaper = 20_000;
    private static readonly string[] OfGroup = ["grupo", "rubro", "lugar", "socias", "minimo", Placeholders.Office];

    public static IReadOnlyList<Paper> Read(string root, string folder, CountryFile country, LegalChecklist checklist, PackProblems problems)
    {
        var path = Path.Combine(root, folder);
        string[] files = Directory.Exists(path) ? [.. Directory.GetFiles(path, "*.md").Order(StringComparer.Ordinal)] : [];
        if (files.Length == 0) problems.Add(folder, 0, "There is no paper. Take the folder from another country and adapt its files.");
        List<string> known = [.. country.Words.Keys, .. OfGroup, .. checklist.Steps.Select(DayOf)];
        return [.. files.Select(file => ReadOne(file, $"{folder}/{Path.GetFileName(file)}", known, problems))];
    }

    /// <summary>The word that a step's day fills: {asamblea}.</summary>
    internal static string DayOf(ChecklistStep step) => step.Code.Replace('-', '_');

    private static Paper ReadOne(string path, string name, List<string> known, PackProblems problems)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var lines = text.Split('\n');
        if (!lines[0].StartsWith("# ", StringComparison.Ordinal)) problems.Add(name, 1, "The first line must be the paper's name as a heading: \"# Acta de constitución\".");
        if (text.Length > LongestPaper) problems.Add(name, 1, $"The paper has {text.Length} characters; at most {LongestPaper} are allowed.");
        var code = Path.GetFileNameWithoutExtension(path);
        if (!Shapes.Word().IsMatch(code)) problems.Add(name, 1, $"\"{code}\" is not a good name of a file: {Shapes.WordInWords}.");
        for (var at = 0; at < lines.Length; at++) Check(lines[at], at + 1, name, known, problems);
        return new Paper(code, lines[0].TrimStart('#', ' ').Trim(), text);
    }

    private static void Check(string line, int number, string name, List<string> known, PackProblems problems)
    {
        foreach (var word in Placeholders.In(line))
        {
            if (word is Paper.Founders or Paper.Officers)
            {
                if (line.Trim() != $"{{{word}}}") problems.Add(name, number, $"{{{word}}} becomes a table: it must stand alone in its line, with empty lines around it.");
            }
            else if (!known.Contains(word)) problems.Add(name, number, $"Nobody fills {{{word}}} here.{Yaml.Nearest.Hint(word, known)} Known: {string.Join(", ", known.Select(n => $"{{{n}}}"))}.");
        }
    }
}
