using System.Text;

namespace CoopAssistant.Transcripts;

/// <summary>The difference of two texts, line by line, with a little around it.</summary>
internal static class LineDiff
{
    private const int Around = 2;

    public static string Between(string expected, string actual)
    {
        var (a, b) = (expected.Split('\n'), actual.Split('\n'));
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        var lines = new List<string>();
        for (var (i, j) = (0, 0); i < a.Length || j < b.Length;)
            if (i < a.Length && j < b.Length && a[i] == b[j]) (lines, i, j) = ([.. lines, "  " + a[i]], i + 1, j + 1);
            else if (j == b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1])) lines.Add("- " + a[i++]);
            else lines.Add("+ " + b[j++]);
        return Shortened(lines);
    }

    private static string Shortened(List<string> lines)
    {
        var text = new StringBuilder();
        for (var at = 0; at < lines.Count; at++)
            if (lines.Skip(Math.Max(0, at - Around)).Take((2 * Around) + 1).Any(line => line[0] != ' '))
                text.Append(lines[at]).Append('\n');
        return text.ToString();
    }
}
