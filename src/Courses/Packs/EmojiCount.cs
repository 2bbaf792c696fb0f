using System.Globalization;

namespace CoopAssistant.Courses.Packs;

internal static class EmojiCount
{
    /// <summary>Emoji as they are seen: a family joined from four signs is one.</summary>
    public static int Of(string text)
    {
        var count = 0;
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
            foreach (var rune in letters.GetTextElement().EnumerateRunes())
                if (rune.Value is >= 0x1F000 and <= 0x1FAFF or >= 0x2600 and <= 0x27BF)
                {
                    count++;
                    break;
                }
        return count;
    }
}
