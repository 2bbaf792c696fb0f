namespace CoopAssistant.Programme.Packs;

/// <summary>What is shown at once when a woman hints at violence.</summary>
/// <param name="Review">Day by which the numbers are to be called and checked.</param>
public sealed record EmergencyLines(string Before, IReadOnlyList<EmergencyLine> Lines, string After, DateOnly Review);

/// <param name="Number">Null where it differs by municipality.</param>
/// <param name="Text">Hours, cost, whom to ask; null for nothing more.</param>
public sealed record EmergencyLine(string Code, string Name, string? Number, string? Text, DateOnly? Review);
