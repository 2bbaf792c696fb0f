namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>A word by which a registration is found: of her name or community, its sound, or a number without separators.</summary>
public sealed class RegistrationWord
{
    public required string Word { get; init; }
    public required RegistrationId RegistrationId { get; init; }
}

/// <summary>A word of names and communities that anybody registered has: what a mistyped word may have meant.</summary>
public sealed class SearchWord
{
    public int Id { get; init; }
    public required string Word { get; init; }
}
