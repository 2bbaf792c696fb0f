using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>Registrations that go on. Of one that was taken back or closed nothing is shared, whatever a consent said.</summary>
internal static class LiveRegistrations
{
    public static bool IsLive(RegistrationStatus status) => status is not (RegistrationStatus.Withdrawn or RegistrationStatus.Closed);

    public static IQueryable<Registration> Live(this IQueryable<Registration> all) => all.Where(r => r.Status != RegistrationStatus.Withdrawn && r.Status != RegistrationStatus.Closed);
}
