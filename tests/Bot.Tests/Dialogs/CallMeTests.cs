using CoopAssistant.Bot.Dialogs;

namespace CoopAssistant.Bot.Tests.Dialogs;

/// <summary>Staff look for a woman only where she said when and how; see domain on violence.</summary>
public sealed class CallMeTests
{
    private static readonly string[] ToTheOffer = ["hola", "2", "1", "registro", "1", "1", "mi marido me pega", "1"];

    [Theory]
    [InlineData("no")]
    [InlineData("No quiero")]
    [InlineData("no, gracias")]
    [InlineData("ya no quiero que me llamen")]
    [InlineData("atrás")]
    [InlineData("cancelar")]
    [InlineData("después")]
    [InlineData("ahora no")]
    public async Task Who_does_not_want_it_after_all_is_left_in_peace_and_goes_on_where_she_was(string said)
    {
        using var chat = new Chat();
        await chat.Says(ToTheOffer);

        var heard = await chat.Says(said);

        Assert.Contains("no la llamaremos", heard, StringComparison.Ordinal);
        Assert.Empty(chat.LastCommit.Changes);
        Assert.Contains("¿Cómo se llama?", await chat.Says("seguir"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("al 6000-0001 de noche no, en la mañana")]
    [InlineData("no antes de las 6")]
    [InlineData("después de las 6, al teléfono de mi hermana")]
    [InlineData("mejor escríbanme aquí")]
    [InlineData("mañana")]
    public async Task Who_says_when_and_how_is_noted(string said)
    {
        using var chat = new Chat();
        await chat.Says(ToTheOffer);

        Assert.Contains("Anotado", await chat.Says(said), StringComparison.Ordinal);
        Assert.Single(chat.LastCommit.Changes);
    }

    [Fact]
    public async Task She_may_ask_for_it_again()
    {
        using var chat = new Chat();
        await chat.Says([.. ToTheOffer, "no"]);

        await chat.Says("1");

        Assert.True(Violence.IsAskingWhen(chat.State));
    }
}
