using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Writing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Tests.Writing;

public sealed class PublishLessonTests
{
    [Fact]
    public async Task A_draft_is_hers_until_it_is_published_as_a_new_version()
    {
        await using var desk = await WritersDesk.Open();
        var old = desk.Published.Find("1.1", "PA")!;

        await desk.Write(WritersDesk.FirstMessage("Anote lo que entra hoy."));
        Assert.Equal("Anote la plata que entra.", desk.Published.Find("1.1", "PA")!.Messages[0].Text);
        var result = await desk.Publish();

        Assert.Equal(PublishResult.Published, result);
        Assert.Equal("Anote lo que entra hoy.", desk.Published.Find("1.1", "PA")!.Messages[0].Text);
        Assert.Equal("Anote la plata que entra.", (await desk.House.Shelf.Version(old.VersionId, default))!.Messages[0].Text);
        var text = await desk.Text();
        Assert.Equal((false, 2, "ana"), (text.IsDraft, text.Published!.Number, text.Published.By));
    }

    [Fact]
    public async Task Two_editors_on_one_draft_get_a_conflict_and_nothing_is_overwritten()
    {
        await using var desk = await WritersDesk.Open();
        var (anas, beas) = (await desk.Text(), await desk.Text());

        var ana = await desk.Save(anas, WritersDesk.FirstMessage("De Ana."), "ana");
        var bea = await desk.Save(beas, WritersDesk.FirstMessage("De Bea."), "bea");

        Assert.Equal((SaveDraftResult.Saved, SaveDraftResult.Conflict), (ana, bea));
        Assert.Equal("De Ana.", (await desk.Text()).Text.Messages[0]);
    }

