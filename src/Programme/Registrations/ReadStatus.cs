using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations;

/// <summary>What the bot may tell a woman who proved who she is: how her own registrations stand, and nothing of anybody else.</summary>
public sealed class ReadStatus(ProgrammeDb db)
{
    /// <param name="Since">When it came to stand so.</param>
    /// <param name="MissingInformation">What staff asked her for; null when nothing.</param>
    public sealed record Standing(
        RegistrationId Id, string Folio, string Country, RegistrationStatus Status, DateTimeOffset Since,
        string? MissingInformation, string? RegionCode, string? PlaceCode, string? Community);

    /// <summary>Newest first; empty where she has none.</summary>
    public Task<List<Standing>> Handle(ParticipantId participant, CancellationToken cancel) =>
        db.Registrations.AsNoTracking().Where(r => r.ParticipantId == participant)
            .OrderByDescending(r => r.SubmittedAt).ThenByDescending(r => r.Id)
            .Select(r => new Standing(r.Id, r.Folio, r.Country, r.Status, r.ChangedAt, r.MissingInformation, r.RegionCode, r.PlaceCode, r.Community))
            .ToListAsync(cancel);
}
