using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Bot.Understanding;

/// <summary>
/// Folds a word to how it sounds in Spanish, so that "nesesito", "yevo" and "kuanto" meet the words they mean:
/// z, s and soft c are one; b and v; ll and y; qu, k and hard c; soft g and j; a silent h and doubled letters fall away.
/// </summary>
internal static class Sound
{
    private static readonly Dictionary<string, string> Shorthands = new(StringComparer.Ordinal)
    {
        ["q"] = "ke", ["k"] = "ke", ["x"] = "por", ["d"] = "de", ["m"] = "me", ["t"] = "te", ["pa"] = "para", ["xq"] = "porke", ["pq"] = "porke", ["pk"] = "porke",
        ["xfa"] = "porfabor", ["porfa"] = "porfabor", ["porfis"] = "porfabor", ["plis"] = "porfabor", ["pls"] = "porfabor",
        ["tmb"] = "tanbien", ["tb"] = "tanbien", ["bn"] = "bien", ["msj"] = "mensaje", ["msjs"] = "mensajes", ["mjs"] = "mensajes",
        ["dnd"] = "donde", ["grasias"] = "grasias", ["grax"] = "grasias", ["uste"] = "usted", ["ud"] = "usted", ["pues"] = "pues", ["pue"] = "pues", ["ps"] = "pues",
    };

    /// <param name="word">One word as <see cref="Plain"/> leaves it: small letters without accents, or digits.</param>
    public static string Of(string word)
    {
        if (Shorthands.TryGetValue(word, out var meant)) return meant;
        Span<char> kept = word.Length <= 64 ? stackalloc char[word.Length + 1] : new char[word.Length + 1];
        var length = 0;
        for (var at = 0; at < word.Length; at++)
        {
            var sound = SoundAt(word, ref at);
            if (sound == '\0' || (length > 0 && kept[length - 1] == sound && !char.IsAsciiDigit(sound))) continue;
            kept[length++] = sound;
        }
        return new string(kept[..length]);
    }

    private static char SoundAt(string word, ref int at)
    {
        var next = at + 1 < word.Length ? word[at + 1] : '\0';
        var isSoft = next is 'e' or 'i';
        switch (word[at])
        {
            case 'c' when next == 'h': at++; return 'ç';
            case 's' when next == 'h': at++; return 's';
            case 'p' when next == 'h': at++; return 'f';
            case 'l' when next == 'l': at++; return 'y';
            case 'c': return isSoft ? 's' : 'k';
            case 'q':
                if (next == 'u') at++;
                return 'k';
            case 'g' when next == 'u' && at + 2 < word.Length && word[at + 2] is 'e' or 'i': at++; return 'g';
            case 'g' when isSoft: return 'j';
            case 'z' or 'x': return 's';
            case 'v': return 'b';
            case 'w': return 'u';
            case 'h': return '\0';
            case 'm' when next is 'b' or 'p' or 'v': return 'n';
            case 'y' when next == '\0': return 'i';
            default: return word[at];
        }
    }
}
