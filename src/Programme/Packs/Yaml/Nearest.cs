using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Packs.Yaml;

/// <summary>Finds what was probably meant.</summary>
public static class Nearest
{
    /// <summary><c> Did you mean "title"?</c> with a blank in front, or nothing where no word is near.</summary>
    public static string Hint(string written, IEnumerable<string> known)
    {
        string? best = null;
        var fewest = Math.Max(1, written.Length / 3) + 1;
        foreach (var word in known)
        {
            var edits = EditDistance.Between(written.ToLowerInvariant(), word.ToLowerInvariant());
            if (edits < fewest) (best, fewest) = (word, edits);
        }
        return best is null ? "" : $" Did you mean \"{best}\"?";
    }
}
