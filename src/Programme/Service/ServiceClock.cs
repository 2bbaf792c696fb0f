using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Service;

/// <summary>An office's working time and what it promises in it.</summary>
/// <param name="IsConfirmed">Staff said the hours, or the country's were confirmed: she may be told without "confirm it".</param>
public sealed record ServiceClock(ProgrammePack Pack, Office Office, OfficeCalendar Calendar, ServiceTarget Answer, ServiceTarget Review, bool IsConfirmed)
{
    /// <summary>Somebody answers for the office. Where nobody does, what passes the target comes before administration at once.</summary>
    public bool HasDirector { get; init; } = true;

    public ServiceTarget TargetOf(ServiceKind kind) => kind == ServiceKind.Answer ? Answer : Review;

    /// <summary>How something that waits stands against the clock.</summary>
    public Standing Read(ServiceKind kind, DateTimeOffset since, DateTimeOffset now)
    {
        var (target, worked) = (TargetOf(kind), Calendar.Worked(since, now));
        return new(target.Target - worked, Calendar.After(since, target.Target), worked >= target.Target ? worked >= LimitOf(kind, ServiceLevel.Administrator) ? ServiceLevel.Administrator : ServiceLevel.Director : null, Calendar.IsOpenAt(now));
    }

    /// <summary>What waits since then or longer is late; the beginning of time where nothing can be.</summary>
    public DateTimeOffset LateSince(ServiceKind kind, ServiceLevel level, DateTimeOffset now) => Calendar.Before(now, LimitOf(kind, level)) ?? DateTimeOffset.UnixEpoch;

    /// <summary>What waits since then or longer comes before who has this level; before no director where there is none.</summary>
    public DateTimeOffset ShownSince(ServiceKind kind, ServiceLevel level, DateTimeOffset now) =>
        level == ServiceLevel.Director && !HasDirector ? DateTimeOffset.UnixEpoch : LateSince(kind, level, now);

    private TimeSpan LimitOf(ServiceKind kind, ServiceLevel level) => TargetOf(kind).Of(HasDirector ? level : ServiceLevel.Director);

    /// <param name="Left">Working time until the target; negative once it passed.</param>
    /// <param name="Due">When the target passes or passed; null where that is years away.</param>
    /// <param name="Late">Null in time.</param>
    /// <param name="IsRunning">The office is open now.</param>
    public sealed record Standing(TimeSpan Left, DateTimeOffset? Due, ServiceLevel? Late, bool IsRunning);
}
