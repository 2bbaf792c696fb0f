using CoopAssistant.Messaging.Words;
using static CoopAssistant.Messaging.Tests.Words.WordsHouse;

namespace CoopAssistant.Messaging.Tests.Words;

public sealed class ExportWordsTests
{
    [Fact]
    public async Task Right_after_the_start_the_files_are_written_back_to_the_byte()
    {
        await using var house = await Open();

        var files = await house.Export();

        Assert.Equal(6, files.Count);
        Assert.All(files, file => Assert.Equal(File.ReadAllText(Path.Combine(house.Folder, file.Key)), file.Value));
    }

    [Fact]
    public async Task Only_what_was_changed_differs_and_the_rest_stays_to_the_byte()
    {
        await using var house = await Open();
        await house.Publish(Title, new WordsText.Said(["Diga: ¿qué necesita?"]));
        await house.Publish(Cost, new WordsText.Answer("¿Hay que pagar?", ["cuanto cuesta", "cobran"], "Es gratis. {confirme}", true, new(2027, 2, 28)));

        var files = await house.Export();

        Assert.Equal(Filed.Replace("title: ¿Qué quiere hacer? #", "title: \"Diga: ¿qué necesita?\" #", StringComparison.Ordinal), files["wording/es.yaml"]);
        Assert.Equal(Answers.Replace("      - es gratis\n", "      - cobran\n", StringComparison.Ordinal), files["answers/es.yaml"]);
        Assert.Equal(File.ReadAllText(Path.Combine(house.Folder, "programmes/panama/offices.yaml")), files["programmes/panama/offices.yaml"]);
    }

    [Fact]
    public async Task What_was_written_becomes_the_same_bot_in_another_database()
    {
        await using var house = await Open();
        await EditsEverything(house);
        var written = await house.Export();
        var folder = Directory.CreateTempSubdirectory("coop-moved-").FullName;
        foreach (var (file, text) in written) Put(folder, file, text);

        await using var other = await Open();
        var imported = await other.Use<ImportWords, ImportWords.Result>(import => import.Handle(folder, "", default));
        var again = await other.Use<ImportWords, ImportWords.Result>(import => import.Handle(folder, "", default));

        Assert.Empty(imported.Problems);
        Assert.True(imported.Published >= 8, $"{imported.Published} versions");
        Assert.Equal(0, again.Published);
        Assert.Equal(written, await other.Export());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Files_that_cannot_be_read_are_imported_not_at_all()
    {
        await using var house = await Open();
        var folder = NewFolder();
        Put(folder, "wording/es.yaml", Filed.Replace("{nombre}", "{nombr}", StringComparison.Ordinal).Replace("Seguir", "Adelante", StringComparison.Ordinal));

        var result = await house.Use<ImportWords, ImportWords.Result>(import => import.Handle(folder, "", default));

        Assert.Contains(result.Problems, problem => problem.Message.Contains("{nombr}", StringComparison.Ordinal));
        Assert.Equal(0, (await house.Read(Go)).Number);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_a_country_says_no_more_in_its_own_way_leaves_no_file_behind()
    {
        await using var house = await Open();
        await house.Publish(Title with { Country = "BO" }, new WordsText.Said(["¿Qué quiere?"]));
        Assert.Equal("menu:\n  title: ¿Qué quiere?\n", (await house.Export())["wording/es-BO.yaml"]);

        await house.Use<PublishWords, PublishWordsResult>(publish => publish.Withdraw(Title with { Country = "BO" }, 1, "ana", default));

        Assert.DoesNotContain("wording/es-BO.yaml", (await house.Export()).Keys);
    }

    private static async Task EditsEverything(WordsHouse house)
    {
        var lines = (WordsText.Emergency)(await house.Read(Panama)).Published!;
        (WordsKey, WordsText)[] edits =
        [
            (Title, new WordsText.Said(["Uno: \"dos\" # tres\n\n- cuatro 🙂"])),
            (Sorry, new WordsText.Said(["Sí", "No", "123"])),
            (Title with { Country = "BO" }, new WordsText.Said(["¿Qué quiere?"])),
            (Cost with { Country = "PA" }, new WordsText.OwnAnswer("En Panamá es gratis. {confirme}")),
            (Age, new WordsText.Answer("¿Edad?", ["que edad: 18?", "- edad"], "Desde los 18.\n\nSin límite.", false, new(2028, 1, 2))),
            (new(WordsKind.Answer, "idioma", ""), new WordsText.Answer("¿En qué idioma?", ["en que idioma hablan"], "En español.", false, null)),
            (Cocle, new WordsText.Office("la oficina de Coclé", "", "Calle 1: local #2", "997-0000", "Pregunte. {confirme}", true, new(2028, 1, 2))),
            (Panama, lines with { Before = "Llame ya.", Lines = [lines.Lines[0], new("", "Cruz Roja", "455", "", true, new(2028, 1, 2))], Review = new(2028, 1, 2) }),
        ];
        foreach (var (key, text) in edits) Assert.Equal(PublishWordsResult.Published, await house.Publish(key, text));
    }
}
