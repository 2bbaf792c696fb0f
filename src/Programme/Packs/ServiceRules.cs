using CoopAssistant.Programme.Service;

namespace CoopAssistant.Programme.Packs;

/// <summary>When the offices of a country work (<c>service.yaml</c>).</summary>
/// <param name="Hours">Of every office that sets none of its own.</param>
/// <param name="Review">Day by which the hours are to be checked again; null where confirmed.</param>
public sealed record ServiceRules(OpeningHours Hours, DateOnly? Review, Holidays Holidays);
