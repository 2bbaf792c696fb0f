using System.Globalization;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Meetings;

/// <summary>
/// A visit, workshop or assembly for a group or a community: planned, then held or cancelled, and moved in between. Whom it invites
/// answers; where places are few, who comes later waits in line. What happened is kept with author, reason and time.
/// </summary>
public sealed class Meeting : IInTerritory
{
    public const int LongestTopic = 80;
    public const int LongestVenue = 120;
    public const int LongestReason = 500;
    public const int LargestCapacity = 2_000;
    public const int MostCourseMinutes = 24 * 60;
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>When the code of the door begins and ends to be good.</summary>
    public static readonly TimeSpan CodeOpensBefore = TimeSpan.FromHours(1);
    public static readonly TimeSpan CodeClosesAfter = TimeSpan.FromHours(2);

    private readonly List<MeetingGuest> _guests = [];
    private readonly List<MeetingEntry> _entries = [];

    private Meeting() { }

    public MeetingId Id { get; private set; }
    public string Country { get; private set; } = "";
    public string? RegionCode { get; private set; }
    public string? PlaceCode { get; private set; }
    public GroupId? GroupId { get; private set; }
    public CommunityId? CommunityId { get; private set; }
    public MeetingKind Kind { get; private set; }
    public string? Topic { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public string Venue { get; private set; } = "";
    public int? Capacity { get; private set; }
    public string? Institution { get; private set; }
    public int CourseMinutes { get; private set; }
    public bool IsPriorCourse { get; private set; }
    public bool OffersChildcare { get; private set; }
    public MeetingState State { get; private set; }

    /// <summary>See <see cref="AttendanceCode"/>. Unique among meetings of the same days.</summary>
    public string Code { get; private set; } = "";

    /// <summary>When staff last went through the list; null before.</summary>
    public DateTimeOffset? AttendanceTakenAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<MeetingGuest> Guests => _guests;

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<MeetingEntry> Entries => _entries;

    public MeetingPlan Described => new(Kind, Topic) { Capacity = Capacity, Institution = Institution, CourseMinutes = CourseMinutes, IsPriorCourse = IsPriorCourse, OffersChildcare = OffersChildcare };

    public int Coming => _guests.Count(g => g.Answer == GuestAnswer.Yes);
    private bool IsFull => Capacity is { } places && Coming >= places;

    public static Meeting Plan(MeetingId id, AttendanceCode code, MeetingHost host, MeetingPlan plan, MeetingSlot slot, string author, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(host);
        var meeting = new Meeting
        {
            Id = id, Code = code.Digits, Country = host.Country, RegionCode = host.RegionCode, PlaceCode = host.PlaceCode, GroupId = host.Group, CommunityId = host.Community,
        };
        meeting.Take(plan);
        meeting.Take(slot);
        meeting.Note(MeetingEntryKind.Planned, null, null, author, null, now);
        return meeting;
    }

    /// <summary>What describes it changed; more places go to who waits.</summary>
    /// <returns>Who got a place.</returns>
    public IReadOnlyList<MeetingGuest> Change(MeetingPlan plan, string author, string? reason, DateTimeOffset now)
    {
        Take(plan);
        Note(MeetingEntryKind.Changed, null, null, author, reason, now);
        return FreePlaces(author, now);
    }

    /// <summary>To another time or place. Answers stay; everybody is reminded anew.</summary>
    public bool Move(MeetingSlot slot, string author, string? reason, DateTimeOffset now)
    {
        if (!Go(MeetingTrigger.Move)) return false;
        var before = StartsAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        Take(slot);
        foreach (var guest in _guests) guest.RemindAnew();
        Note(MeetingEntryKind.Moved, null, before, author, reason, now);
        return true;
    }

    public bool Cancel(string author, string? reason, DateTimeOffset now) => Go(MeetingTrigger.Cancel) && Note(MeetingEntryKind.Cancelled, null, null, author, reason, now);

    /// <summary>It took place. False before it began.</summary>
    public bool Hold(string author, DateTimeOffset now) => now >= StartsAt && Go(MeetingTrigger.Hold) && Note(MeetingEntryKind.Held, null, null, author, null, now);

    /// <summary>It was marked as held by mistake.</summary>
    public bool Reopen(string author, string? reason, DateTimeOffset now) => Go(MeetingTrigger.Reopen) && Note(MeetingEntryKind.Reopened, null, null, author, reason, now);

    /// <summary>Asks women whether they come. Who is asked already, or has answered, is left as she is.</summary>
    /// <returns>Who is asked now.</returns>
    public IReadOnlyList<MeetingGuest> Invite(IEnumerable<ParticipantId> women, string author, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(women);
        if (!TakesAnswersAt(now)) return [];
        var asked = women.Distinct().Select(woman => Ask(woman, now)).OfType<MeetingGuest>().ToList();
        if (asked.Count > 0) Note(MeetingEntryKind.Invited, asked is [var one] ? one.ParticipantId : null, asked.Count.ToString(CultureInfo.InvariantCulture), author, null, now);
        return asked;
    }

    public bool Withdraw(ParticipantId woman, string author, string? reason, DateTimeOffset now, out IReadOnlyList<MeetingGuest> freed)
    {
        freed = [];
        if (GuestOf(woman) is not { IsExpected: true } guest) return false;
        guest.Withdraw();
        Note(MeetingEntryKind.Withdrawn, woman, null, author, reason, now);
        freed = FreePlaces(author, now);
        return true;
    }

    /// <summary>She comes or not. Who has no invitation is taken as a member of the group: the caller knows that she is.</summary>
    /// <param name="freed">Who gets the place she leaves.</param>
    /// <returns>How she stands now; null where nothing can be answered any more.</returns>
    public GuestAnswer? Answer(ParticipantId woman, bool comes, GuestNeeds needs, string author, DateTimeOffset now, out IReadOnlyList<MeetingGuest> freed)
    {
        freed = [];
        if (!TakesAnswersAt(now)) return null;
        if (GuestOf(woman) is not { } guest) _guests.Add(guest = new MeetingGuest(woman, isListed: true, now));
        else if (!guest.IsExpected) return null;
        var answer = !comes ? GuestAnswer.No : guest.Answer is GuestAnswer.Yes or GuestAnswer.Waiting ? guest.Answer : IsFull ? GuestAnswer.Waiting : GuestAnswer.Yes;
        if (guest.Answer == answer && guest.Needs == needs && guest.AnsweredAt is not null) return answer;
        guest.Say(answer, needs, answer == guest.Answer && guest.AnsweredAt is { } first ? first : now);
        Note(MeetingEntryKind.Answered, woman, answer.ToString(), author, null, now);
        freed = FreePlaces(author, now);
        return answer;
    }

    /// <summary>Staff went through the list. Marks of who is in neither set stay: she may have noted it herself meanwhile.</summary>
    /// <param name="undone">Whose mark was a mistake.</param>
    /// <returns>How many came.</returns>
    public int TakeAttendance(IReadOnlySet<ParticipantId> present, IReadOnlySet<ParticipantId> undone, string author, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(undone);
        foreach (var guest in _guests)
        {
            if (guest.AttendedAt is null && present.Contains(guest.ParticipantId)) guest.Attend(AttendanceMark.List, now);
            else if (guest.AttendedAt is not null && undone.Contains(guest.ParticipantId) && !present.Contains(guest.ParticipantId))
            {
                guest.UndoAttendance();
                Note(MeetingEntryKind.AttendanceUndone, guest.ParticipantId, null, author, null, now);
            }
        }
        AttendanceTakenAt = now;
        var came = _guests.Count(g => g.AttendedAt is not null);
        Note(MeetingEntryKind.AttendanceTaken, null, came.ToString(CultureInfo.InvariantCulture), author, null, now);
        return came;
    }

    /// <summary>She came, whether or not she is on the list. Noting it twice is harmless, and holds up nobody else at the door.</summary>
    /// <param name="isListed">She belongs to whom the meeting is for.</param>
    public MeetingGuest Attend(ParticipantId woman, bool isListed, AttendanceMark by, DateTimeOffset now)
    {
        if (GuestOf(woman) is not { } guest) _guests.Add(guest = new MeetingGuest(woman, isListed, now));
        if (guest.AttendedAt is null) guest.Attend(by, now);
        return guest;
    }

    public bool TakesAnswersAt(DateTimeOffset now) => State == MeetingState.Planned && now < EndsAt;

    public bool TakesCodeAt(DateTimeOffset now) => State != MeetingState.Cancelled && now >= StartsAt - CodeOpensBefore && now <= EndsAt + CodeClosesAfter;

    /// <summary>Another meeting of those days has the same.</summary>
    public void ReplaceCode(AttendanceCode code) => Code = code.Digits;

    public MeetingGuest? GuestOf(ParticipantId woman) => _guests.Find(g => g.ParticipantId == woman);

    private MeetingGuest? Ask(ParticipantId woman, DateTimeOffset now)
    {
        if (GuestOf(woman) is not { } guest) _guests.Add(guest = new MeetingGuest(woman, isListed: true, now));
        else if (guest.IsExpected) return null;
        else guest.List(now);
        return guest;
    }

    /// <summary>First come, first served.</summary>
    private List<MeetingGuest> FreePlaces(string author, DateTimeOffset now)
    {
        var freed = new List<MeetingGuest>();
        if (!TakesAnswersAt(now)) return freed;
        foreach (var next in _guests.Where(g => g.Answer == GuestAnswer.Waiting).OrderBy(g => g.AnsweredAt).ThenBy(g => g.Id).ToList())
        {
            if (IsFull) break;
            next.TakePlace();
            Note(MeetingEntryKind.PlaceFreed, next.ParticipantId, null, author, null, now);
            freed.Add(next);
        }
        return freed;
    }

    private bool Go(MeetingTrigger trigger)
    {
        if (!MeetingLifecycle.Rules.TryMove(State, trigger, out var next)) return false;
        State = next;
        return true;
    }

    private void Take(MeetingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        (Kind, Topic, Capacity, Institution) = (plan.Kind, plan.Topic, plan.Capacity, plan.Institution);
        (CourseMinutes, IsPriorCourse, OffersChildcare) = (plan.CourseMinutes, plan.IsPriorCourse && plan.CourseMinutes > 0, plan.OffersChildcare);
    }

    private void Take(MeetingSlot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        (StartsAt, EndsAt, Venue) = (slot.StartsAt, slot.EndsAt, slot.Venue);
    }

    private bool Note(MeetingEntryKind kind, ParticipantId? participant, string? detail, string author, string? reason, DateTimeOffset now)
    {
        _entries.Add(new MeetingEntry(kind, participant, detail, author, reason, now));
        ChangedAt = now;
        Version++;
        return true;
    }
}
