using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Places;

/// <summary>A place that a woman wrote and the catalogue did not know: work for staff until one of them says what is meant.</summary>
public sealed class UnknownPlace : IInTerritory
{
    private UnknownPlace() { }

    internal UnknownPlace(string country, string? regionCode, string words, RegistrationId registration, DateTimeOffset at) =>
        (Country, RegionCode, Words, Plain, RegistrationId, At) = (country, regionCode, words, Identity.Plain.Of(words), registration, at);

    public long Id { get; private set; }
    public string Country { get; private set; } = "";

    /// <summary>The first-level place she named beside it; null where that was not understood either.</summary>
    public string? RegionCode { get; private set; }

    /// <summary>In her spelling.</summary>
    public string Words { get; private set; } = "";

    /// <summary>As it is compared: the same words of several women are one piece of work.</summary>
    public string Plain { get; private set; } = "";
    public RegistrationId RegistrationId { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>What staff said is meant; null while nobody has, and where it was set aside.</summary>
    public string? PlaceCode { get; private set; }
    public string? SettledBy { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    /// <param name="placeCode">What is meant; null where it is no place.</param>
    internal void Settle(string? placeCode, string author, DateTimeOffset now) => (PlaceCode, SettledBy, SettledAt) = (placeCode, author, now);
}
