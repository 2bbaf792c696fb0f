using CoopAssistant.Programme.Figures;

namespace CoopAssistant.Programme.Tests.Figures;

public sealed class MonthsTests
{
    private static readonly TimeZoneInfo Panama = TimeZoneInfo.FindSystemTimeZoneById("America/Panama");

    [Fact]
    public void A_month_begins_at_midnight_of_its_country()
    {
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 5, 0, 0, TimeSpan.Zero), Months.Begins(new DateOnly(2027, 3, 1), Panama));
        Assert.Equal(new DateOnly(2027, 2, 1), Months.Of(new DateTimeOffset(2027, 3, 1, 4, 59, 59, TimeSpan.Zero), Panama));
        Assert.Equal(new DateOnly(2027, 3, 1), Months.Of(new DateTimeOffset(2027, 3, 1, 5, 0, 0, TimeSpan.Zero), Panama));
    }

    [Theory]
    [InlineData("America/Asuncion")]
    [InlineData("America/Havana")]
    [InlineData("Europe/Madrid")]
    public void Every_month_begins_where_the_one_before_ends_also_with_summer_time(string zone)
    {
        var there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        foreach (var month in Months.Between(new(2015, 1, 1), new(2030, 12, 1)))
        {
            var begins = Months.Begins(month, there);
            Assert.Equal(month, Months.Of(begins, there));
            Assert.Equal(month.AddMonths(-1), Months.Of(begins.AddSeconds(-1), there));
        }
    }

    [Theory]
    [InlineData("2026-10", 2026, 10)]
    [InlineData("2026-13")]
    [InlineData("1999-12")]
    [InlineData("2026-1")]
    [InlineData("octubre")]
    [InlineData(null)]
    public void Addresses_name_months_or_nothing(string? text, int year = 0, int month = 0) => Assert.Equal(year == 0 ? null : new DateOnly(year, month, 1), Months.Read(text));

    [Fact]
    public void Waits_fall_into_bands_without_gaps()
    {
        foreach (var bands in new[] { WaitBands.Days, WaitBands.Minutes })
            for (var took = 0; took < 2000; took++)
            {
                var (from, until) = bands.Find(bands.CodeOf(took))!.Value;
                Assert.True(took >= from && (until is null || took < until));
            }
        Assert.Null(WaitBands.Days.Find(WaitBands.None));
    }
}
