namespace CoopAssistant.Programme.Groups;

/// <summary>A woman and a group: asked, a member, or gone. One row a woman and group; what happened is in the group's entries.</summary>
public sealed class GroupMember
{
    private GroupMember() { }

    internal GroupMember(ParticipantId participant, DateTimeOffset at) => (ParticipantId, Since) = (participant, at);

    public long Id { get; private set; }
    public GroupId GroupId { get; private set; }
    public ParticipantId ParticipantId { get; private set; }
    public MemberState State { get; private set; }

    /// <summary>The coordinator may see her name. False until she agrees.</summary>
    public bool SharesName { get; private set; }

    /// <summary>When she came to stand so.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Her own id while she holds a seat in a forming group, else null. Unique: one seat a woman.</summary>
    public Guid? Seat { get; private set; }

    internal bool Move(MemberTrigger trigger, bool isForming, DateTimeOffset now)
    {
        if (!MemberLifecycle.Rules.TryMove(State, trigger, out var next)) return false;
        (State, Since) = (next, now);
        if (next != MemberState.Member) SharesName = false;
        Sit(isForming);
        return true;
    }

    internal void Sit(bool isForming) => Seat = isForming && State == MemberState.Member ? ParticipantId.Value : null;

    internal void ShareName(bool agrees) => SharesName = agrees;
}
