using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Participants;

namespace CoopAssistant.Programme.Registrations;

/// <summary>
/// A woman's interest in the programme, with her answers as she confirmed them and each step since.
/// Which step may follow which is declared once, in <see cref="RegistrationLifecycle"/>.
/// </summary>
public sealed class Registration : IInTerritory
{
    private readonly List<RegistrationStep> _steps = [];

    private Registration() { }

    public RegistrationId Id { get; private set; }
    public ParticipantId ParticipantId { get; private set; }

    /// <summary>Canonical folio without separators, e.g. PA48291736. Unique.</summary>
    public string Folio { get; private set; } = "";
    public string Country { get; private set; } = "";
    public RegistrationStatus Status { get; private set; }

    /// <summary>Code of the first-level place (province, comarca, department); null when she did not know.</summary>
    public string? RegionCode { get; private set; }

    /// <summary>Code of the most exact place she gave; null when none.</summary>
    public string? PlaceCode { get; private set; }

    /// <summary>Community in her own words.</summary>
    public string? Community { get; private set; }

    /// <summary>Main rubro's code.</summary>
    public string? Rubro { get; private set; }

    /// <summary>She said that she is in a group already: she is not proposed for another.</summary>
    public bool HasGroup { get; private set; }

    /// <summary>Her name as staff search it: lower case, without accents.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>All that staff search by (name, folio, document, phone, community) as <see cref="Plain"/> text. Codes and numbers without separators.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Her answers as JSON: see <see cref="SubmittedAnswer"/>, in the form's order.</summary>
    public string AnswersJson { get; private set; } = "[]";
    public DateTimeOffset SubmittedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>What staff asked her for while <see cref="RegistrationStatus.InformationMissing"/>; else null.</summary>
    public string? MissingInformation { get; private set; }

    /// <summary>Another registration carries the same document. For staff's eyes; she is not refused.</summary>
    public bool HasDuplicateDocument { get; private set; }

    /// <summary>Staff id of who looks after it; null for nobody in particular.</summary>
    public string? AssignedTo { get; private set; }

    /// <summary>When she sent what was missing, until staff take the next step; else null.</summary>
    public DateTimeOffset? NewInformationAt { get; private set; }

    /// <summary>How she came; see <see cref="RegistrationSource"/>. Null where not known.</summary>
    public string? Source { get; private set; }

    /// <summary>She agreed to be counted, without her name, in statistics that are published.</summary>
    public bool IsInStatistics { get; private set; }

    /// <summary>Whole days until staff first acted on it; null while nobody has.</summary>
    public int? DaysToReview { get; private set; }

    /// <summary>Whole days until staff first decided on it (accepted, waiting list, out of coverage, closed); null while undecided.</summary>
    public int? DaysToDecision { get; private set; }

    /// <summary>It lies in the search as it is now. Whatever is saved of it takes this back; who writes past the entities has to do so too.</summary>
    public bool IsIndexed { get; private set; }
    public int Version { get; private set; }

    /// <summary>What happened, oldest first; the first entry is the submission.</summary>
    public IReadOnlyList<RegistrationStep> Steps => _steps;

    public static Registration Submit(
        RegistrationId id, ParticipantId participant, Folio folio, string country, SubmittedAnswers answers,
        string? document, string? phone, bool duplicateDocument, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var registration = new Registration
        {
            Id = id,
            ParticipantId = participant,
            Folio = folio.Canonical,
            Country = country,
            Status = RegistrationStatus.Received,
            RegionCode = answers.RegionCode,
            PlaceCode = answers.PlaceCode,
            Community = answers.Community,
            Rubro = answers.Rubro,
            HasGroup = answers.HasGroup,
            SearchName = answers.SearchName,
            SearchText = TextOf(answers, folio.Canonical, document, phone),
            AnswersJson = answers.Json,
            HasDuplicateDocument = duplicateDocument,
            SubmittedAt = now,
            ChangedAt = now,
        };
        registration._steps.Add(RegistrationStep.Submission(now));
        return registration;
    }

    /// <summary>How she came, and whether she agreed to be counted. Said with the submission; the second may change.</summary>
    internal void CameBy(string? source, bool isInStatistics) => (Source, IsInStatistics) = (source, isInStatistics);

    /// <summary>She changed her word on being counted. No step of the lifecycle: the version stays.</summary>
    internal void CountInStatistics(bool isIn) => IsInStatistics = isIn;

    /// <summary>Staff understood the place she wrote in her own words.</summary>
    internal void PlaceAt(string region, string place)
    {
        (RegionCode, PlaceCode) = (region, place);
        Version++;
    }

