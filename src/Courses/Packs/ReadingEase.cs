using System.Text.RegularExpressions;

namespace CoopAssistant.Courses.Packs;

/// <summary>
/// How easily Spanish text reads, after Fernández-Huerta: 206.84 − 60 × syllables per word − 1.02 × words per sentence.
/// 90 and more is very easy, 70 to 80 fairly easy, below 50 hard.
/// </summary>
public static partial class ReadingEase
{
    /// <summary>Null for text without words.</summary>
    public static double? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int words = 0, syllables = 0, sentences = 0;
        foreach (var sentence in SentenceEnd().Split(text))
        {
            var before = words;
            foreach (Match word in Word().Matches(sentence))
            {
                words++;
                syllables += Syllables.Of(word.Value);
            }
            if (words > before) sentences++;
        }
        return words == 0 ? null : 206.84 - (60.0 * syllables / words) - (1.02 * words / sentences);
    }

    [GeneratedRegex(@"[.!?…:;\n]+(?=\s|$)|\n", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Word();
}
