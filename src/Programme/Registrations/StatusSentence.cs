using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Participants;

namespace CoopAssistant.Programme.Registrations;

/// <summary>What a woman hears of where her registration stands: the pack's text with her values. The same words when she asks and when she is told.</summary>
public static class StatusSentence
{
    /// <param name="participant">Whose registration it is.</param>
    /// <param name="status">Null for where it stands now; else what she would hear there, with <paramref name="detail"/> as what is missing.</param>
    /// <param name="at">When it came there; null for when it last changed.</param>
    public static string Of(
        ProgrammePack pack, Registration registration, Participant participant,
        RegistrationStatus? status = null, string? detail = null, DateTimeOffset? at = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(registration);
        ArgumentNullException.ThrowIfNull(participant);
        var values = new Dictionary<string, string>(pack.WordsFor(registration.PlaceCode ?? registration.RegionCode), StringComparer.Ordinal)
        {
            ["folio"] = Spoken(registration.Folio),
            ["nombre"] = participant.GivenNames,
            ["fecha"] = Day(at ?? registration.ChangedAt, pack.Country),
            ["tel"] = EndOf(participant.Phone),
            ["dato"] = (status is null ? registration.MissingInformation : detail)?.Trim().TrimEnd('.') ?? "",
            ["comunidad"] = registration.Community ?? "",
        };
        return pack.Statuses[status ?? registration.Status].Text.Say(values);
    }

    private static string Spoken(string canonical) => Folio.TryParse(canonical, null, out var folio) ? folio.Spoken : canonical;

    private static string Day(DateTimeOffset at, Country country) =>
        TimeZoneInfo.ConvertTime(at, country.TimeZone).ToString("d 'de' MMMM 'de' yyyy", System.Globalization.CultureInfo.GetCultureInfo("es"));

    /// <summary>Phones are shared: only the end of the number is said.</summary>
    private static string EndOf(string? phone) => phone is { Length: > 4 } ? "***" + phone[^4..] : "";
}
