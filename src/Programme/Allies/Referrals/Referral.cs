using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>
/// A woman or a group sent to an institution for a reason, with the named data that would be shared. Of a woman nothing is shared before she
/// agrees; of a group its facts at once and of each woman in it what she agrees to. It lies in the territory of who referred.
/// </summary>
public sealed class Referral : IInTerritory
{
    public const int LongestReason = 200;

    private readonly List<ReferralPerson> _people = [];
    private readonly List<SharingConsent> _consents = [];
    private readonly List<ReferralEntry> _entries = [];

    private Referral() { }

    public ReferralId Id { get; private set; }
    public AllyId AllyId { get; private set; }
    public string Country { get; private set; } = "";
    public string? RegionCode { get; private set; }
    public string? PlaceCode { get; private set; }

    /// <summary>The woman it is for; null where it is for a group.</summary>
    public ParticipantId? ParticipantId { get; private set; }

    /// <summary>The group it is for; null where it is for a woman.</summary>
    public GroupId? GroupId { get; private set; }

    /// <summary>What help is asked for; she and the institution read it.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Names of what is shared, between blanks: see <see cref="SharedFields"/>. Never changes, so that a consent says what it is for.</summary>
    public string Fields { get; private set; } = "";
    public ReferralState State { get; private set; }
    public ReferralResult? Result { get; private set; }

    /// <summary>Working days the institution has to answer, as it was when it was referred.</summary>
    public int AnswerDays { get; private set; }
    public DateTimeOffset ReferredAt { get; private set; }

    /// <summary>When the institution got it and its clock began; null before.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Until when it should accept or reject, by the calendar of the office that answers there as it was when it was sent; null before.</summary>
    public DateTimeOffset? AnswerBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ReferralPerson> People => _people;
    public IReadOnlyList<SharingConsent> Consents => _consents;
    public IReadOnlyList<ReferralEntry> Entries => _entries;

    public IReadOnlyList<string> FieldNames => Fields.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Sent, not answered, and its time is over.</summary>
    public bool IsLateAt(DateTimeOffset now) => State == ReferralState.Sent && AnswerBy < now;

    internal static Referral OfWoman(ReferralId id, Ally ally, Registration registration, ReferralPlan plan, string author, DateTimeOffset now)
    {
        var referral = Begin(id, ally, registration, plan, author, now);
        referral.ParticipantId = registration.ParticipantId;
        referral._people.Add(new ReferralPerson(registration.ParticipantId, registration.Id, now));
        return referral;
    }

    /// <param name="people">Members who are asked for their own data; none where the group's facts are enough.</param>
    internal static Referral OfGroup(ReferralId id, Ally ally, Groups.Group group, ReferralPlan plan, IEnumerable<(ParticipantId Participant, RegistrationId Registration)> people, OfficeCalendar? calendar, string author, DateTimeOffset now)
    {
        var referral = Begin(id, ally, group, plan, author, now);
        referral.GroupId = group.Id;
        referral._people.AddRange(people.Select(p => new ReferralPerson(p.Participant, p.Registration, now)));
        referral.Send(calendar, now);
        return referral;
    }

    public ReferralPerson? PersonOf(ParticipantId woman) => _people.Find(p => p.ParticipantId == woman);

    /// <summary>She agrees, or says no. Where the referral is for her it goes on by it.</summary>
    /// <param name="calendar">Of the office that answers there: the institution's clock counts its working days. Null: calendar days.</param>
    internal bool Answer(ParticipantId woman, bool agrees, ConsentGiven how, OfficeCalendar? calendar, DateTimeOffset now)
    {
        if (!ReferralLifecycle.IsOpen(State) || PersonOf(woman) is not { } person || !person.Say(agrees ? SharingState.Agreed : SharingState.Refused, now)) return false;
        _consents.Add(new SharingConsent(woman, agrees, how, now));
        Note(agrees ? ReferralEntryKind.Agreed : ReferralEntryKind.Refused, woman, how.Author, how.Paper?.Evidence, now);
        if (ParticipantId != woman) return true;
        if (agrees) Send(calendar, now);
        else End(ReferralTrigger.Refuse, now);
        return true;
    }

