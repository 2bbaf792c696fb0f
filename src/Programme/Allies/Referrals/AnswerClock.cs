using CoopAssistant.Programme.Service;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>How a referral stands against the institution's time to answer.</summary>
/// <param name="Days">Working days that are left, or by which it is late; 0 for today.</param>
public sealed record AnswerClock(int Days, bool IsLate)
{
    /// <summary>Null where nothing runs.</summary>
    public static AnswerClock? Of(Referral referral, ServiceBook book, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(referral);
        ArgumentNullException.ThrowIfNull(book);
        return referral is { State: ReferralState.Sent, AnswerBy: { } by } ? Of(by, book.Of(referral.Country, referral.RegionCode, referral.PlaceCode)?.Calendar, now) : null;
    }

    internal static AnswerClock Of(DateTimeOffset by, OfficeCalendar? calendar, DateTimeOffset now)
    {
        var isLate = by < now;
        var (first, second) = isLate ? (by, now) : (now, by);
        return new AnswerClock(calendar?.DaysBetween(first, second) ?? (int)(second - first).TotalDays, isLate);
    }
}
