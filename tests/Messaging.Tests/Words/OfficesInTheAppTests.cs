using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Testing;
using static CoopAssistant.Messaging.Tests.Words.WordsHouse;

namespace CoopAssistant.Messaging.Tests.Words;

/// <summary>Offices that open and close without anybody touching a file.</summary>
public sealed class OfficesInTheAppTests
{
    private static readonly WordsKey Santiago = new(WordsKind.Office, "santiago", "PA");
    private static readonly WordsKey Veraguas = new(WordsKind.Office, "veraguas", "PA");
    private static readonly WordsKey LaPaz = new(WordsKind.Office, "la-paz", "BO");
    private static readonly WordsText.Office New = new("la oficina de Santiago", "Santiago", "Avenida Central", "998-0000", "", false, null) { Covers = ["PA-9.santiago"] };

    [Theory]
    [InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.Postgres)]
    public async Task A_new_office_answers_for_its_places_in_every_process_and_the_one_around_it_for_the_rest(DatabaseKind kind)
    {
        await using var house = await Open(kind);

        Assert.Equal(PublishWordsResult.Published, await house.Publish(Santiago, New));
        await house.Get<WordsShelf>(process: 1).Refresh(default);

        foreach (var process in new[] { 0, 1 })
        {
            var offices = house.Get<ProgrammePacks>(process).Find("PA")!.Offices;
            Assert.Equal(("santiago", "998-0000"), (offices.For("PA-9.santiago").Code, offices.For("PA-9.santiago").Phone));
            Assert.Equal("veraguas", offices.For("PA-9").Code);
        }
    }

    [Fact]
    public async Task An_office_taken_away_leaves_its_places_to_the_one_around_it_and_comes_back_from_the_history()
    {
        await using var house = await Open();
        await house.Publish(Santiago, New);

        Assert.Equal(PublishWordsResult.Published, await house.Use<PublishWords, PublishWordsResult>(publish => publish.Withdraw(Santiago, 1, "ana", default)));
        Assert.Equal(PublishWordsResult.Published, await house.Use<PublishWords, PublishWordsResult>(publish => publish.Withdraw(Veraguas, 0, "ana", default)));
        Assert.Equal("central", Answers(house, "PA-9.santiago"));
        Assert.Equal(PublishWordsResult.Published, await house.Use<PublishWords, PublishWordsResult>(publish => publish.Restore(Veraguas, 0, 1, "ana", default)));
        Assert.Equal("veraguas", Answers(house, "PA-9.santiago"));
        Assert.Equal(PublishWordsResult.Published, await house.Use<PublishWords, PublishWordsResult>(publish => publish.Restore(Santiago, 1, 2, "ana", default)));
        Assert.Equal("santiago", Answers(house, "PA-9.santiago"));
    }

    [Fact]
    public async Task The_office_that_answers_where_no_other_does_stays()
    {
        await using var house = await Open();

        Assert.Equal(PublishWordsResult.Stopped, await house.Use<PublishWords, PublishWordsResult>(publish => publish.Withdraw(new(WordsKind.Office, "central", "PA"), 0, "ana", default)));

        Assert.Null(house.Get<WordsShelf>().Current);
    }

    [Theory]
    [InlineData("", "Falta al menos un lugar")]
    [InlineData("Antonn", "«Antonn» no es un lugar de Panamá")]
    [InlineData("PA-2", "Coclé lo atiende la oficina regional de MITRADEL en Coclé")]
    public async Task An_office_without_a_place_with_an_unknown_one_or_with_that_of_another_is_stopped(string place, string concern)
    {
        await using var house = await Open();

        var concerns = await house.Review(Santiago, New with { Covers = place.Length == 0 ? [] : [place] });

        Assert.Contains(concern, Assert.Single(concerns, c => c is { Stops: true, Anchor: "lugar-1" }).What, StringComparison.Ordinal);
        Assert.Equal(PublishWordsResult.Stopped, await house.Publish(Santiago));
    }

    [Fact]
    public async Task A_place_moves_from_one_office_to_another()
    {
        await using var house = await Open();
        var este = new WordsKey(WordsKind.Office, "panama-este", "PA");
        var before = (WordsText.Office)(await house.Read(este)).Published!;

        Assert.Equal(PublishWordsResult.Published, await house.Publish(este, before with { Covers = [.. before.Covers!.Where(place => place != "PA-8.chiman")] }));
        Assert.Equal("central", Answers(house, "PA-8.chiman"));
        Assert.Equal(PublishWordsResult.Published, await house.Publish(Santiago, New with { Covers = ["PA-9.santiago", "PA-8.chiman"] }));

        Assert.Equal(("santiago", "panama-este"), (Answers(house, "PA-8.chiman"), Answers(house, "PA-8.chepo")));
    }

    [Fact]
    public async Task An_office_written_on_one_line_of_its_file_takes_a_phone_and_more_places()
    {
        await using var house = await Open();
        var before = (WordsText.Office)(await house.Read(LaPaz)).Published!;

        Assert.Equal(PublishWordsResult.Published, await house.Publish(LaPaz, before with { Phone = "2-240-0000", Address = "Calle Yanacocha, esquina Mercado", IsUnconfirmed = false }));

        var office = house.Get<ProgrammePacks>().Find("BO")!.Offices.For("BO-L");
        Assert.Equal(("la-paz", "2-240-0000", "Calle Yanacocha, esquina Mercado"), (office.Code, office.Phone, office.Address));
    }

    [Fact]
    public async Task New_and_closed_offices_travel_with_the_files_and_another_ministry_reads_the_same()
    {
        await using var house = await Open();
        await house.Publish(Santiago, New);
        await house.Use<PublishWords, PublishWordsResult>(publish => publish.Withdraw(new(WordsKind.Office, "herrera", "PA"), 0, "ana", default));
        var folder = NewFolder();
        foreach (var (file, text) in await house.Export()) Put(folder, file, text);

        await using var other = await Open();
        var result = await other.Use<ImportWords, ImportWords.Result>(import => import.Handle(folder, "ana", default));

        Assert.Empty(result.Problems);
        await other.Get<WordsShelf>().Refresh(default);
        Assert.Equal("santiago", Answers(other, "PA-9.santiago"));
        Assert.Equal("central", Answers(other, "PA-6"));
        Assert.Equal(await house.Export(), await other.Export());
        Directory.Delete(folder, recursive: true);
    }

    private static string Answers(WordsHouse house, string place) => house.Get<ProgrammePacks>().Find("PA")!.Offices.For(place).Code;
}
