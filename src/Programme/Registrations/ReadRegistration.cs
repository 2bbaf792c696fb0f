using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations.Corrections;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations;

/// <summary>One registration as staff see it: who, her answers, what happened, and what may happen next.</summary>
public sealed class ReadRegistration(ProgrammeDb db)
{
    /// <param name="Document">In full: show it masked until its uncovering is recorded (<see cref="Audit.RecordAccess"/>). So with <paramref name="Phone"/> and personal answers.</param>
    /// <param name="IsLocked">Too many failed proofs; <see cref="UnlockParticipant"/> helps.</param>
    /// <param name="Timeline">Oldest first.</param>
    /// <param name="Duplicates">Other registrations with the same document, or of the same participant, in any territory.</param>
    /// <param name="Version">To be handed to <see cref="MoveRegistration"/>, so that nobody decides on an outdated screen.</param>
    public sealed record Result(
        RegistrationId Id, ParticipantId ParticipantId, string Folio, string Country, string GivenNames, string Surnames, int? BirthYear,
        string? Document, string? Phone, string Language, bool PrefersAudio, bool IsLocked,
        RegistrationStatus Status, string? MissingInformation, string? RegionCode, string? PlaceCode, string? Community, string? Rubro,
        DateTimeOffset SubmittedAt, DateTimeOffset ChangedAt, IReadOnlyList<SubmittedAnswer> Answers, IReadOnlyList<Step> Timeline,
        IReadOnlyList<RegistrationTrigger> Permitted, IReadOnlyList<Duplicate> Duplicates, int Version, string? AssignedTo, RegistrationTrigger? Undoable)
    {
        /// <summary>Answers that staff put right, oldest first; personal ones in full, to be masked like the answers.</summary>
        public IReadOnlyList<AnswerCorrection> Corrections { get; init; } = [];

        /// <summary>To be handed to <see cref="UnlockParticipant"/>.</summary>
        public int ParticipantVersion { get; init; }

        /// <summary>Nobody of the staff acted on it yet: the clock of the first look runs.</summary>
        public bool IsUnseen { get; init; }

        /// <summary>The list on paper she came with; null where she registered herself.</summary>
        public PaperOrigin? Paper { get; init; }
    }

    /// <param name="ConsentBy">Who recorded on paper that she agreed.</param>
    /// <param name="ImportedBy">Staff id.</param>
    public sealed record PaperOrigin(string OfficeCode, string ConsentBy, DateOnly ConsentOn, string ImportedBy);

    /// <param name="Trigger">Null for the submission.</param>
    /// <param name="Author">Staff id, or <see cref="RegistrationStep.Herself"/>.</param>
    public sealed record Step(RegistrationStatus From, RegistrationStatus To, RegistrationTrigger? Trigger, string Author, string? Detail, DateTimeOffset At);

    public sealed record Duplicate(RegistrationId Id, string Folio, RegistrationStatus Status, DateTimeOffset SubmittedAt);

    /// <summary>Null where there is none, or it lies outside the territory.</summary>
    public async Task<Result?> Handle(RegistrationId id, Territory? territory, CancellationToken cancel)
    {
        var r = await db.Registrations.AsNoTracking().Within(territory).Include(r => r.Steps).SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (r is null) return null;
        var p = await db.Participants.AsNoTracking().SingleAsync(p => p.Id == r.ParticipantId, cancel);
        return new Result(
            r.Id, p.Id, r.Folio, r.Country, p.GivenNames, p.Surnames, p.BirthYear,
            p.Document, p.Phone, p.Language, p.PrefersAudio, p.IsLocked,
            r.Status, r.MissingInformation, r.RegionCode, r.PlaceCode, r.Community, r.Rubro,
            r.SubmittedAt, r.ChangedAt, SubmittedAnswers.FromJson(r.AnswersJson),
            [.. r.Steps.OrderBy(s => s.Id).Select(s => new Step(s.From, s.To, s.Trigger, s.Author, s.Detail, s.At))],
            r.Permitted, await Duplicates(r, p, cancel), r.Version, r.AssignedTo, r.Undoable?.Trigger)
        {
            ParticipantVersion = p.Version,
            IsUnseen = r is { Status: RegistrationStatus.Received, DaysToReview: null },
            Corrections = await db.AnswerCorrections.AsNoTracking().Where(c => c.RegistrationId == id).OrderBy(c => c.Id).ToListAsync(cancel),
            Paper = await db.PaperRows.Where(row => row.RegistrationId == id).Select(row => new PaperOrigin(row.List.OfficeCode, row.ConsentBy, row.ConsentOn, row.List.UploadedBy)).SingleOrDefaultAsync(cancel),
        };
    }

    private Task<List<Duplicate>> Duplicates(Registration registration, Participant participant, CancellationToken cancel)
    {
        var (id, country, document, owner) = (registration.Id, registration.Country, participant.Document, participant.Id);
        var same = db.Participants.Where(p => p.Id == owner || (document != null && p.Country == country && p.Document == document)).Select(p => p.Id);
        return db.Registrations.AsNoTracking().Where(r => r.Id != id && same.Contains(r.ParticipantId))
            .OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id)
            .Select(r => new Duplicate(r.Id, r.Folio, r.Status, r.SubmittedAt)).ToListAsync(cancel);
    }
}
