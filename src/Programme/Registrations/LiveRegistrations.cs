namespace CoopAssistant.Programme.Registrations;

/// <summary>Registrations that go on. Of one that was taken back or closed nothing is shared, whatever a consent said, and a broadcast does not mean her unless it names that status.</summary>
public static class LiveRegistrations
{
    public static bool IsLive(RegistrationStatus status) => status is not (RegistrationStatus.Withdrawn or RegistrationStatus.Closed);

    public static IQueryable<Registration> Live(this IQueryable<Registration> all) => all.Where(r => r.Status != RegistrationStatus.Withdrawn && r.Status != RegistrationStatus.Closed);
}
