namespace CoopAssistant.Messaging.Words;

/// <summary>What staff may write besides lessons. The numbers are stored.</summary>
public enum WordsKind : byte
{
    /// <summary>Something the bot says.</summary>
    Text = 1,

    /// <summary>An answer to a frequent question, with the ways women ask it.</summary>
    Answer = 2,
    Office = 3,

    /// <summary>A country's emergency lines.</summary>
    Emergency = 4,
}

/// <summary>One thing to be written.</summary>
/// <param name="Name">Of a text <c>menu.title</c>, of an answer its topic, of an office its code; of emergency lines always <see cref="EmergencyName"/>.</param>
/// <param name="Country">ISO 3166-1 alpha-2, upper case; empty where it serves every country. Offices and emergency lines always have one.</param>
public sealed record WordsKey(WordsKind Kind, string Name, string Country)
{
    public const string EmergencyName = "lineas";

    public static WordsKey Emergency(string country) => new(WordsKind.Emergency, EmergencyName, country);

    public bool IsForAll => Country.Length == 0;

    /// <summary>The part of the talk a text belongs to: <c>menu</c>; empty for what is no text.</summary>
    public string Section => Kind == WordsKind.Text ? Name.Split('.')[0] : "";
}
