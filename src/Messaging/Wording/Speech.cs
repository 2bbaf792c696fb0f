using System.Collections.Frozen;

namespace CoopAssistant.Messaging.Wording;

/// <summary>Everything the bot says, in one language and with one country's words. Read once, never changed.</summary>
public sealed class Speech
{
    private readonly FrozenDictionary<string, Template[]> _texts;

    internal Speech(IEnumerable<KeyValuePair<string, Template[]>> texts) => _texts = texts.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A text that needs no values.</summary>
    public string this[TextKey key] => Say(key);

    public string Say(TextKey key, params ReadOnlySpan<(string Name, string Value)> values) => Vary(key, 0, values);

    /// <param name="turn">Which of several ways to say it; counts on and begins again.</param>
    public string Vary(TextKey key, int turn, params ReadOnlySpan<(string Name, string Value)> values)
    {
        ArgumentNullException.ThrowIfNull(key);
        var ways = _texts[key.Name];
        return ways[(turn & int.MaxValue) % ways.Length].Fill(values);
    }
}
