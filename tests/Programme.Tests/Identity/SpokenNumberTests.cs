using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Tests.Identity;

public class SpokenNumberTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("unas 12", 12)]
    [InlineData("somos como veinte", 20)]
    [InlineData("Veintidós mujeres", 22)]
    [InlineData("treinta y cuatro", 34)]
    [InlineData("cuarentaicinco o 45", 45)]
    [InlineData("una docena", 12)]
    [InlineData("dos docenas", 24)]
    [InlineData("un par", 2)]
    [InlineData("una", 1)]
    [InlineData("un grupo de 15", 15)]
    [InlineData("ciento veinte", 120)]
    [InlineData("1.200", 1200)]
    [InlineData("1,200 personas", 1200)]
    [InlineData("mil", 1000)]
    [InlineData("mil novecientos ochenta y ocho", 1988)]
    [InlineData("dos mil cinco", 2005)]
    [InlineData("007", 7)]
    public void Numbers_are_read_from_digits_and_words(string said, int number)
    {
        var first = SpokenNumber.First(said);

        Assert.Equal(number, first);
    }

    [Theory]
    [InlineData("B/. 1,250.50", 1250)]
    [InlineData("b/.300", 300)]
    [InlineData("2500bs", 2500)]
    [InlineData("Bs. 2.500,75", 2500)]
    [InlineData("$80", 80)]
    [InlineData("unos mil doscientos bolivianos", 1200)]
    [InlineData("us$1,000", 1000)]
    [InlineData("350 o 400", 350)]
    public void Amounts_are_read_with_their_signs_and_without_cents(string said, int amount) => Assert.Equal(amount, SpokenNumber.Amount(said));

    [Theory]
    [InlineData("muchas"), InlineData(""), InlineData("12345678901234"), InlineData("🔟")]
    public void What_is_no_number_stays_unread(string said)
    {
        var first = SpokenNumber.First(said);

        Assert.Null(first);
    }

    [Fact]
    public void All_numbers_come_in_the_order_she_says_them()
    {
        var numbers = SpokenNumber.All("1, 3 y cinco");

        Assert.Equal([1, 3, 5], numbers);
    }
}
