using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Tests.Forms;

namespace CoopAssistant.Programme.Tests.FollowUps;

/// <summary>Rounds fall due on the day of the month of the recognition, whatever months lie between.</summary>
public sealed class FollowUpCalendarTests
{
    [Theory]
    [InlineData("2027-11-30", 3, "2028-02-29")]
    [InlineData("2026-11-30", 3, "2027-02-28")]
    [InlineData("2027-08-31", 6, "2028-02-29")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2028-02-29", 48, "2032-02-29")]
    [InlineData("2027-12-31", 3, "2028-03-31")]
    public void A_round_is_due_on_the_same_day_or_the_last_of_a_shorter_month(string recognised, int month, string due) =>
        Assert.Equal(DateOnly.Parse(due), FollowUpCalendar.DueOn(DateOnly.Parse(recognised), month));

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void Whatever_the_day_the_rounds_rise_and_the_next_one_is_still_to_come(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++)
        {
            var rules = Rules([.. Enumerable.Range(1, 30).Where(_ => random.Next(8) == 0).DefaultIfEmpty(random.Next(1, 40))], random.Next(1, 25));
            var recognised = new DateOnly(2000, 1, 1).AddDays(random.Next(365 * 60));
            var today = recognised.AddDays(random.Next(-40, 365 * 6));

            var due = FollowUpCalendar.Due(rules, recognised, today);
            var next = FollowUpCalendar.Next(rules, recognised, today);

            Assert.Equal(today >= recognised, due.Count > 0);
            Assert.Equal(due.Order().Distinct(), due);
            Assert.All(due.Append(next), month => Assert.Equal(month > 0, IsRound(rules, month)));
            Assert.All(due, month => Assert.True(FollowUpCalendar.DueOn(recognised, month) <= today));
            Assert.True(FollowUpCalendar.DueOn(recognised, next) > today);
            Assert.Equal(rules.Months.Where(month => FollowUpCalendar.DueOn(recognised, month) <= today), due.Where(month => month > 0 && month <= rules.Months[^1]));
            foreach (var month in due)
            {
                var on = FollowUpCalendar.DueOn(recognised, month);
                Assert.Equal((recognised.Year * 12) + recognised.Month + month, (on.Year * 12) + on.Month);
                Assert.Equal(Math.Min(recognised.Day, DateTime.DaysInMonth(on.Year, on.Month)), on.Day);
            }
        }
    }

    private static bool IsRound(FollowUpRules rules, int month) =>
        rules.Months.Contains(month) || (month > rules.Months[^1] && (month - rules.Months[^1]) % rules.ThenEvery == 0);

    private static FollowUpRules Rules(IReadOnlyList<int> months, int every) => new("seguimiento", "Seguimiento", months, every, 21, 9, 3, 7, new("", ""), []) { Words = TestForms.Registration.Words };
}
