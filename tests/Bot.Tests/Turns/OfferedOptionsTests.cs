using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;

namespace CoopAssistant.Bot.Tests.Turns;

public sealed class OfferedOptionsTests
{
    private static readonly ConversationState Offered = new()
    {
        OfferedValues = ["register", "status", "yes"],
        OfferedLabels = ["Inscribirme", "Cómo va mi inscripción", "✅ Sí, acepto"],
    };

    [Theory]
    [InlineData("1", "register")]
    [InlineData(" 2. ", "status")]
    [InlineData("3)", "yes")]
    [InlineData("2️⃣", "status")]
    [InlineData("inscribirme", "register")]
    [InlineData("COMO VA MI INSCRIPCION", "status")]
    [InlineData("Sí, acepto", "yes")]
    [InlineData("si acepto", "yes")]
    [InlineData("status", "status")]
    [InlineData("el 1", "register")]
    [InlineData("uno", "register")]
    [InlineData("la primera", "register")]
    [InlineData("opción 2", "status")]
    [InlineData("el número dos", "status")]
    [InlineData("Tercera", "yes")]
    [InlineData("inscribrime", "register")]
    public void Number_label_and_value_mean_the_option(string typed, string value)
    {
        Assert.Equal((value, true), OfferedOptions.Read(Offered, Says(typed)));
    }

    [Theory]
    [InlineData("4", "4")]
    [InlineData("0", "0")]
    [InlineData("123", "123")]
    [InlineData("1 y 2", "1 y 2")]
    [InlineData("los dos", "los dos")]
    [InlineData("cuatro", "cuatro")]
    [InlineData("una", "una")]
    [InlineData("dos o tres", "dos o tres")]
    [InlineData("suscribirme", "suscribirme")]
    [InlineData("  quiero vender  ", "quiero vender")]
    [InlineData("👍", "👍")]
    [InlineData("", "")]
    public void Anything_else_stays_her_words(string typed, string text)
    {
        Assert.Equal((text, false), OfferedOptions.Read(Offered, Says(typed)));
    }

    [Fact]
    public void Button_wins_over_the_text()
    {
        Assert.Equal(("yes", true), OfferedOptions.Read(Offered, Says("1") with { ButtonValue = "yes" }));
    }

    [Fact]
    public void Button_of_an_older_message_counts_as_its_words()
    {
        Assert.Equal(("Más tarde", false), OfferedOptions.Read(Offered, Says("Más tarde") with { ButtonValue = "later" }));
        Assert.Equal(("later", false), OfferedOptions.Read(Offered, Says("") with { ButtonValue = "later" }));
    }

    [Fact]
    public void Options_of_the_last_reply_that_has_some_are_offered_next()
    {
        var replies = new[]
        {
            new OutgoingMessage("a") { Options = [new Option("x", "X")] },
            new OutgoingMessage("b") { Options = [new Option("y", "Y")] },
            new OutgoingMessage("c"),
        };

        var next = OfferedOptions.Keep(new ConversationState(), Offered, replies);

        Assert.Equal(["y"], next.OfferedValues);
        Assert.Equal(["Y"], next.OfferedLabels);
    }

    [Fact]
    public void Question_without_options_offers_none_and_silence_leaves_them()
    {
        Assert.Empty(OfferedOptions.Keep(Offered, Offered, [new OutgoingMessage("¿En qué año nació?")]).OfferedValues);
        Assert.Equal(Offered.OfferedValues, OfferedOptions.Keep(new ConversationState(), Offered, []).OfferedValues);
    }

    private static InboundMessage Says(string text) => new(Channel.Web, "dl_1", "1", text, default);
}
