namespace CoopAssistant.Courses.Packs;

/// <summary>Counts the syllables of a Spanish word well enough to tell long words from short ones.</summary>
internal static class Syllables
{
    /// <summary>At least 1. A number counts 2, as the usual ones are said.</summary>
    public static int Of(string word)
    {
        if (word.Length > 0 && char.IsDigit(word[0])) return 2;
        var count = 0;
        var before = '\0';
        for (var at = 0; at < word.Length; at++)
        {
            var letter = char.ToLowerInvariant(word[at]);
            if (IsSilentU(word, at, letter)) continue;
            var isVowel = IsVowel(letter) || (letter == 'y' && at == word.Length - 1);
            if (isVowel && (before == '\0' || IsApart(before, letter))) count++;
            before = isVowel ? letter : '\0';
        }
        return Math.Max(1, count);
    }

    /// <summary>Two open vowels, or one with a closed vowel that carries the accent (día), are said apart.</summary>
    private static bool IsApart(char left, char right) =>
        (IsOpen(left) && IsOpen(right)) || left is 'í' or 'ú' || right is 'í' or 'ú';

    private static bool IsSilentU(string word, int at, char letter) =>
        letter == 'u' && at > 0 && at + 1 < word.Length
        && char.ToLowerInvariant(word[at - 1]) is 'q' or 'g' && char.ToLowerInvariant(word[at + 1]) is 'e' or 'i' or 'é' or 'í';

    private static bool IsOpen(char letter) => letter is 'a' or 'e' or 'o' or 'á' or 'é' or 'ó';

    private static bool IsVowel(char letter) => IsOpen(letter) || letter is 'i' or 'u' or 'í' or 'ú' or 'ü';
}
