namespace CoopAssistant.Messaging.Wording;

/// <summary>The name of something that is said, as <c>dialog.text</c>, with the values that the code gives it.</summary>
/// <param name="Name">Section and key in the wording file: <c>menu.title</c>.</param>
/// <param name="Placeholders">Names the text may use in braces, besides the country's own words.</param>
public sealed record TextKey(string Name, IReadOnlyList<string> Placeholders)
{
    /// <summary>What fits a row of WhatsApp's list.</summary>
    public const int MostInLabel = 24;
    private const int MostInText = 600;

    /// <summary>Written as a list: the same thing in several ways, said in turn.</summary>
    public bool IsVaried { get; init; }

    /// <summary>It names an option or a button: short.</summary>
    public bool IsLabel { get; init; }

    /// <summary>Most characters before values are filled in.</summary>
    public int MostCharacters => IsLabel ? MostInLabel : MostInText;
}
