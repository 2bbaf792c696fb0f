namespace CoopAssistant.Courses.Reminders;

/// <summary>
/// She asked to be reminded of her lessons on this contact: at her hour, at most once a week, and no more after two that she left
/// unanswered. One for each contact. When the last one was stays known, so that no and yes again brings none too soon.
/// </summary>
public sealed class Reminder
{
    /// <summary>Left unanswered as often, it ends.</summary>
    public const int MostUnanswered = 2;

    /// <summary>From one to the next.</summary>
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

    /// <summary>When the next one falls due; null where she wants none, or it ended.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>When she was last reminded; null before the first.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>Reminders in a row after which she wrote nothing.</summary>
    public int Unanswered { get; private set; }
    public int Version { get; private set; }

    public static Reminder Begin(long contactId) => new() { ContactId = contactId };

    /// <summary>She says yes, or chooses another hour: the next one comes a week later.</summary>
    /// <param name="zone">Her country's.</param>
    public void At(int hour, string country, TimeZoneInfo zone, DateTimeOffset now)
    {
        (Hour, Country, Unanswered) = (hour, country, 0);
        MoveTo(AtHer(zone, now + Pause));
    }

    /// <summary>Whether it may go out now: an outage must not make it ring at night.</summary>
    public bool IsHerTime(TimeZoneInfo zone, DateTimeOffset now)
    {
        var since = TimeZoneInfo.ConvertTime(now, zone).TimeOfDay - TimeSpan.FromHours(Hour);
        return since >= TimeSpan.Zero && since < LatestAfterHour;
    }

    /// <summary>One falls due. Where she has written since the last, that one counts as answered.</summary>
    /// <param name="lastWrote">When she last wrote.</param>
    /// <returns>False where the last two went unanswered: it ends.</returns>
    public bool FallsDue(DateTimeOffset lastWrote)
    {
        if (LastAt is { } last && lastWrote > last) Unanswered = 0;
        if (Unanswered < MostUnanswered) return true;
        End();
        return false;
    }

    /// <summary>She was reminded.</summary>
    public void Reminded(TimeZoneInfo zone, DateTimeOffset now)
    {
        Unanswered++;
        LastAt = now;
        PutOff(zone, now);
    }

    /// <summary>A week later, counted from the hour it was due: a minute's delay must not shift every week by a day.</summary>
    public void PutOff(TimeZoneInfo zone, DateTimeOffset now) => MoveTo(AtHer(zone, (NextAt is { } due && now - due < LatestAfterHour ? due : now) + Pause));

    /// <summary>Its time was missed, or she is busy writing: at her next hour.</summary>
    public void WaitForHerTime(TimeZoneInfo zone, DateTimeOffset now) => MoveTo(AtHer(zone, now));

    /// <summary>She wants none, or there is nothing left to be reminded of.</summary>
    public void End() => MoveTo(null);

    private void MoveTo(DateTimeOffset? next)
    {
        NextAt = next;
        Version++;
    }

    /// <summary>Her hour on that day, or the day after where it is past.</summary>
    private DateTimeOffset AtHer(TimeZoneInfo zone, DateTimeOffset day)
    {
        var local = TimeZoneInfo.ConvertTime(day, zone);
        var hour = new DateTimeOffset(local.Date.AddHours(Hour), local.Offset);
        return hour < local ? hour.AddDays(1) : hour;
    }
}
