using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Tests.Identity;

public class YearOfBirthTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData("1990", 1990)]
    [InlineData("en 1990 nací", 1990)]
    [InlineData("nací en el 90", 1990)]
    [InlineData("soy del 85", 1985)]
    [InlineData("nací en el año 2003", 2003)]
    [InlineData("año 02, nací", 2002)]
    [InlineData("05", 2005)]
    [InlineData("tengo 34", 1992)]
    [InlineData("34", 1992)]
    [InlineData("34 años", 1992)]
    [InlineData("treinta y cuatro añitos", 1992)]
    [InlineData("tengo 72", 1954)]
    [InlineData("mil novecientos setenta", 1970)]
    [InlineData("12/05/1988", 1988)]
    [InlineData("12-5-88", 1988)]
    [InlineData("15 de marzo del 88", 1988)]
    [InlineData("15 de marzo de 1988", 1988)]
    [InlineData("15", 2011)]
    public void Years_dates_and_ages_are_read(string said, int year)
    {
        var born = YearOfBirth.Read(said, Today);

        Assert.Equal(year, born);
    }

    [Theory]
    [InlineData("75")] // her age, or 1975: asked again
    [InlineData("2050")]
    [InlineData("1850")]
    [InlineData("tengo 150")]
    [InlineData("hace mucho")]
    [InlineData("33 o 34")]
    [InlineData("")]
    public void What_is_not_sure_is_asked_again(string said)
    {
        var born = YearOfBirth.Read(said, Today);

        Assert.Null(born);
    }

    [Theory]
    [InlineData(2008, true)]
    [InlineData(2009, false)]
    public void She_is_an_adult_in_the_year_she_turns_eighteen(int year, bool adult)
    {
        var reached = YearOfBirth.HasReached(18, year, Today);

        Assert.Equal(adult, reached);
    }
}
