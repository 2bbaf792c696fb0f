using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Groups;

/// <summary>
/// Women who found a cooperative together, and after its legal recognition the cooperative: the same record goes on.
/// Who joins, leaves or is asked is a step with author, reason and time; nobody becomes a member without her own wish.
/// </summary>
public sealed partial class Group : IInTerritory
{
    public const int LongestName = 80;
    public const int LongestReason = 500;

    private readonly List<GroupMember> _members = [];
    private readonly List<GroupEntry> _entries = [];
    private readonly List<GroupStep> _steps = [];

    private Group() { }

    public GroupId Id { get; private set; }
    public string Country { get; private set; } = "";
    public string? RegionCode { get; private set; }

    /// <summary>Code of the most exact place known; null where none is.</summary>
    public string? PlaceCode { get; private set; }
    public CommunityId? CommunityId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The name as it is searched.</summary>
    public string PlainName { get; private set; } = "";

    /// <summary>Code of its activity.</summary>
    public string Rubro { get; private set; } = "";

    /// <summary>BCP-47 tag of the language it speaks among itself.</summary>
    public string Language { get; private set; } = "es";
    public GroupState State { get; private set; }
    public GroupOrigin Origin { get; private set; }

    /// <summary>A member; null until one is appointed.</summary>
    public ParticipantId? CoordinatorId { get; private set; }

    /// <summary>E.164; null where none was given.</summary>
    public string? ContactPhone { get; private set; }

    /// <summary>See <see cref="GroupCode"/>. Unique.</summary>
    public string Code { get; private set; } = "";
    public DateTimeOffset FoundedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>Next day by which the law, a term or a duty expects something; null where nothing does. See <see cref="GroupAgenda"/>.</summary>
    public DateOnly? DueOn { get; private set; }

    public IReadOnlyList<GroupMember> Members => _members;

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<GroupEntry> Entries => _entries;

    /// <summary>Rounds of the phases' steps, as they happened.</summary>
    public IReadOnlyList<GroupStep> Steps => _steps;

    public IReadOnlyList<GroupTrigger> Permitted => GroupLifecycle.Rules.PermittedFrom(State);

    /// <summary>Women may be asked and may join.</summary>
    public bool TakesMembers => State is GroupState.Forming or GroupState.Cooperative;
    private bool IsForming => GroupLifecycle.IsForming(State);

    public static Group Found(GroupId id, GroupCode code, GroupDescription description, GroupOrigin origin, string author, string? reason, DateTimeOffset now)
    {
        var group = new Group { Id = id, Code = code.Digits, Origin = origin, FoundedAt = now };
        group.Take(description);
        group.Note(GroupEntryKind.Founded, null, null, author, reason, now);
        return group;
    }

    /// <summary>Name, place, activity, language or phone were changed.</summary>
    public void Change(GroupDescription description, string author, string? reason, DateTimeOffset now)
    {
        Take(description);
        Note(GroupEntryKind.Changed, null, null, author, reason, now);
    }

    /// <summary>She is asked whether she wants to take part. False where she is asked or a member already.</summary>
    public bool Invite(ParticipantId participant, string author, string? reason, DateTimeOffset now)
    {
        if (!TakesMembers) return false;
        if (MemberOf(participant) is { } known)
        {
            if (!known.Move(MemberTrigger.Invite, IsForming, now)) return false;
        }
        else
        {
            _members.Add(new GroupMember(participant, now));
        }
        Note(GroupEntryKind.Invited, participant, null, author, reason, now);
        return true;
    }

    /// <summary>She takes part, by her own word: she answered an invitation, or came with the group's code.</summary>
    /// <param name="sharesName">The coordinator may see her name.</param>
    public bool Join(ParticipantId participant, bool sharesName, string author, string? reason, DateTimeOffset now)
    {
        if (!TakesMembers) return false;
        if (MemberOf(participant) is not { } member)
        {
            member = new GroupMember(participant, now);
            _members.Add(member);
        }
        if (!member.Move(MemberTrigger.Join, IsForming, now)) return false;
        member.ShareName(sharesName);
        Note(GroupEntryKind.Joined, participant, null, author, reason, now);
        return true;
    }

    public bool Refuse(ParticipantId participant, string author, DateTimeOffset now) => Depart(participant, MemberTrigger.Refuse, GroupEntryKind.Refused, author, null, now);

    public bool WithdrawInvitation(ParticipantId participant, string author, string? reason, DateTimeOffset now) =>
        Depart(participant, MemberTrigger.Withdraw, GroupEntryKind.InvitationWithdrawn, author, reason, now);

    /// <param name="today">The day it is in the group's country: any office of hers ends on it.</param>
    public bool Leave(ParticipantId participant, string author, string? reason, DateTimeOffset now, DateOnly today) => Depart(participant, MemberTrigger.Leave, GroupEntryKind.Left, author, reason, now, today);

    /// <summary>She took her registration back: a member leaves, an invitation ends.</summary>
    /// <param name="today">See <see cref="Leave(ParticipantId, string, string?, DateTimeOffset, DateOnly)"/>.</param>
    public bool LetGo(ParticipantId participant, string author, string? reason, DateTimeOffset now, DateOnly today) =>
        Depart(participant, MemberOf(participant)?.State == MemberState.Invited ? MemberTrigger.Withdraw : MemberTrigger.Leave, GroupEntryKind.LeftWithRegistration, author, reason, now, today);

