namespace CoopAssistant.Admin.Shell;

/// <summary>A line of <see cref="History"/>.</summary>
/// <param name="Author">Staff id, or <see cref="Programme.Registrations.RegistrationStep.Herself"/>.</param>
public sealed record HistoryEntry(string What, string? Detail, string Author, DateTimeOffset At);
