using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>By which words a registration is found.</summary>
internal static class IndexedWords
{
    /// <summary>Before the sound of a word, so that it is never taken for the word itself.</summary>
    public const char SoundMark = '~';

    /// <summary>Shorter words are known by their letters alone.</summary>
    private const int ShortestSound = 3;

    /// <summary>Digits of a phone without the country's code: as people say it.</summary>
    private const int NationalPhone = 8;

    public static string SoundOf(string word) => SoundMark + Sound.Of(word);

    public static bool HasSound(string word) => word.Length >= ShortestSound && word.All(char.IsAsciiLetterLower);

    /// <summary>Words of her name and community, plain.</summary>
    public static IEnumerable<string> Words(string searchName, string? community) =>
        searchName.Split(' ').Concat(Plain.Of(community).Split(' ')).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal);

    public static IReadOnlySet<string> Of(string searchName, string? community, string folio, string? document, string? phone)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Words(searchName, community))
        {
            found.Add(word);
            if (HasSound(word)) found.Add(SoundOf(word));
        }
        var (code, number, paper) = (Plain.Squeezed(folio), Plain.Squeezed(phone), Plain.Squeezed(document));
        found.Add(code);
        if (code.Length > 2) found.Add(code[2..]);
        if (paper.Length > 0) found.Add(paper);
        if (number.Length > 0) found.Add(number);
        if (number.Length > NationalPhone) found.Add(number[^NationalPhone..]);
        return found;
    }
}
