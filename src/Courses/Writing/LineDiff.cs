namespace CoopAssistant.Courses.Writing;

public enum DiffKind
{
    Same,
    Added,
    Removed,
}

public sealed record DiffLine(DiffKind Kind, string Text);

/// <summary>What changed from one text to another, line by line, over their longest common sequence of lines.</summary>
public static class LineDiff
{
    public static IReadOnlyList<DiffLine> Of(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (Lines(before), Lines(after));
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        var lines = new List<DiffLine>();
        var (x, y) = (0, 0);
        while (x < old.Length || y < now.Length)
        {
            if (x < old.Length && y < now.Length && old[x] == now[y]) (x, y) = Add(DiffKind.Same, old[x], x + 1, y + 1);
            else if (x < old.Length && (y == now.Length || common[x + 1, y] >= common[x, y + 1])) (x, y) = Add(DiffKind.Removed, old[x], x + 1, y);
            else (x, y) = Add(DiffKind.Added, now[y], x, y + 1);
        }
        return lines;

        (int, int) Add(DiffKind kind, string text, int nextX, int nextY)
        {
            lines.Add(new DiffLine(kind, text));
            return (nextX, nextY);
        }
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
}
