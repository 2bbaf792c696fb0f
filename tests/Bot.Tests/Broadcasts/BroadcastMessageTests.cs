using CoopAssistant.Messaging.Broadcasts;

namespace CoopAssistant.Bot.Tests.Broadcasts;

public class BroadcastMessageTests
{
    private const string Approved = "Hola {{1}}, hay {{2}} el sábado.";

    [Fact]
    public void Gaps_are_filled_with_her_name_in_her_language_where_there_is_one()
    {
        var message = new BroadcastMessage([new("es", "HX1", Approved), new("ay", "HX2", "{{2}}, {{1}}!")], ["{nombre}", "feria"]);

        var (spanish, aymara, unknown) = (message.For("es", "Ana"), message.For("ay", "Ana"), message.For("qu", "Ana"));

        Assert.Empty(message.Faults());
        Assert.Equal(("Hola Ana, hay feria el sábado.", "HX1"), (spanish.Text, spanish.Template!.Id));
        Assert.Equal(["Ana", "feria"], spanish.Template.Variables);
        Assert.Equal(("feria, Ana!", "HX2"), (aymara.Text, aymara.Template!.Id));
        Assert.Equal("HX1", unknown.Template!.Id);
    }

    [Theory]
    [InlineData("", null, BroadcastFault.NoText)]
    [InlineData("Hola {apellido}", null, BroadcastFault.UnknownPlaceholder)]
    [InlineData("Hola {{1}}", null, BroadcastFault.UnknownPlaceholder)]
    [InlineData(Approved, "Ana", BroadcastFault.EmptyGap)]
    [InlineData(Approved, "Ana|", BroadcastFault.EmptyGap)]
    [InlineData(Approved, "Ana|una\nferia", BroadcastFault.LineInGap)]
    [InlineData(Approved, "Ana|una    feria", BroadcastFault.LineInGap)]
    public void What_would_be_refused_is_said_before(string body, string? variables, BroadcastFault expected) =>
        Assert.Contains(expected, new BroadcastMessage([new("es", variables is null ? null : "HX1", body)], variables?.Split('|') ?? []).Faults());

    [Fact]
    public void A_long_name_is_reckoned_with()
    {
        var room = BroadcastMessage.MostInText - 10;

        Assert.Empty(new BroadcastMessage([new("es", null, new string('a', room))], []).Faults());
        Assert.Equal([BroadcastFault.TooLong], new BroadcastMessage([new("es", null, new string('a', room) + "{nombre}")], []).Faults());
    }
}
