using System.Numerics;
using CoopAssistant.Programme.Places;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>
/// All words of names and communities, in memory: a few tens of thousands even for a million women. Tells which of them a typed
/// word may mean: itself, what begins with it, what sounds alike, and where there is none, what differs by a letter or two.
/// </summary>
public sealed class SearchVocabulary
{
    private const int ShortestBeginning = 3;
    private const int MostMeanings = 60;

    /// <summary>So far back numbers are looked at again: of two processes that index at once the later number may be there first.</summary>
    private const int Overlap = 200;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sounds = new(StringComparer.Ordinal);
    private Sorted _sorted = new([], []);
    private int _last;

    /// <param name="Words">In order.</param>
    /// <param name="Letters">Which letters each of them has, one bit a letter.</param>
    private sealed record Sorted(string[] Words, uint[] Letters);

    /// <summary>Takes in what was indexed since; costs one look at the end of a table where there is nothing new.</summary>
    internal async Task Refresh(ProgrammeDb db, CancellationToken cancel)
    {
        var last = _last - Overlap;
        var fresh = await db.SearchWords.AsNoTracking().Where(w => w.Id > last).OrderBy(w => w.Id).ToListAsync(cancel);
        if (fresh.Count == 0) return;
        lock (_lock)
        {
            _last = Math.Max(_last, fresh[^1].Id);
            if (fresh.Count(word => _words.Add(word.Word)) == 0) return;
            foreach (var word in fresh.Where(word => SearchTerms.HasSound(word.Word))) _sounds.Add(Sound.Of(word.Word));
            string[] sorted = [.. _words.Order(StringComparer.Ordinal)];
            _sorted = new(sorted, Array.ConvertAll(sorted, LettersOf));
        }
    }

    /// <summary>Words as the index has them, sounds among them.</summary>
    internal IReadOnlyList<string> Meanings(string typed)
    {
        var (words, letters) = _sorted;
        var found = new HashSet<string>(StringComparer.Ordinal) { typed };
        if (SearchTerms.HasSound(typed)) found.Add(SearchTerms.SoundOf(typed));
        if (typed.Length >= ShortestBeginning) found.UnionWith(Beginning(words, typed).Take(MostMeanings));
        var known = found.Count > 2 || Array.BinarySearch(words, typed, StringComparer.Ordinal) >= 0
            || (SearchTerms.HasSound(typed) && IsSound(Sound.Of(typed)));
        if (!known) found.UnionWith(Nearly(words, letters, typed).Take(MostMeanings));
        return [.. found];
    }

    private bool IsSound(string sound)
    {
        lock (_lock) return _sounds.Contains(sound);
    }

    private static IEnumerable<string> Beginning(string[] words, string typed)
    {
        var at = Array.BinarySearch(words, typed, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < words.Length && words[at].StartsWith(typed, StringComparison.Ordinal); at++) yield return words[at];
    }

    private static IEnumerable<string> Nearly(string[] words, uint[] letters, string typed)
    {
        var most = typed.Length switch { < 4 => 0, < 7 => 1, _ => 2 };
        if (most == 0) return [];
        var (mine, near) = (LettersOf(typed), new List<(string Word, int Mistakes)>());
        for (var at = 0; at < words.Length; at++)
        {
            // A mistake changes two letters at most: most words are told apart by this alone.
            if (BitOperations.PopCount(letters[at] ^ mine) > 2 * most || Math.Abs(words[at].Length - typed.Length) > most) continue;
            if (EditDistance.Between(words[at], typed, most) is var mistakes && mistakes <= most) near.Add((words[at], mistakes));
        }
        return near.OrderBy(word => word.Mistakes).Select(word => word.Word);
    }

    /// <summary>One bit for each letter from a to z, and one for everything else.</summary>
    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var letter in word) letters |= 1u << (char.IsAsciiLetterLower(letter) ? letter - 'a' : 26);
        return letters;
    }
}