    /// <summary>She goes on to another group.</summary>
    /// <param name="today">See <see cref="Leave(ParticipantId, string, string?, DateTimeOffset, DateOnly)"/>.</param>
    public bool MoveAway(ParticipantId participant, string author, string? reason, DateTimeOffset now, DateOnly today) =>
        Depart(participant, MemberTrigger.Move, GroupEntryKind.MovedAway, author, reason, now, today);

    /// <summary>False for who is no member, or coordinates already.</summary>
    public bool AppointCoordinator(ParticipantId participant, string author, string? reason, DateTimeOffset now)
    {
        if (CoordinatorId == participant || MemberOf(participant) is not { State: MemberState.Member }) return false;
        CoordinatorId = participant;
        Note(GroupEntryKind.CoordinatorAppointed, participant, null, author, reason, now);
        return true;
    }

    public bool Move(GroupTrigger trigger, string author, string? reason, DateTimeOffset now)
    {
        if (!GroupLifecycle.Rules.TryMove(State, trigger, out var next)) return false;
        State = next;
        foreach (var member in _members) member.Sit(IsForming);
        Note(GroupEntryKind.Moved, null, trigger.ToString(), author, reason, now);
        return true;
    }

    /// <summary>A step begins, or begins again. False while it is open, or the group is dissolved.</summary>
    public bool BeginStep(string code, DateOnly? dueOn, string author, string? reason, DateTimeOffset now)
    {
        if (State == GroupState.Dissolved || OpenStep(code) is not null) return false;
        var isReturn = _steps.Exists(s => s.Code == code);
        _steps.Add(new GroupStep(code, dueOn, now));
        Note(isReturn ? GroupEntryKind.StepReturned : GroupEntryKind.StepBegun, null, code, author, reason, now);
        return true;
    }

    /// <summary>An open step ends. A step that never began may be skipped.</summary>
    public bool EndStep(string code, StepTrigger trigger, string author, string? reason, DateTimeOffset now)
    {
        if (State == GroupState.Dissolved) return false;
        var step = OpenStep(code);
        if (step is null)
        {
            if (trigger != StepTrigger.Skip || _steps.Exists(s => s.Code == code)) return false;
            step = new GroupStep(code, null, now);
            _steps.Add(step);
        }
        if (!step.Move(trigger, now)) return false;
        Note(trigger == StepTrigger.Skip ? GroupEntryKind.StepSkipped : GroupEntryKind.StepFinished, null, code, author, reason, now);
        return true;
    }

    /// <summary>Day, place or file number of an open step.</summary>
    public bool NoteStep(string code, StepDetails details, string author, string? reason, DateTimeOffset now)
    {
        if (OpenStep(code) is not { } step || step.Details == details) return false;
        step.Note(details);
        Note(GroupEntryKind.StepNoted, null, code, author, reason, now);
        return true;
    }

    internal void NoteFile(GroupEntryKind kind, GroupFileId file, string author, string? reason, DateTimeOffset now) => Note(kind, null, file.Value.ToString(), author, reason, now);

    private GroupStep? OpenStep(string code) => _steps.Find(s => s.Code == code && s.State == StepState.Open);

    private GroupMember? MemberOf(ParticipantId participant) => _members.Find(m => m.ParticipantId == participant);

    /// <param name="today">Null for who was only asked: she holds no office.</param>
    private bool Depart(ParticipantId participant, MemberTrigger trigger, GroupEntryKind kind, string author, string? reason, DateTimeOffset now, DateOnly? today = null)
    {
        if (MemberOf(participant) is not { } member || !member.Move(trigger, IsForming, now)) return false;
        if (CoordinatorId == participant) CoordinatorId = null;
        if (today is { } day)
            foreach (var office in _officers.Where(o => o.IsInOffice && o.ParticipantId == participant).ToList()) Leave(office, day, author, null, now);
        Note(kind, participant, null, author, reason, now);
        return true;
    }

    private void Take(GroupDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        (Country, RegionCode, PlaceCode, CommunityId) = (description.Country, description.RegionCode, description.PlaceCode, description.CommunityId);
        (Name, PlainName) = (description.Name, Identity.Plain.Of(description.Name));
        (Rubro, Language, ContactPhone) = (description.Rubro, description.Language, description.ContactPhone);
    }

    private void Note(GroupEntryKind kind, ParticipantId? participant, string? code, string author, string? reason, DateTimeOffset now, DateOnly? on = null)
    {
        _entries.Add(new GroupEntry(kind, participant, code, author, reason, now, on));
        ChangedAt = now;
        Version++;
    }
}

/// <summary>How a group came to be.</summary>
public enum GroupOrigin
{
    /// <summary>Staff wrote it down.</summary>
    Staff = 0,

    /// <summary>Staff accepted a proposal.</summary>
    Proposal = 1,

    /// <summary>A group that existed registered itself through one woman.</summary>
    Herself = 2,
}

/// <summary>What describes a group and may change.</summary>
/// <param name="Rubro">Code.</param>
public sealed record GroupDescription(string Country, string? RegionCode, string? PlaceCode, string Name, string Rubro, string Language)
{
    public CommunityId? CommunityId { get; init; }
    public string? ContactPhone { get; init; }
}