    /// <summary>Her name was put right: she is found by it from now on.</summary>
    internal void IsOf(string fullName)
    {
        var name = Plain.Of(fullName);
        SearchText = SearchText.StartsWith(SearchName, StringComparison.Ordinal) ? name + SearchText[SearchName.Length..] : $"{name} {SearchText}";
        SearchName = name;
        Version++;
    }

    /// <summary>An answer was put right: what is taken from the answers follows, and the search finds the new words.</summary>
    /// <param name="hasMoved">Her place is among what changed; else it stays, whoever settled it.</param>
    internal void Correct(SubmittedAnswers answers, Participant participant, bool hasMoved)
    {
        if (hasMoved) (RegionCode, PlaceCode) = (answers.RegionCode, answers.PlaceCode);
        (Community, Rubro, HasGroup, AnswersJson) = (answers.Community, answers.Rubro, answers.HasGroup, answers.Json);
        (SearchName, SearchText) = (answers.SearchName, TextOf(answers, Folio, participant.Document, participant.Phone));
        Version++;
    }

    private static string TextOf(SubmittedAnswers answers, string folio, string? document, string? phone) =>
        string.Join(' ', answers.SearchName, Plain.Squeezed(folio), Plain.Squeezed(document), Plain.Squeezed(phone), Plain.Of(answers.Community));

    /// <summary>For staff's eyes only: the version stays, so that nobody's open decision fails.</summary>
    internal void FlagDuplicate(bool hasDuplicate) => HasDuplicateDocument = hasDuplicate;

    /// <summary>What may happen next, in the order staff see it.</summary>
    public IReadOnlyList<RegistrationTrigger> Permitted => RegistrationLifecycle.Rules.PermittedFrom(Status);

    /// <summary>Moves the registration on and records who, when and why. Returns false, changing nothing, where the lifecycle does not permit it.</summary>
    /// <param name="author">Staff id, or <see cref="RegistrationStep.Herself"/>.</param>
    /// <param name="detail">The reason; for <see cref="RegistrationTrigger.AskForInformation"/> what is missing, for <see cref="RegistrationTrigger.ReceiveInformation"/> her answer.</param>
    public bool Move(RegistrationTrigger trigger, string author, string? detail, DateTimeOffset now)
    {
        if (trigger == RegistrationTrigger.Undo) return Undo(author, now);
        if (!RegistrationLifecycle.Rules.TryMove(Status, trigger, out var next)) return false;
        _steps.Add(new RegistrationStep(Status, next, trigger, author, detail, now));
        Status = next;
        MissingInformation = next == RegistrationStatus.InformationMissing ? detail : null;
        NewInformationAt = trigger == RegistrationTrigger.ReceiveInformation && author == RegistrationStep.Herself ? now : null;
        ChangedAt = now;
        if (author != RegistrationStep.Herself) TakeTime(DaysUntil(now));
        Version++;
        return true;
    }

    private void TakeTime(int days)
    {
        DaysToReview ??= days;
        if (RegistrationWaits.IsDecided(Status)) DaysToDecision ??= days;
    }

    private int DaysUntil(DateTimeOffset time) => Math.Max(0, (int)(time - SubmittedAt).TotalDays);

    /// <summary>The last step, where it may be taken back: staff took it, and it was not itself a way back.</summary>
    public RegistrationStep? Undoable =>
        _steps.MaxBy(s => s.Id) is { Trigger: not (null or RegistrationTrigger.Undo), Author: not RegistrationStep.Herself } last ? last : null;

    /// <summary>By a step backwards: history is never rewritten.</summary>
    private bool Undo(string author, DateTimeOffset now)
    {
        if (Undoable is not { } last) return false;
        var asked = _steps.Where(s => s.Trigger == RegistrationTrigger.AskForInformation && s.Id < last.Id).MaxBy(s => s.Id)?.Detail;
        _steps.Add(new RegistrationStep(Status, last.From, RegistrationTrigger.Undo, author, null, now));
        Status = last.From;
        MissingInformation = Status == RegistrationStatus.InformationMissing ? asked : null;
        NewInformationAt = null;
        ChangedAt = now;
        if (Status == RegistrationStatus.Received && DaysToReview == DaysUntil(last.At)) DaysToReview = null;
        if (!RegistrationWaits.IsDecided(Status) && DaysToDecision == DaysUntil(last.At)) DaysToDecision = null;
        Version++;
        return true;
    }

    /// <summary>Gives it to a member of staff, or back to all with null. No step of the lifecycle: the version stays.</summary>
    public void Assign(string? staff) => AssignedTo = staff;
}
