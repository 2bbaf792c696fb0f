using System.Globalization;

namespace CoopAssistant.Benchmarks.Filling.Whole;

/// <summary>Two meetings of most groups, with those invited: held, some cancelled, and those of the coming weeks.</summary>
internal static class Meetings
{
    public static readonly string[] Tables = ["meetings", "meeting_guests", "meeting_entries"];

    public static async Task Write(FastFill fill, Span span, IReadOnlyList<Circle> circles)
    {
        var meetings = circles.Where(c => c.State != Circle.Dissolved || c.G % 2 == 0).SelectMany(c => new[] { 0, 1 }.Select(nth => (c, m: (c.G * 2) + nth))).ToList();
        var last = circles.Count * 2;
        DateTime At(int m) => span.At(m, last).AddDays(21).AddHours(m % 6);
        int StateOf(int m) => At(m) > span.Until ? 0 : m % 15 == 0 ? 9 : m % 40 == 1 ? 0 : 1;
        await fill.Write(
            "meetings", "id, country, region_code, place_code, group_id, community_id, kind, topic, starts_at, ends_at, venue, capacity, institution, course_minutes, is_prior_course, offers_childcare, state, code, attendance_taken_at, changed_at, version",
            meetings.Select(x => new object?[]
            {
                Span.Id(3, x.m), x.c.First.Country, x.c.First.Region, x.c.First.Place, x.c.Id, null, x.m % 4, "Cuentas claras", At(x.m), At(x.m).AddHours(2), "Casa comunal", 30, null, x.m % 4 == 2 ? 120 : 0, false, true, StateOf(x.m),
                (x.m % 100_000).ToString("D5", CultureInfo.InvariantCulture), StateOf(x.m) == 1 ? At(x.m).AddHours(3) : null, At(x.m).AddDays(-5), 3,
            }));
        await fill.Write("meeting_guests", "meeting_id, participant_id, is_listed, listed_at, answer, needs, answered_at, told_at, reminder_settled_at, attended_at, attended_by", meetings.SelectMany(x => x.c.Women.Select((w, nth) => new object?[]
        {
            Span.Id(3, x.m), w.Id, true, At(x.m).AddDays(-6), nth % 4 == 3 ? 0 : nth % 5 == 4 ? 3 : 1, nth % 3, At(x.m).AddDays(-4), At(x.m).AddDays(-6), null, StateOf(x.m) == 1 && nth % 4 != 3 ? At(x.m).AddMinutes(5) : null, StateOf(x.m) == 1 && nth % 4 != 3 ? 0 : null,
        })));
        await fill.Write("meeting_entries", "kind, participant_id, detail, author, reason, at, meeting_id", meetings.SelectMany(x => new[] { 0, 6, 10 }.Where(kind => kind < 10 || StateOf(x.m) == 1).Select(kind => new object?[]
        {
            kind, null, kind == 0 ? null : "8", Span.Colleague(x.m), null, At(x.m).AddDays(kind == 10 ? 0 : -6), Span.Id(3, x.m),
        })));
    }
}
