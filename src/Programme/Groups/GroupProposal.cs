namespace CoopAssistant.Programme.Groups;

/// <summary>A woman who registered alone, as far as proposals need to know her.</summary>
/// <param name="PlaceCode">Most exact place; null where only the region is known.</param>
/// <param name="Community">Her community as it is compared; empty where she gave none.</param>
public sealed record Candidate(
    ParticipantId Participant, string RegionCode, string? PlaceCode, string Rubro, string Language, string Community, DateTimeOffset RegisteredAt);

/// <summary>Women who could form a group: the same place, activity and language.</summary>
/// <param name="Key">The same for the same place, activity, language and part, whatever the women: what a dismissal is kept by.</param>
/// <param name="PlaceCode">The place that all share: a district or municipality, or the region where it takes that to be enough.</param>
/// <param name="Community">The community they all named; null where they named several.</param>
/// <param name="Women">In the order in which they registered.</param>
public sealed record GroupProposal(string Key, string Country, string RegionCode, string PlaceCode, string Rubro, string Language, string? Community, IReadOnlyList<ParticipantId> Women);
