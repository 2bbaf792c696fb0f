namespace CoopAssistant.Programme.Places;

/// <summary>What a typed place may mean.</summary>
public abstract record PlaceMatch
{
    private PlaceMatch() { }

    /// <summary>This one, without asking: the same name but for spelling, or so near that no other is.</summary>
    public sealed record Exact(Place Place) : PlaceMatch;

    /// <summary>One of these at most five, likeliest first: ask her.</summary>
    public sealed record Likely(IReadOnlyList<Place> Places) : PlaceMatch;

    /// <summary>She says she does not know.</summary>
    public sealed record DoesNotKnow : PlaceMatch;

    /// <summary>Nothing near. Keep her own words, or ask again.</summary>
    public sealed record Unknown : PlaceMatch;
}
