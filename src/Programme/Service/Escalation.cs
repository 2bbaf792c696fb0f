using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Service;

/// <summary>
/// Something waited too long and came before who answers for the office, then before administration: once for each level and wait.
/// It ends when she is answered or her registration looked at, and stays as history.
/// </summary>
public sealed class Escalation : IInTerritory
{
    private Escalation() { }

    public long Id { get; private set; }

    /// <summary>A registration nobody looked at; else null.</summary>
    public RegistrationId? RegistrationId { get; private set; }

    /// <summary>Number of a conversation's ticket without an answer; else null.</summary>
    public long? TicketId { get; private set; }
    public ServiceLevel Level { get; private set; }

    /// <summary>Empty where not even that is known of her.</summary>
    public string Country { get; private set; } = "";
    public string? RegionCode { get; private set; }
    public string? PlaceCode { get; private set; }

    /// <summary>Since when she waited.</summary>
    public DateTimeOffset Since { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Null while she still waits.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public static Escalation OfRegistration(RegistrationId registration, ServiceLevel level, string country, string? region, string? place, DateTimeOffset since, DateTimeOffset now) => new()
    {
        RegistrationId = registration, Level = level, Country = country, RegionCode = region, PlaceCode = place, Since = since, At = now,
    };

    public static Escalation OfTicket(long ticket, ServiceLevel level, string? country, string? region, string? place, DateTimeOffset since, DateTimeOffset now) => new()
    {
        TicketId = ticket, Level = level, Country = country ?? "", RegionCode = region, PlaceCode = place, Since = since, At = now,
    };

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
