namespace CoopAssistant.Programme.Registrations;

/// <summary>Which registrations wait for staff.</summary>
public static class RegistrationWaits
{
    /// <summary>For anybody to look.</summary>
    public static IReadOnlyList<RegistrationStatus> ForReview { get; } = [RegistrationStatus.Received];

    /// <summary>For a decision.</summary>
    public static IReadOnlyList<RegistrationStatus> ForDecision { get; } = [RegistrationStatus.Received, RegistrationStatus.InReview, RegistrationStatus.InformationMissing];

    /// <summary>Staff said how it goes on. What she withdrew herself was not decided.</summary>
    public static bool IsDecided(RegistrationStatus status) =>
        status is RegistrationStatus.Accepted or RegistrationStatus.WaitingList or RegistrationStatus.OutOfCoverage or RegistrationStatus.Closed;
}
