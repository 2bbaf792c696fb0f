using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Messaging.Tests.Wording;

public sealed class WordingReaderTests : IDisposable
{
    private static readonly TextKey Hello = new("menu.hello", ["nombre"]);
    private static readonly TextKey Button = new("menu.button", []) { IsLabel = true };
    private static readonly TextKey Sorry = new("menu.sorry", []) { IsVaried = true };

    private static readonly CountryWords Panama = new("PA", "es-PA", new Dictionary<string, string>(StringComparer.Ordinal) { ["documento"] = "cédula" });
    private static readonly CountryWords Bolivia = new("BO", "es-BO", new Dictionary<string, string>(StringComparer.Ordinal) { ["documento"] = "carnet" });

    private readonly string _root = Directory.CreateTempSubdirectory("coop-wording-").FullName;
    private readonly PackProblems _problems = new();

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_text_is_said_with_the_words_of_her_country_and_the_values_of_the_turn()
    {
        var words = Read("""
            neutral: { documento: documento de identidad }
            menu:
              hello: Hola, {nombre}. ¿Tiene su {documento}?
              button: Sí
              sorry: [No le entendí., Disculpe.]
            """);

        Assert.Empty(_problems.InOrder());
        Assert.Equal("Hola, Ana. ¿Tiene su cédula?", words.For("PA").Say(Hello, ("nombre", "Ana")));
        Assert.Equal("Hola, Ana. ¿Tiene su carnet?", words.For("BO").Say(Hello, ("nombre", "Ana")));
        Assert.Equal("Hola, Ana. ¿Tiene su documento de identidad?", words.For(null).Say(Hello, ("nombre", "Ana")));
    }

    [Fact]
    public void A_varied_text_is_said_in_turn_and_begins_again()
    {
        var words = Read("""
            neutral: { documento: papel }
            menu: { hello: Hola, button: Sí, sorry: [uno, dos] }
            """);

        Assert.Equal(["uno", "dos", "uno"], Enumerable.Range(0, 3).Select(turn => words.Neutral.Vary(Sorry, turn)));
    }

    [Fact]
    public void A_country_may_say_a_text_in_its_own_way()
    {
        Write("es-BO", "menu: { hello: \"Buen día, {nombre}\" }");

        var words = Read("""
            neutral: { documento: papel }
            menu: { hello: "Hola, {nombre}", button: Sí, sorry: [uno] }
            """);

        Assert.Empty(_problems.InOrder());
        Assert.Equal("Buen día, Ana", words.For("BO").Say(Hello, ("nombre", "Ana")));
        Assert.Equal("Hola, Ana", words.For("PA").Say(Hello, ("nombre", "Ana")));
    }

    [Theory]
    [InlineData("hello: Hola\n  sorry: [x]", "\"button\" is missing")]
    [InlineData("hello: Hola\n  button: Sí\n  sorry: [x]\n  botton: No", "Unknown key \"botton\"")]
    [InlineData("hello: Hola {nombr}\n  button: Sí\n  sorry: [x]", "Did you mean \"nombre\"?")]
    [InlineData("hello: Hola {nombre\n  button: Sí\n  sorry: [x]", "is not closed")]
    [InlineData("hello: Hola\n  button: Un botón con demasiadas palabras\n  sorry: [x]", "at most 24")]
    [InlineData("hello: Hola\n  button: Sí\n  sorry: []", "\"sorry\" is missing")]
    [InlineData("hello: Hola\n  button: \"\"\n  sorry: [x]", "\"button\" is empty")]
    public void What_is_wrong_is_named_with_its_file_and_line(string menu, string expected)
    {
        Read($"neutral: {{ documento: papel }}\nmenu:\n  {menu}\n");

        var problem = Assert.Single(_problems.InOrder(), p => p.Message.Contains(expected, StringComparison.Ordinal));
        Assert.Equal("wording/es.yaml", problem.File);
        Assert.InRange(problem.Line, 2, 7);
    }

    [Fact]
    public void A_word_that_only_a_country_knows_needs_a_neutral_one()
    {
        Read("""
            neutral: { x: y }
            menu: { hello: "Su {documento}", button: Sí, sorry: [x] }
            """);

        Assert.Equal("{documento} has no value under \"neutral\". Give it one there, or use another word.", Assert.Single(_problems.InOrder()).Message);
    }

    [Fact]
    public void A_misspelt_value_is_named_once_with_the_one_that_was_meant()
    {
        Read("""
            neutral: { documento: papel }
            menu:
              hello: Hola, {nonbre}. Adiós, {nonbre}.
              button: Sí
              sorry: [x]
            """);

        var problem = Assert.Single(_problems.InOrder());
        Assert.Equal("wording/es.yaml:3: {nonbre} is not known in \"menu.hello\". Did you mean \"nombre\"? Known: {nombre}, {documento}.", problem.ToString());
    }

    [Fact]
    public void A_word_of_one_country_alone_is_named_once_with_where_it_is_missing()
    {
        Write("es", """
            neutral: { documento: papel }
            menu: { hello: "Vaya al {carnet}", button: Sí, sorry: [x, "{carnet}"] }
            """);
        var peru = new CountryWords("PE", "es-PE", new Dictionary<string, string>(StringComparer.Ordinal) { ["documento"] = "DNI", ["carnet"] = "carnet" });

        new WordingReader(_root, _problems).Read("es", [Hello, Button, Sorry], [Panama, peru, Bolivia]);

        Assert.Equal("wording/es.yaml:2: {carnet} has no value under \"neutral\" and in PA and in BO. Give it one there, or use another word.", Assert.Single(_problems.InOrder()).ToString());
    }

    private SpokenWords Read(string es)
    {
        Write("es", es);
        return new WordingReader(_root, _problems).Read("es", [Hello, Button, Sorry], [Panama, Bolivia]);
    }

    private void Write(string language, string text)
    {
        Directory.CreateDirectory(Path.Combine(_root, "wording"));
        File.WriteAllText(Path.Combine(_root, "wording", language + ".yaml"), text);
    }
}
