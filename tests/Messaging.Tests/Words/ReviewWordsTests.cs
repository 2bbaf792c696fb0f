using CoopAssistant.Messaging.Words;
using static CoopAssistant.Messaging.Tests.Words.WordsHouse;

namespace CoopAssistant.Messaging.Tests.Words;

public sealed class ReviewWordsTests
{
    public static TheoryData<string, string, bool> BadTexts => new()
    {
        { "menu.greet", "Hola, bienvenida.", true }, // says {nombre} no more
        { "menu.greet", "Hola {nombr}, esto es {programa}.", true },
        { "menu.greet", "Hola {nombre, bienvenida.", true },
        { "menu.greet", "Hola {nombre}, su {documento}.", true }, // has no neutral word
        { "menu.title", "", true },
        { "menu.title", new string('a', 601), true },
        { "menu.go", "Una opción que es demasiado larga", true },
        { "menu.title", "1. Uno\n2. Dos", false },
        { "menu.title", "Le garantizamos que entra.", false },
    };

    [Theory]
    [MemberData(nameof(BadTexts))]
    public async Task A_text_that_would_harm_is_stopped_or_warned_of(string name, string text, bool stops)
    {
        await using var house = await Open();

        var concerns = await house.Review(new(WordsKind.Text, name, ""), new WordsText.Said([text]));

        Assert.Contains(concerns, concern => concern.Stops == stops && concern.Anchor == "texto-1");
        Assert.Equal(stops ? PublishWordsResult.Stopped : PublishWordsResult.Warned, await house.Publish(new(WordsKind.Text, name, "")));
        if (!stops) Assert.Equal(PublishWordsResult.Published, await house.Publish(new(WordsKind.Text, name, ""), despiteWarnings: true));
    }

    [Fact]
    public async Task A_good_text_raises_nothing()
    {
        await using var house = await Open();

        Assert.Empty(await house.Review(Greet, new WordsText.Said(["Buenos días, {nombre}. Le habla {programa}."])));
        Assert.Empty(await house.Review(Sorry, new WordsText.Said(["Perdón.", "Otra vez.", "Escriba un número."])));
    }

    [Fact]
    public async Task A_way_of_asking_that_another_answer_has_is_named_with_it()
    {
        await using var house = await Open();

        var concerns = await house.Review(Age, new WordsText.Answer("¿Desde qué edad?", ["desde que edad", "¿Cuánto cuesta?", "soy mayor", "Soy mayor"], "Desde los 18 años.", false, null));

        Assert.Contains(concerns, concern => concern.Stops && concern.What.Contains("«¿Cuánto cuesta?» ya está en «¿Hay que pagar?»", StringComparison.Ordinal));
        Assert.Contains(concerns, concern => concern.Stops && concern.What.Contains("«soy mayor» está dos veces", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unconfirmed_answer_advises_to_confirm_and_has_a_day()
    {
        await using var house = await Open();

        var concerns = await house.Review(Cost, new WordsText.Answer("¿Hay que pagar?", ["cuanto cuesta"], "Es gratis.", true, null));

        Assert.Contains(concerns, concern => concern is { Stops: true, Anchor: "respuesta" } && concern.What.Contains("{confirme}", StringComparison.Ordinal));
        Assert.Contains(concerns, concern => concern is { Stops: true, Anchor: "revision" });
    }

    [Fact]
    public async Task An_answer_too_long_once_filled_and_one_with_unknown_words_are_stopped()
    {
        await using var house = await Open();

        Assert.Contains(await house.Review(Age, new WordsText.Answer("¿Edad?", ["edad"], new string('a', 290) + " {oficina}", false, null)), concern => concern.What.Contains("caben 300", StringComparison.Ordinal));
        Assert.Contains(await house.Review(Cost with { Country = "BO" }, new WordsText.OwnAnswer("Vaya a {ofisina}. {confirme}")), concern => concern.What.Contains("{ofisina} no es un dato", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("12", false)]
    [InlineData("llame al 182", false)]
    [InlineData("18+2", false)]
    [InlineData("182", true)]
    [InlineData("+507 800-0016", true)]
    public async Task Violence_always_has_a_line_with_a_number_of_the_right_shape(string number, bool isGood)
    {
        await using var house = await Open();
        var lines = (WordsText.Emergency)(await house.Read(Panama)).Published!;

        var concerns = await house.Review(Panama, lines with { Lines = [new("mujer", "Línea de la mujer", number, "gratis", false, null)] });

        Assert.Equal(!isGood, concerns.Any(concern => concern is { Stops: true, Anchor: "linea-1" }));
    }

    [Fact]
    public async Task Emergency_lines_need_a_day_and_a_new_line_gets_its_own_name()
    {
        await using var house = await Open();
        var lines = (WordsText.Emergency)(await house.Read(Panama)).Published!;

        Assert.Contains(await house.Review(Panama, lines with { Review = null }), concern => concern is { Stops: true, Anchor: "revision" });
        Assert.Equal(PublishWordsResult.Published, await house.Publish(Panama, lines with { Lines = [.. lines.Lines, EmergencyText.New with { Name = "Cruz Roja", Number = "455" }, EmergencyText.New] }));

        var published = (WordsText.Emergency)(await house.Read(Panama)).Published!;
        Assert.Equal(lines.Lines.Count + 1, published.Lines.Count);
        Assert.Equal("linea-1", published.Lines[^1].Code);
    }

    [Fact]
    public async Task An_office_keeps_a_name_and_a_phone_is_a_phone()
    {
        await using var house = await Open();

        var concerns = await house.Review(Cocle, new WordsText.Office("", "", "", "no hay", "", true, null));

        Assert.Equal(["nombre", "revision", "telefono"], concerns.Where(concern => concern.Stops).Select(concern => concern.Anchor).Order(StringComparer.Ordinal));
    }
}
