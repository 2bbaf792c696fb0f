using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Forms;

/// <summary>What a form needs to know of the world, handed in so that the player stays pure.</summary>
/// <param name="Today">The day where she lives.</param>
/// <param name="Places">Territory of her programme.</param>
public sealed record FormSurroundings(DateOnly Today, PlaceCatalogue Places)
{
    /// <summary>The number she writes from as E.164; null where the channel hides it or has none: "este" is then refused.</summary>
    public string? OwnPhone { get; init; }
}

/// <summary>How a form writes answers that are not hers: in the chat, on staff's pages and in what is kept.</summary>
/// <param name="LeftOut">Said for a question she left out.</param>
/// <param name="Hidden">Shown instead of a secret.</param>
public sealed record FormWords(string Yes, string No, string Later, string LeftOut, string ThisNumber, string Hidden);
