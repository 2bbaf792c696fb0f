namespace CoopAssistant.Programme.Places;

/// <summary>Folds a name to how it sounds in Spanish, so that "Cankintú", "Bugava" and "Guargandi" meet the names they mean.</summary>
internal static class Sound
{
    /// <param name="plain">Small letters without accents; blanks fall away.</param>
    public static string Of(string plain)
    {
        Span<char> kept = plain.Length <= 128 ? stackalloc char[plain.Length] : new char[plain.Length];
        var length = 0;
        for (var at = 0; at < plain.Length; at++)
        {
            var sound = At(plain, ref at);
            if (sound == ' ' || (length > 0 && kept[length - 1] == sound && !char.IsAsciiDigit(sound))) continue;
            kept[length++] = sound;
        }
        return new string(kept[..length]);
    }

    private static char At(string plain, ref int at)
    {
        var next = at + 1 < plain.Length ? plain[at + 1] : ' ';
        var afterNext = at + 2 < plain.Length ? plain[at + 2] : ' ';
        switch (plain[at])
        {
            case 'c' or 's' when next == 'h': at++; return 'ç';
            case 'l' when next == 'l': at++; return 'i';
            case 'q' when next == 'u': at++; return 'k';
            case 'c' when next is 'e' or 'i': return 's';
            case 'c' or 'q': return 'k';
            case 'g' when next is 'e' or 'i': return 'j';
            case 'g' when next == 'u' && afterNext is 'e' or 'i': at++; return 'g';
            case 'g' when next == 'u': at++; return 'u';
            case 'z' or 'x': return 's';
            case 'v': return 'b';
            case 'w': return 'u';
            case 'y': return 'i';
            case 'h': return ' ';
            case 'm' when next is 'b' or 'p' or 'v': return 'n';
            default: return plain[at];
        }
    }
}
