namespace CoopAssistant.Programme.Places;

/// <summary>Typing mistakes between two words: a letter too many, missing, wrong, or two swapped, count one each.</summary>
/// <remarks>FuzzySharp counts a swap as two and builds strings on the way; here nothing is allocated.</remarks>
public static class EditDistance
{
    private const int LongestOnStack = 64;

    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => Between(a, b, int.MaxValue);

    /// <summary>The same, but gives up with <paramref name="most"/> + 1 as soon as there must be more mistakes than that.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (a.Length < b.Length) { var c = a; a = b; b = c; }
        if (b.IsEmpty) return a.Length;
        var width = b.Length + 1;
        var rows = width <= LongestOnStack ? stackalloc int[3 * width] : new int[3 * width];
        var before = rows[..width];
        var previous = rows[width..(2 * width)];
        var current = rows[(2 * width)..];
        for (var j = 0; j < width; j++) previous[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var fewest = i;
            for (var j = 1; j < width; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = Math.Min(least, before[j - 2] + 1);
                current[j] = least;
                fewest = Math.Min(fewest, least);
            }
            if (fewest > most) return most + 1;
            var freed = before;
            before = previous;
            previous = current;
            current = freed;
        }
        return previous[width - 1];
    }
}
