using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Bot.Tests.WhatsApp;

public class WhatsAppRenderingTests
{
    private const string Base = "https://chat.example.coop";

    [Fact]
    public void Options_are_numbered_lines_after_a_blank_line()
    {
        var bubbles = WhatsAppRendering.Render("¿Qué desea hacer?", Choice("Registrarme", "Ver mi estado"), Base);

        Assert.Equal([new Bubble("¿Qué desea hacer?\n\n1. Registrarme\n2. Ver mi estado", null)], bubbles);
    }

    [Theory]
    [InlineData("Su folio es **PA-123**.", "Su folio es *PA-123*.")]
    [InlineData("__Ojo__ y **más ojo**", "*Ojo* y *más ojo*")]
    [InlineData("2 ** 3 y * suelto", "2 ** 3 y * suelto")]
    public void Markdown_bold_becomes_whatsapps(string markdown, string expected)
    {
        var bubbles = WhatsAppRendering.Render(markdown, new MessageExtras(), Base);

        Assert.Equal(expected, Assert.Single(bubbles).Body);
    }

    [Fact]
    public void A_long_text_is_cut_after_a_sentence()
    {
        var sentence = "Esta es una frase con palabras y ñ. ";
        var text = string.Concat(Enumerable.Repeat(sentence, 100)).Trim();

        var bubbles = WhatsAppRendering.Render(text, new MessageExtras(), Base);

        Assert.All(bubbles, b => Assert.InRange(b.Body.Length, 1, WhatsAppRendering.MaxBody));
        Assert.All(bubbles, b => Assert.EndsWith(".", b.Body));
        Assert.Equal(text, string.Join(' ', bubbles.Select(b => b.Body)));
    }

    [Fact]
    public void Even_a_text_without_any_pause_keeps_its_characters_whole()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("😀", 1700));

        var bubbles = WhatsAppRendering.Render(text, new MessageExtras(), Base);

        Assert.Equal(text, string.Concat(bubbles.Select(b => b.Body)));
        Assert.All(bubbles, b => Assert.InRange(b.Body.Length, 1, WhatsAppRendering.MaxBody));
        Assert.All(bubbles, b => Assert.False(char.IsHighSurrogate(b.Body[^1])));
    }

    [Fact]
    public void An_image_carries_its_text_and_a_document_comes_after_it()
    {
        var image = new MessageExtras { Media = new OutgoingMedia("/media/a.jpg", "image/jpeg", "a") };
        var document = new MessageExtras { Media = new OutgoingMedia("https://files.example/c.pdf", "application/pdf", "c") };

        Assert.Equal([new Bubble("Mire", Base + "/media/a.jpg")], WhatsAppRendering.Render("Mire", image, Base));
        Assert.Equal([new Bubble("Mire", null), new Bubble("", "https://files.example/c.pdf")], WhatsAppRendering.Render("Mire", document, Base));
    }

    private static MessageExtras Choice(params string[] labels) => new() { Options = [.. labels.Select(l => new Option(l, l))] };
}
