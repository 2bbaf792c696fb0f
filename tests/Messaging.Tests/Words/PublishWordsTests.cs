using CoopAssistant.Messaging.Wording;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Testing;
using Microsoft.Extensions.DependencyInjection;
using static CoopAssistant.Messaging.Tests.Words.WordsHouse;

namespace CoopAssistant.Messaging.Tests.Words;

public sealed class PublishWordsTests
{
    private static readonly TextKey TitleText = new("menu.title", []);

    [Theory]
    [InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.Postgres)]
    public async Task What_is_published_reaches_every_process_and_a_draft_none(DatabaseKind kind)
    {
        await using var house = await Open(kind);
        await house.Write(Title, new WordsText.Said(["¿Qué necesita hoy?"]));
        await house.Get<WordsShelf>(process: 1).Refresh(default);
        Assert.Null(house.Get<WordsShelf>(process: 1).Current);

        Assert.Equal(PublishWordsResult.Published, await house.Publish(Title, note: "más claro"));
        Assert.Equal(PublishWordsResult.Published, await house.Publish(Cocle, new WordsText.Office("la oficina de Coclé", "Penonomé", "", "997-0000", "", false, null)));
        await house.Get<WordsShelf>(process: 1).Refresh(default);

        var read = house.Get<WordsShelf>(process: 1).Current!;
        Assert.Equal("¿Qué necesita hoy?", read.Words.For("PA")[TitleText]);
        Assert.Equal("997-0000", house.Get<ProgrammePacks>(process: 1).Find("PA")!.Offices.All.Single(office => office.Code == "cocle").Phone);
        Assert.Equal("997-0000", house.Get<ProgrammePacks>().Find("PA")!.Offices.For("PA-2").Phone);
        var entry = (await house.Use<WordsHistory, IReadOnlyList<WordsHistoryEntry>>(async history => await history.Handle(await house.Read(Title), default)))[0];
        Assert.Equal((1, "más claro", "ana"), (entry.Number, entry.Note, entry.By));
    }

    [Fact]
    public async Task Whoever_listens_is_told_once_for_each_publication()
    {
        await using var house = await Open();
        var told = 0;
        house.Get<WordsShelf>().Follow(_ => told++);

        await house.Publish(Go, new WordsText.Said(["Adelante"]));
        await house.Get<WordsShelf>().Refresh(default);

        Assert.Equal(1, told);
    }

    [Fact]
    public async Task Two_editors_meet_in_a_conflict_and_neither_is_overwritten()
    {
        await using var house = await Open();
        var seen = await house.Read(Title);
        Assert.True(await house.Save(seen, new WordsText.Said(["De Ana"])));

        Assert.False(await house.Save(seen, new WordsText.Said(["De Bea"]), by: "bea"));

        Assert.Equal("De Ana", ((WordsText.Said)(await house.Read(Title)).Draft!).Ways.Single());
    }

    [Fact]
    public async Task A_draft_older_than_what_was_published_since_waits_until_its_editor_has_looked()
    {
        await using var house = await Open();
        await house.Publish(Title, new WordsText.Said(["Uno"]));
        var draft = await house.Write(Title, new WordsText.Said(["Dos"]));
        await house.Use<PublishWords, PublishWordsResult>(publish => publish.Restore(Title, 0, 1, "bea", default));

        Assert.Equal(PublishWordsResult.Outdated, await house.Publish(Title));
        Assert.True(await house.Use<SaveWords, bool>(save => save.GoOn(Title, draft.DraftVersion, default)));
        Assert.Equal(PublishWordsResult.Published, await house.Publish(Title));
    }

    [Fact]
    public async Task An_earlier_version_is_published_again_and_what_came_with_the_program_too()
    {
        await using var house = await Open();
        await house.Publish(Title, new WordsText.Said(["Uno"]));
        await house.Publish(Title, new WordsText.Said(["Dos"]));

        Assert.Equal(PublishWordsResult.Published, await house.Use<PublishWords, PublishWordsResult>(publish => publish.Restore(Title, 1, 2, "ana", default)));
        Assert.Equal("Uno", house.Get<WordsShelf>().Current!.Words.Neutral[TitleText]);
        Assert.Equal(PublishWordsResult.Conflict, await house.Use<PublishWords, PublishWordsResult>(publish => publish.Restore(Title, 0, 2, "bea", default)));
        Assert.Equal(PublishWordsResult.Published, await house.Use<PublishWords, PublishWordsResult>(publish => publish.Restore(Title, 0, 3, "ana", default)));

        var words = await house.Read(Title);
        Assert.False(words.IsChanged);
        Assert.Equal(4, words.Number);
        Assert.Equal("¿Qué quiere hacer?", house.Get<WordsShelf>().Current!.Words.Neutral[TitleText]);
    }

    [Fact]
    public async Task A_new_question_is_answered_and_one_taken_away_is_not()
    {
        await using var house = await Open();

        Assert.Equal(PublishWordsResult.Published, await house.Publish(new(WordsKind.Answer, "idioma", ""), new WordsText.Answer("¿En qué idioma?", ["en que idioma hablan"], "En español.", false, null)));
        Assert.Equal(PublishWordsResult.Published, await house.Use<PublishWords, PublishWordsResult>(publish => publish.Withdraw(Age, 0, "ana", default)));

        var topics = house.Get<WordsShelf>().Current!.Questions.All.Select(question => question.Topic);
        Assert.Equal(["costo", "idioma"], topics);
        Assert.Null((await house.Read(Age)).Published);
    }

    [Fact]
    public async Task A_country_may_say_it_in_its_own_way()
    {
        await using var house = await Open();

        await house.Publish(Title with { Country = "BO" }, new WordsText.Said(["¿Qué quiere, casera?"]));
        await house.Publish(Cost with { Country = "PA" }, new WordsText.OwnAnswer("En Panamá es gratis. {confirme}"));

        var edition = house.Get<WordsShelf>().Current!;
        Assert.Equal("¿Qué quiere, casera?", edition.Words.For("BO")[TitleText]);
        Assert.Equal("¿Qué quiere hacer?", edition.Words.For("PA")[TitleText]);
        Assert.StartsWith("En Panamá", edition.Questions.Find("costo")!.For("PA"));
    }

    [Fact]
    public async Task A_release_that_no_longer_takes_a_published_text_starts_without_it()
    {
        await using var house = await Open();
        await house.Publish(Title, new WordsText.Said(["Esto es {programa}."]));
        await house.Publish(Go, new WordsText.Said(["Adelante"]));
        Put(house.Folder, "wording/es.yaml", Filed.Replace("{ programa: el programa }", "{ otro: x }", StringComparison.Ordinal).Replace(", esto es {programa}", "", StringComparison.Ordinal));

        var next = house.NewProcess().GetRequiredService<WordsShelf>();
        await next.Refresh(default);

        Assert.Equal([Title], next.Current!.Unusable);
        Assert.Equal("¿Qué quiere hacer?", next.Current.Words.Neutral[TitleText]);
        Assert.Equal("Adelante", next.Current.Words.Neutral[new TextKey("menu.go", [])]);
    }
}
