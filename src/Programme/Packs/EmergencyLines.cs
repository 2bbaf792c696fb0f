namespace CoopAssistant.Programme.Packs;

/// <summary>What is shown at once when a woman hints at violence.</summary>
/// <param name="Review">Day by which the numbers are to be called and checked.</param>
public sealed record EmergencyLines(string Before, IReadOnlyList<EmergencyLine> Lines, string After, DateOnly Review);

/// <param name="Number">Null where it differs by municipality.</param>
/// <param name="Text">Hours, cost, whom to ask; null for nothing more.</param>
public sealed record EmergencyLine(string Code, string Name, string? Number, string? Text, DateOnly? Review);

/// <summary>The group's steps towards its legal recognition, in order.</summary>
/// <param name="Founders">Persons commonly asked for to found a cooperative.</param>
/// <param name="Review">Day by which the steps are to be checked again; null where confirmed.</param>
public sealed record LegalChecklist(int Founders, IReadOnlyList<ChecklistStep> Steps, DateOnly? Review);

/// <param name="Responsible">Code of the ministry or an institution.</param>
public sealed record ChecklistStep(string Code, string Name, string Text, string Responsible);
