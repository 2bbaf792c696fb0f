namespace CoopAssistant.Courses.Packs;

/// <summary>A lesson's file cut into its lines, line ends of any system, without a byte order mark.</summary>
internal sealed class LessonText
{
    private const string Fence = "---";

    public LessonText(string file, string text)
    {
        File = file;
        Lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (Lines.Count > 0 && IsFence(0))
            for (var at = 1; at < Lines.Count && BodyStart == 0; at++)
                if (IsFence(at)) BodyStart = at + 1;
    }

    /// <summary>Path below the content folder.</summary>
    public string File { get; }
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Index of the first line after the front matter; 0 where there is none.</summary>
    public int BodyStart { get; }

    /// <summary>The front matter with its first fence, so that YAML counts lines as the file does.</summary>
    public string FrontMatter => string.Join('\n', Lines.Take(Math.Max(0, BodyStart - 1)));

    public bool IsFence(int line) => Lines[line].TrimEnd() == Fence;

    public bool IsHeading(int line) => Lines[line].StartsWith("## ", StringComparison.Ordinal);

    /// <summary>The lines from one to before another as one text, blank lines at both ends left out.</summary>
    public (string Text, int Line) Between(int start, int end)
    {
        while (start < end && string.IsNullOrWhiteSpace(Lines[start])) start++;
        while (end > start && string.IsNullOrWhiteSpace(Lines[end - 1])) end--;
        return (string.Join('\n', Lines.Skip(start).Take(end - start).Select(line => line.TrimEnd())), start + 1);
    }
}
