using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Allies.Commitments;

/// <summary>How a commitment stands. Stored as its number.</summary>
public enum CommitmentState
{
    Promised = 0,
    UnderWay = 1,
    Kept = 10,
    Missed = 11,

    /// <summary>Both agreed that it is no longer needed.</summary>
    Dropped = 12,
}

public enum CommitmentTrigger { Start, Keep, Miss, Drop, Reopen }

/// <summary>The one place that says how a commitment may go on.</summary>
public static class CommitmentLifecycle
{
    public static Lifecycle<CommitmentState, CommitmentTrigger> Rules { get; } = Declare();

    public static bool NeedsReason(CommitmentTrigger trigger) => trigger is CommitmentTrigger.Miss or CommitmentTrigger.Drop or CommitmentTrigger.Reopen;

    private static Lifecycle<CommitmentState, CommitmentTrigger> Declare()
    {
        var rules = new Lifecycle<CommitmentState, CommitmentTrigger>();
        rules.Configure(CommitmentState.Promised).Permit(CommitmentTrigger.Start, CommitmentState.UnderWay).Permit(CommitmentTrigger.Keep, CommitmentState.Kept)
            .Permit(CommitmentTrigger.Miss, CommitmentState.Missed).Permit(CommitmentTrigger.Drop, CommitmentState.Dropped);
        rules.Configure(CommitmentState.UnderWay).Permit(CommitmentTrigger.Keep, CommitmentState.Kept).Permit(CommitmentTrigger.Miss, CommitmentState.Missed).Permit(CommitmentTrigger.Drop, CommitmentState.Dropped);
        rules.Configure(CommitmentState.Kept).Permit(CommitmentTrigger.Reopen, CommitmentState.UnderWay);
        rules.Configure(CommitmentState.Missed).Permit(CommitmentTrigger.Reopen, CommitmentState.UnderWay).Permit(CommitmentTrigger.Keep, CommitmentState.Kept);
        rules.Configure(CommitmentState.Dropped).Permit(CommitmentTrigger.Reopen, CommitmentState.UnderWay);
        return rules;
    }
}

/// <summary>What an institution said it would do: in general, for a step of the phases, for a group, or for a step of a group.</summary>
public sealed class Commitment : IInTerritory
{
    public const int Longest = 300;

    private readonly List<CommitmentEntry> _entries = [];

    private Commitment() { }

    public CommitmentId Id { get; private set; }
    public AllyId AllyId { get; private set; }
    public AgreementId? AgreementId { get; private set; }
    public string Country { get; private set; } = "";
    public string? RegionCode { get; private set; }
    public string? PlaceCode { get; private set; }
    public GroupId? GroupId { get; private set; }

    /// <summary>Code of a step of the country's phases.</summary>
    public string? StepCode { get; private set; }
    public string What { get; private set; } = "";

    /// <summary>Last day, inclusive; null where none was named.</summary>
    public DateOnly? DueOn { get; private set; }
    public CommitmentState State { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<CommitmentEntry> Entries => _entries;

    public IReadOnlyList<CommitmentTrigger> Permitted => CommitmentLifecycle.Rules.PermittedFrom(State);

    /// <param name="region">Where it holds: the group's, or null for the country.</param>
    internal static Commitment Promise(CommitmentId id, Ally ally, string what, CommitmentTarget target, string? region, string? place, string author, DateTimeOffset now)
    {
        var commitment = new Commitment
        {
            Id = id, AllyId = ally.Id, Country = ally.Country, RegionCode = region, PlaceCode = place, What = what,
            AgreementId = target.Agreement, GroupId = target.Group, StepCode = target.Step, DueOn = target.DueOn,
        };
        commitment._entries.Add(new CommitmentEntry(CommitmentState.Promised, author, null, now));
        return commitment;
    }

    internal bool Move(CommitmentTrigger trigger, string author, string? reason, DateTimeOffset now)
    {
        if (!CommitmentLifecycle.Rules.TryMove(State, trigger, out var next)) return false;
        State = next;
        _entries.Add(new CommitmentEntry(next, author, reason, now));
        Version++;
        return true;
    }
}

/// <summary>What a commitment is attached to, and its last day. Anything may be missing.</summary>
public sealed record CommitmentTarget(GroupId? Group = null, string? Step = null, AgreementId? Agreement = null, DateOnly? DueOn = null);

/// <summary>One state a commitment came to. Never changed once written.</summary>
public sealed class CommitmentEntry
{
    private CommitmentEntry() { }

    internal CommitmentEntry(CommitmentState state, string author, string? reason, DateTimeOffset at) => (State, Author, Reason, At) = (state, author, reason, at);

    public long Id { get; private set; }
    public CommitmentState State { get; private set; }

    /// <summary>Staff id.</summary>
    public string Author { get; private set; } = "";
    public string? Reason { get; private set; }
    public DateTimeOffset At { get; private set; }
}