    /// <summary>She takes back what she agreed to, or may not be asked any more: the institution sees nothing of her from now on. Also after it has ended, while her yes stands.</summary>
    internal bool WithdrawConsent(ParticipantId woman, ConsentGiven how, DateTimeOffset now)
    {
        if (PersonOf(woman) is not { } person) return false;
        var hadAgreed = person.Sharing == SharingState.Agreed;
        if (!person.Say(hadAgreed ? SharingState.Withdrawn : SharingState.Dropped, now)) return false;
        if (hadAgreed) _consents.Add(new SharingConsent(woman, false, how, now));
        Note(ReferralEntryKind.ConsentWithdrawn, woman, how.Author, how.Paper?.Evidence, now);
        if (ParticipantId == woman && ReferralLifecycle.IsOpen(State)) End(ReferralTrigger.WithdrawConsent, now);
        return true;
    }

    /// <summary>The institution takes it on. Only once it was sent, and before it is answered otherwise.</summary>
    internal bool Accept(string author, DateTimeOffset now)
    {
        if (!Go(ReferralTrigger.Accept)) return false;
        AnsweredAt = now;
        return Note(ReferralEntryKind.Accepted, null, author, null, now);
    }

    internal bool Reject(string author, string reason, DateTimeOffset now)
    {
        if (!ReferralLifecycle.Rules.TryMove(State, ReferralTrigger.Reject, out _)) return false;
        AnsweredAt = now;
        End(ReferralTrigger.Reject, now);
        return Note(ReferralEntryKind.Rejected, null, author, reason, now);
    }

    internal bool Report(string author, string text, DateTimeOffset now) => State == ReferralState.Accepted && Note(ReferralEntryKind.Reported, null, author, text, now);

    internal bool Finish(ReferralResult result, string author, string? text, DateTimeOffset now)
    {
        if (!ReferralLifecycle.Rules.TryMove(State, ReferralTrigger.Finish, out _)) return false;
        Result = result;
        End(ReferralTrigger.Finish, now);
        return Note(ReferralEntryKind.Finished, null, author, text, now);
    }

    internal bool Cancel(string author, string? reason, DateTimeOffset now)
    {
        if (!ReferralLifecycle.Rules.TryMove(State, ReferralTrigger.Cancel, out _)) return false;
        End(ReferralTrigger.Cancel, now);
        return Note(ReferralEntryKind.Cancelled, null, author, reason, now);
    }

    private static Referral Begin(ReferralId id, Ally ally, IInTerritory where, ReferralPlan plan, string author, DateTimeOffset now)
    {
        var referral = new Referral
        {
            Id = id, AllyId = ally.Id, Country = where.Country, RegionCode = where.RegionCode, PlaceCode = where.PlaceCode,
            Reason = plan.Reason, Fields = string.Join(' ', plan.Fields), AnswerDays = plan.AnswerDays, ReferredAt = now,
        };
        referral.Note(ReferralEntryKind.Referred, null, author, null, now);
        return referral;
    }

    private void Send(OfficeCalendar? calendar, DateTimeOffset now)
    {
        Go(ReferralTrigger.Agree);
        (SentAt, AnswerBy) = (now, calendar?.AfterDays(now, AnswerDays) ?? now.AddDays(AnswerDays));
    }

    private void End(ReferralTrigger trigger, DateTimeOffset now)
    {
        Go(trigger);
        EndedAt = now;
        foreach (var person in _people.Where(p => p.Sharing == SharingState.Asked)) person.Say(SharingState.Dropped, now);
    }

    private bool Go(ReferralTrigger trigger)
    {
        if (!ReferralLifecycle.Rules.TryMove(State, trigger, out var next)) return false;
        State = next;
        return true;
    }

    private bool Note(ReferralEntryKind kind, ParticipantId? woman, string author, string? text, DateTimeOffset now)
    {
        _entries.Add(new ReferralEntry(kind, woman, author, text, now));
        Version++;
        return true;
    }
}

/// <summary>What a referral asks for and would share, checked.</summary>
internal sealed record ReferralPlan(string Reason, IReadOnlyList<string> Fields, int AnswerDays);
