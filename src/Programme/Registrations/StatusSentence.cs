using System.Globalization;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Participants;

namespace CoopAssistant.Programme.Registrations;

/// <summary>What is needed to tell a woman where her registration stands.</summary>
/// <param name="Folio">Canonical.</param>
/// <param name="Since">When it came to stand so.</param>
public sealed record StatusFacts(RegistrationStatus Status, string Folio, DateTimeOffset Since)
{
    public string? GivenNames { get; init; }

    /// <summary>Her own number; only its end is said, since phones are shared.</summary>
    public string? Phone { get; init; }
    public string? MissingInformation { get; init; }

    /// <summary>Code of the most exact place known.</summary>
    public string? PlaceCode { get; init; }
    public string? Community { get; init; }
}

/// <summary>Where a registration stands in the pack's words: the same when she asks, when she is told and when staff look ahead.</summary>
public static class StatusSentence
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");

    /// <summary>Where it stands now.</summary>
    public static string Of(ProgrammePack pack, Registration registration, Participant participant)
    {
        ArgumentNullException.ThrowIfNull(registration);
        ArgumentNullException.ThrowIfNull(participant);
        return Of(pack, new StatusFacts(registration.Status, registration.Folio, registration.ChangedAt)
        {
            GivenNames = participant.GivenNames,
            Phone = participant.Phone,
            MissingInformation = registration.MissingInformation,
            PlaceCode = registration.PlaceCode ?? registration.RegionCode,
            Community = registration.Community,
        });
    }

    public static string Of(ProgrammePack pack, StatusFacts facts)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(facts);
        return pack.Statuses[facts.Status].Text.Say(new Dictionary<string, string>(pack.WordsFor(facts.PlaceCode), StringComparer.Ordinal)
        {
            ["folio"] = Folio.TryParse(facts.Folio, null, out var folio) ? folio.Spoken : facts.Folio,
            ["nombre"] = facts.GivenNames ?? "",
            ["fecha"] = TimeZoneInfo.ConvertTime(facts.Since, pack.Country.TimeZone).ToString("d 'de' MMMM 'de' yyyy", Spanish),
            ["tel"] = facts.Phone is { Length: > 4 } phone ? phone[^4..] : "",
            ["dato"] = facts.MissingInformation?.Trim().TrimEnd('.') ?? "",
            ["comunidad"] = facts.Community ?? "",
        });
    }
}
