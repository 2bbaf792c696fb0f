using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Service;
using CoopAssistant.Programme.Tests.Packs;

namespace CoopAssistant.Programme.Tests.Service;

public sealed class OpeningHoursTests
{
    [Theory]
    [InlineData("Monday 08:00-16:00", true)]
    [InlineData("Monday 08:00-12:00, 13:00-16:00;Saturday 09:00-11:30", true)]
    [InlineData("Monday 08:00-12:00, 11:00-16:00", false)]
    [InlineData("Monday 16:00-08:00", false)]
    [InlineData("Monday 08:00-08:00", false)]
    [InlineData("Monday 01:00-02:00, 03:00-04:00, 05:00-06:00, 07:00-08:00", false)]
    [InlineData("Lunes 08:00-16:00", false)]
    [InlineData("Monday ocho a cuatro", false)]
    [InlineData("Monday 08:00-16:00;Monday 08:00-16:00", false)]
    [InlineData("", false)]
    public void Hours_are_written_one_way_and_read_back(string text, bool isGood)
    {
        var read = OpeningHours.Read(text);

        Assert.Equal(isGood, read is not null);
        if (read is not null) Assert.Equal(text, read.Write());
    }

    [Theory]
    [InlineData("PA", 2027, "2027-01-01 2027-01-09 2027-02-08 2027-02-09 2027-03-26 2027-05-01 2027-11-03 2027-11-04 2027-11-05 2027-11-10 2027-11-28 2027-11-29 2027-12-08 2027-12-20 2027-12-25")]
    [InlineData("BO", 2028, "2028-01-01 2028-01-22 2028-02-28 2028-02-29 2028-04-14 2028-05-01 2028-06-15 2028-06-21 2028-07-16 2028-07-17 2028-08-06 2028-08-07 2028-11-02 2028-12-25")]
    public void The_shipped_holidays_fall_where_calendars_have_them(string country, int year, string expected)
    {
        var pack = ProgrammePackReader.ReadAll(ContentFolder.Shipped).Find(country)!;

        var days = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(day => day.Year == year && pack.Service.Holidays.On(day, pack.Offices.Central.Code) is not null);

        Assert.Equal(expected, string.Join(' ', days.Select(day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void The_day_of_a_department_closes_only_its_offices()
    {
        var holidays = ProgrammePackReader.ReadAll(ContentFolder.Shipped).Find("BO")!.Service.Holidays;

        Assert.Equal("Aniversario de Cochabamba", holidays.On(new DateOnly(2027, 9, 14), "cochabamba"));
        Assert.Null(holidays.On(new DateOnly(2027, 9, 14), "la-paz"));
    }
}
