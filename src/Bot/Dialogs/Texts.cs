using CoopAssistant.Messaging.Wording;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>
/// Every text the dialogs say, by key. Each dialog declares its own below its code; the words are in
/// <c>content/wording</c>, where the start checks that none is missing and none too many.
/// </summary>
internal static partial class Texts
{
    private static List<TextKey>? _all;

    public static IReadOnlyCollection<TextKey> All => _all ?? [];

    private static TextKey Text(string name, params string[] placeholders) => Declared(new TextKey(name, placeholders));

    private static TextKey Label(string name, params string[] placeholders) => Declared(new TextKey(name, placeholders) { IsLabel = true });

    private static TextKey Varied(string name, params string[] placeholders) => Declared(new TextKey(name, placeholders) { IsVaried = true });

    private static TextKey Declared(TextKey key)
    {
        (_all ??= []).Add(key);
        return key;
    }
}