    [Fact]
    public async Task Many_editors_at_once_leave_one_draft_of_one_of_them()
    {
        await using var desk = await WritersDesk.Open();
        var seen = await desk.Text();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => desk.Save(seen, WritersDesk.FirstMessage($"De {n}."), $"editora {n}"))));

        Assert.Equal(1, results.Count(result => result == SaveDraftResult.Saved));
        Assert.Equal(1, (await desk.Text()).DraftVersion);
    }

    [Fact]
    public async Task A_draft_cannot_be_begun_on_a_screen_older_than_what_is_published()
    {
        await using var desk = await WritersDesk.Open();
        var old = await desk.Text();
        await desk.Write(WritersDesk.FirstMessage("Otra cosa."));
        await desk.Publish();

        Assert.Equal(SaveDraftResult.Conflict, await desk.Save(old, WritersDesk.FirstMessage("De una pantalla vieja.")));
    }

    [Fact]
    public async Task What_was_saved_since_the_screen_was_shown_is_not_published()
    {
        await using var desk = await WritersDesk.Open();
        var seen = await desk.Write(WritersDesk.FirstMessage("Lo que Ana vio."));
        await desk.Write(WritersDesk.FirstMessage("Lo que Bea escribió después."), by: "bea");

        var result = await desk.House.Call<PublishLesson, PublishResult>(publish => publish.Handle(
            new(WritersDesk.Course, "1.1", new Dictionary<string, int> { [""] = seen.DraftVersion }, true, "ana"), default));

        Assert.Equal(PublishResult.Conflict, result);
        Assert.Equal("Anote la plata que entra.", desk.Published.Find("1.1", "PA")!.Messages[0].Text);
    }

    [Fact]
    public async Task What_stops_stops_and_a_warning_has_to_be_read_first()
    {
        await using var desk = await WritersDesk.Open();

        await desk.Write(WritersDesk.FirstMessage(""));
        Assert.Equal(PublishResult.Stopped, await desk.Publish());
        await desk.Write(WritersDesk.FirstMessage("Anote 📒 hoy 👭."));
        Assert.Equal(PublishResult.Warned, await desk.Publish(despiteWarnings: false));
        Assert.Equal(PublishResult.Published, await desk.Publish());
        Assert.Equal(PublishResult.Nothing, await desk.Publish());
    }

    [Fact]
    public async Task Going_back_publishes_the_old_text_again_and_tells_whoever_has_a_draft()
    {
        await using var desk = await WritersDesk.Open();
        var first = (await desk.Text()).Published!.Id;
        await desk.Write(WritersDesk.FirstMessage("Segundo texto."));
        await desk.Publish();
        await desk.Write(WritersDesk.FirstMessage("Un borrador."));

        var back = await desk.House.Call<RollBack, PublishResult>(roll => roll.Handle(WritersDesk.Key, first, newest: 2, "bea", default));
        var late = await desk.House.Call<RollBack, PublishResult>(roll => roll.Handle(WritersDesk.Key, first, newest: 2, "bea", default));

        Assert.Equal((PublishResult.Published, PublishResult.Conflict), (back, late));
        Assert.Equal("Anote la plata que entra.", desk.Published.Find("1.1", "PA")!.Messages[0].Text);
        var text = await desk.Text();
        Assert.Equal((true, true, 3, "Un borrador."), (text.IsDraft, text.IsOutdated, text.Published!.Number, text.Text.Messages[0]));
        Assert.Equal(PublishResult.Outdated, await desk.Publish());
    }

    [Fact]
    public async Task A_discarded_draft_is_gone_and_stays_in_the_history()
    {
        await using var desk = await WritersDesk.Open();
        desk.House.Clock.Advance(TimeSpan.FromHours(1));
        var draft = await desk.Write(WritersDesk.FirstMessage("Algo que no."));

        var gone = await desk.House.Call<DiscardDraft, bool>(discard => discard.Handle(WritersDesk.Key, draft.DraftVersion, default));

        Assert.True(gone);
        Assert.False((await desk.Text()).IsDraft);
        var history = await desk.House.Call<LessonHistory, IReadOnlyList<HistoryEntry>>(read => read.Handle(WritersDesk.Key, default));
        Assert.Contains(history[0].Lines, line => line is { Kind: DiffKind.Added, Text: "Algo que no." });
    }

    [Fact]
    public async Task The_history_says_who_changed_what()
    {
        await using var desk = await WritersDesk.Open();
        await desk.Write(WritersDesk.FirstMessage("De Ana."), by: "ana");
        desk.House.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.Write(WritersDesk.FirstMessage("De Ana, mejor."), by: "ana");
        desk.House.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.Write(WritersDesk.FirstMessage("De Bea."), by: "bea");
        await desk.Publish(by: "carla");

        var history = await desk.House.Call<LessonHistory, IReadOnlyList<HistoryEntry>>(read => read.Handle(WritersDesk.Key, default));

        Assert.Equal([("carla", 2), ("bea", 0), ("ana", 0), ("", 1)], history.Select(entry => (entry.By, entry.Number)));
        Assert.Equal([new(DiffKind.Removed, "De Ana, mejor."), new(DiffKind.Added, "De Bea.")], history[1].Lines.Where(line => line.Kind != DiffKind.Same));
        Assert.Equal([new(DiffKind.Removed, "Anote la plata que entra."), new(DiffKind.Added, "De Bea.")], history[0].Lines.Where(line => line.Kind != DiffKind.Same));
    }

    [Fact]
    public async Task A_message_that_was_taken_out_can_be_brought_back()
    {
        await using var desk = await WritersDesk.Open();
        await desk.Write(WritersDesk.FirstMessage("Un mensaje largo y bueno."));
        await desk.Write(draft => draft with { Messages = [draft.Messages[1]] });
        var before = (await desk.House.Call<LessonHistory, IReadOnlyList<HistoryEntry>>(read => read.Handle(WritersDesk.Key, default))).Where(entry => entry.EditId is not null).ElementAt(1);

        var result = await desk.House.Call<RecoverEdit, SaveDraftResult>(recover => recover.Handle(WritersDesk.Key, before.EditId!.Value, 2, "ana", default));

        Assert.Equal(SaveDraftResult.Saved, result);
        Assert.Equal(["Un mensaje largo y bueno.", "Anote la plata que sale."], (await desk.Text()).Text.Messages);
    }

    [Fact]
    public async Task Who_has_seen_what_was_published_since_goes_on_with_her_draft()
    {
        await using var desk = await WritersDesk.Open();
        var first = (await desk.Text()).Published!.Id;
        await desk.Write(WritersDesk.FirstMessage("Segundo texto."));
        await desk.Publish();
        var draft = await desk.Write(WritersDesk.FirstMessage("Un borrador."));
        await desk.House.Call<RollBack>(roll => roll.Handle(WritersDesk.Key, first, 2, "bea", default));

        Assert.True(await desk.House.Call<GoOnWithDraft, bool>(goOn => goOn.Handle(WritersDesk.Key, draft.DraftVersion, default)));

        Assert.Equal(PublishResult.Published, await desk.Publish());
        Assert.Equal("Un borrador.", desk.Published.Find("1.1", "PA")!.Messages[0].Text);
    }

    [Fact]
    public async Task A_country_gets_a_text_of_its_own_and_the_others_keep_theirs()
    {
        await using var desk = await WritersDesk.Open();

        await desk.House.Call<AddVariant, bool>(add => add.Handle(WritersDesk.Key, "BO", "ana", default));
        var bolivian = await desk.Write(WritersDesk.FirstMessage("En Bolivia se anota así."), WritersDesk.Key with { Country = "BO" });
        await desk.Publish();

        Assert.Equal("m1/1.1-caja.bo.md", bolivian.File);
        Assert.Equal("En Bolivia se anota así.", desk.Published.Find("1.1", "BO")!.Messages[0].Text);
        Assert.Equal("Anote la plata que entra.", desk.Published.Find("1.1", "PA")!.Messages[0].Text);
    }

    [Fact]
    public async Task A_published_draft_is_the_file_a_pack_would_hold()
    {
        await using var desk = await WritersDesk.Open();
        await desk.Write(draft => draft with { Messages = ["  Una línea.  \r\nOtra.\r\n", "Segundo."], TellsLaw = true, Review = new DateOnly(2027, 2, 28) });
        await desk.Publish();

        await desk.House.Call<CoursesDb>(async db =>
        {
            var source = (await db.LessonVersions.OrderBy(v => v.Id).LastAsync()).Source;
            Assert.StartsWith("---\nid: \"1.1\"\ntitle: La caja\nminutes: 5\nreview: 2027-02-28\nfacts: law\n---\nUna línea.\nOtra.\n\n---\n\nSegundo.\n\n## Entra 5", source, StringComparison.Ordinal);
        });
    }
}
