namespace CoopAssistant.Messaging.Words;

/// <summary>One publication under a key. Never changed; the highest number is what women read, and going back publishes an old text again.</summary>
public sealed class WordsVersion
{
    private WordsVersion() { }

    /// <param name="text">Null: from now on as it comes with the program.</param>
    public WordsVersion(WordsKey key, int number, WordsText? text, string note, string publishedBy, DateTimeOffset publishedAt)
    {
        ArgumentNullException.ThrowIfNull(key);
        (Kind, Name, Country, Number, Text) = (key.Kind, key.Name, key.Country, number, text?.ToJson());
        (Note, PublishedBy, PublishedAt) = (note, publishedBy, publishedAt);
    }

    public WordsKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string Country { get; private set; } = "";

    /// <summary>From 1, counted for each key.</summary>
    public int Number { get; private set; }

    /// <summary>A <see cref="WordsText"/> as JSON; null for what comes with the program.</summary>
    public string? Text { get; private set; }

    /// <summary>Why, in the words of who published it; may be empty.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Staff member; empty where it was imported.</summary>
    public string PublishedBy { get; private set; } = "";
    public DateTimeOffset PublishedAt { get; private set; }

    public WordsKey Key => new(Kind, Name, Country);
}
