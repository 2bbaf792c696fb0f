namespace CoopAssistant.Messaging.Words;

/// <summary>What somebody writes and women do not read yet. One for each key; publishing or discarding it takes it away.</summary>
public sealed class WordsDraft
{
    private WordsDraft() { }

    public WordsDraft(WordsKey key, int basedOn)
    {
        ArgumentNullException.ThrowIfNull(key);
        (Kind, Name, Country, BasedOn) = (key.Kind, key.Name, key.Country, basedOn);
    }

    public WordsKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string Country { get; private set; } = "";

    /// <summary>A <see cref="WordsText"/> as JSON.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Number of the version it began from; 0 for what came with the program.</summary>
    public int BasedOn { get; private set; }

    /// <summary>Staff member who saved it last.</summary>
    public string ChangedBy { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; private set; }

    public WordsKey Key => new(Kind, Name, Country);

    public void Write(WordsText text, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        (Text, ChangedBy, ChangedAt, Version) = (text.ToJson(), by, now, Version + 1);
    }

    /// <summary>Its editor has seen what was published since it began, and goes on with it.</summary>
    public void GoOnFrom(int number) => (BasedOn, Version) = (number, Version + 1);
}
