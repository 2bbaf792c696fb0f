namespace CoopAssistant.Programme.FollowUps;

/// <summary>
/// One round of questions about a cooperative, so many months after its recognition; the baseline is month 0. Its coordinator is asked in the
/// chat, at most twice, unless she says when or no; staff may write answers down at any time.
/// </summary>
public sealed class FollowUpRound
{
    private const int MostAsked = 2;
    private readonly List<FollowUpAnswer> _answers = [];

    private FollowUpRound() { }

    public long Id { get; private set; }
    public GroupId GroupId { get; private set; }

    /// <summary>Months after the recognition; unique in the group.</summary>
    public int Month { get; private set; }
    public DateOnly DueOn { get; private set; }
    public FollowUpState State { get; private set; }

    /// <summary>From this day, in the country's time, the coordinator is asked; null once that is done, or cannot be.</summary>
    public DateOnly? AskOn { get; private set; }
    public int TimesAsked { get; private set; }

    /// <summary>Who was coordinator when it was last asked, or could not be; null before.</summary>
    public ParticipantId? AskedOf { get; private set; }

    /// <summary>An answer told of a problem, and nobody has been there since.</summary>
    public bool WantsVisit { get; private set; }

    /// <summary>When the first answer came; null before.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>All that was ever answered, oldest first.</summary>
    public IReadOnlyList<FollowUpAnswer> Answers => _answers;

    /// <summary>The coordinator may answer it in the chat.</summary>
    public bool WaitsForAnswer => State is FollowUpState.Open or FollowUpState.Declined;

    /// <summary>What is not known of the baseline is noted by staff; nobody is asked for it.</summary>
    public static FollowUpRound Open(GroupId group, int month, DateOnly dueOn) => new() { GroupId = group, Month = month, DueOn = dueOn, AskOn = month == 0 ? null : dueOn };

    /// <summary>The answer that counts; null where there is none.</summary>
    public FollowUpAnswer? Current(string indicator) => _answers.FindLast(answer => answer.Indicator == indicator);

    /// <summary>The coordinator was asked just now. Once more after some days, then no more.</summary>
    public void Asked(ParticipantId coordinator, DateOnly again)
    {
        TimesAsked = coordinator == AskedOf ? TimesAsked + 1 : 1;
        (AskedOf, AskOn) = (coordinator, TimesAsked < MostAsked ? again : null);
        Version++;
    }

    /// <summary>The coordinator cannot be written to: the office asks in person.</summary>
    public void CannotBeAsked(ParticipantId coordinator)
    {
        (AskedOf, AskOn, TimesAsked) = (coordinator, null, 0);
        Version++;
    }

    /// <summary>She says that she answers another day. False where nothing is asked any more.</summary>
    public bool PutOff(DateOnly until)
    {
        if (!WaitsForAnswer) return false;
        (AskOn, TimesAsked) = (until, 0);
        Version++;
        return true;
    }

    /// <summary>She does not answer in the chat.</summary>
    public bool Decline()
    {
        if (!Move(FollowUpTrigger.Decline)) return false;
        AskOn = null;
        return true;
    }

    /// <summary>The next round is due.</summary>
    public bool Miss()
    {
        if (!Move(FollowUpTrigger.Miss)) return false;
        AskOn = null;
        return true;
    }

    /// <summary>Takes answers; those that say what is known already are passed over. To say something else than before needs a reason.</summary>
    /// <param name="values">By indicator; null where it was left out.</param>
    public FollowUpResult Answer(IReadOnlyDictionary<string, string?> values, FollowUpBy by, string? reason, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(by);
        var news = values.Where(told => Current(told.Key) is not { } known || known.Value != told.Value).ToList();
        if (news.Count == 0) return FollowUpResult.NothingNew;
        if (reason is null && news.Exists(told => Current(told.Key)?.Value is not null)) return FollowUpResult.ReasonMissing;
        foreach (var (indicator, value) in news) _answers.Add(new FollowUpAnswer(indicator, value, by, Current(indicator)?.Value is null ? null : reason, now));
        if (by.Source == FollowUpSource.Record) return FollowUpResult.Changed;
        FollowUpLifecycle.Rules.TryMove(State, FollowUpTrigger.Answer, out var next);
        (State, AskOn, AnsweredAt) = (next, null, AnsweredAt ?? now);
        Version++;
        return FollowUpResult.Changed;
    }

    /// <summary>What she told calls for somebody to come.</summary>
    internal void CallForVisit()
    {
        WantsVisit = true;
        Version++;
    }

    /// <summary>Somebody was there. False where nobody was waited for.</summary>
    public bool Visit()
    {
        if (!WantsVisit) return false;
        WantsVisit = false;
        Version++;
        return true;
    }

    private bool Move(FollowUpTrigger trigger)
    {
        if (!FollowUpLifecycle.Rules.TryMove(State, trigger, out var next)) return false;
        State = next;
        Version++;
        return true;
    }
}

public enum FollowUpResult
{
    Changed,
    NothingNew,
    NotFound,
    ReasonMissing,

    /// <summary>An answer could not be read; see what is said beside it.</summary>
    NotUnderstood,
    ChangedMeanwhile,
}
