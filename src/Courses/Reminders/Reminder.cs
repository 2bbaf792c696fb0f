namespace CoopAssistant.Courses.Reminders;

/// <summary>
/// She asked to be reminded of her lessons on this contact: at her hour, at most once a week, and no more after two that she left
/// unanswered. One for each contact; who wants none any more has no row.
/// </summary>
public sealed class Reminder
{
    /// <summary>Left unanswered as often, it ends.</summary>
    public const int MostUnanswered = 2;

    /// <summary>Least time between two.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromDays(7);

    /// <summary>How long after her hour it may still go out.</summary>
    private static readonly TimeSpan LatestAfterHour = TimeSpan.FromHours(2);

    private Reminder() { }

    /// <summary>Her contact, which is her conversation too.</summary>
    public long ContactId { get; private set; }

    /// <summary>ISO 3166-1 alpha-2: her hours are that country's.</summary>
    public string Country { get; private set; } = "";

    /// <summary>From 0 to 23, by her country's clock.</summary>
    public int Hour { get; private set; }

    /// <summary>When the next one falls due; null once it ended by itself.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>When she was last reminded; null before the first.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>Reminders in a row after which she wrote nothing.</summary>
    public int Unanswered { get; private set; }
    public int Version { get; private set; }

    public static Reminder Begin(long contactId) => new() { ContactId = contactId };

    /// <summary>She says yes, or chooses another hour: the next one comes a week after the last.</summary>
    /// <param name="zone">Her country's.</param>
    public void At(int hour, string country, TimeZoneInfo zone, DateTimeOffset now)
    {
        (Hour, Country, Unanswered) = (hour, country, 0);
        NextAt = AtHer(zone, (LastAt ?? now) + Pause, now);
        Version++;
    }

    /// <summary>Whether it may go out now: an outage must not make it ring at night.</summary>
    public bool IsHerTime(TimeZoneInfo zone, DateTimeOffset now)
    {
        var since = TimeZoneInfo.ConvertTime(now, zone).TimeOfDay - TimeSpan.FromHours(Hour);
        return since >= TimeSpan.Zero && since < LatestAfterHour;
    }

    /// <summary>One falls due. Where she has written since the last, she is counted as answering.</summary>
    /// <param name="lastWrote">When she last wrote.</param>
    /// <returns>False where the last two went unanswered: it ends.</returns>
    public bool FallsDue(DateTimeOffset lastWrote)
    {
        Version++;
        if (LastAt is { } last && lastWrote > last) Unanswered = 0;
        if (Unanswered < MostUnanswered) return true;
        NextAt = null;
        return false;
    }

    /// <summary>She was reminded.</summary>
    public void Reminded(TimeZoneInfo zone, DateTimeOffset now)
    {
        Unanswered++;
        LastAt = now;
        PutOff(zone, now);
    }

    /// <summary>A week later again.</summary>
    public void PutOff(TimeZoneInfo zone, DateTimeOffset now) => NextAt = AtHer(zone, DueAt(now) + Pause, now);

    /// <summary>Its time was missed: at her next hour.</summary>
    public void WaitForHerTime(TimeZoneInfo zone, DateTimeOffset now) => NextAt = AtHer(zone, now, now);

    /// <summary>The hour it was due, so that a minute's delay does not shift every week by a day.</summary>
    private DateTimeOffset DueAt(DateTimeOffset now) => NextAt is { } due && now - due < LatestAfterHour ? due : now;

    /// <summary>Nothing is left to be reminded of.</summary>
    public void End() => NextAt = null;

    /// <summary>Her hour on that day or the next, never before.</summary>
    private DateTimeOffset AtHer(TimeZoneInfo zone, DateTimeOffset day, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(day > now ? day : now, zone);
        var hour = new DateTimeOffset(local.Date.AddHours(Hour), zone.GetUtcOffset(local.Date.AddHours(Hour)));
        return hour < local ? hour.AddDays(1) : hour;
    }
}
