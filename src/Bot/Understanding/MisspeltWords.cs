using System.Numerics;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Bot.Understanding;

/// <summary>Words that are meant also with one mistake: a letter left out, too many, wrong, or two that changed places.</summary>
/// <param name="sounds">By their sound.</param>
internal sealed class MisspeltWords(IReadOnlyList<string> sounds)
{
    private readonly (string Sound, uint Letters)[] _words = [.. sounds.Select(sound => (sound, LettersOf(sound)))];

    /// <summary>Which of the words this is, rightly written or not; negative where it is none.</summary>
    public int Find(string sound)
    {
        var letters = LettersOf(sound);
        for (var at = 0; at < _words.Length; at++)
        {
            var (word, its) = _words[at];
            // One mistake changes two letters at most: nearly every word of hers ends here.
            if (Math.Abs(word.Length - sound.Length) <= 1 && BitOperations.PopCount(letters ^ its) <= 2 && EditDistance.Between(word, sound, most: 1) <= 1) return at;
        }
        return -1;
    }

    private static uint LettersOf(string sound)
    {
        var letters = 0u;
        foreach (var letter in sound) letters |= 1u << (letter & 31);
        return letters;
    }
}
