namespace CoopAssistant.Bot.Turns;

/// <summary>The ring of her last message ids: a duplicate is known without an index.</summary>
internal static class SeenIds
{
    /// <summary>Providers repeat within minutes; this many of her messages reach further back.</summary>
    public const int Kept = 16;

    public static string[] With(IReadOnlyList<string> seen, string id)
    {
        var dropped = Math.Max(0, seen.Count + 1 - Kept);
        var ids = new string[seen.Count - dropped + 1];
        for (var i = dropped; i < seen.Count; i++) ids[i - dropped] = seen[i];
        ids[^1] = id;
        return ids;
    }
}
