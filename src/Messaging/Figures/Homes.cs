using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Messaging.Figures;

/// <summary>Where a contact is counted.</summary>
internal sealed class Home : IInTerritory
{
    public long ContactId { get; init; }
    public string Country { get; init; } = "";
    public string? RegionCode { get; init; }
    public string? PlaceCode { get; init; }
}

internal static class Homes
{
    /// <summary>Contacts whose women are registered, each once: where the woman who spoke for it last registered last. A shared phone counts there alone.</summary>
    public static IQueryable<Home> Of(MessagingDb db, ProgrammeDb programme)
    {
        IQueryable<ContactParticipant> links = db.ContactParticipants;
        return links.Where(l => !links.Any(o => o.ContactId == l.ContactId && o.LinkedAt > l.LinkedAt))
            .Join(
                programme.Registrations.Where(r => !programme.Registrations.Any(o => o.ParticipantId == r.ParticipantId && o.SubmittedAt > r.SubmittedAt)),
                l => l.ParticipantId, r => r.ParticipantId,
                (l, r) => new Home { ContactId = l.ContactId, Country = r.Country, RegionCode = r.RegionCode, PlaceCode = r.PlaceCode });
    }
}
