using System.Text;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Programme.Forms;

namespace CoopAssistant.Bot.Tests.Turns;

public sealed class StoredStateTests
{
    [Fact]
    public void State_written_by_an_older_release_is_read_whole()
    {
        var state = StoredState.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Turns", "States", "schema-1.json")));

        Assert.NotNull(state);
        Assert.Equal((1, "BO", "qu", true, "bo-2026-03"), (state.Schema, state.Country, state.Language, state.PrefersAudio, state.ConsentVersion));
        Assert.Equal(("register", "form", 2, 2623, 1), (state.Dialog, state.Step, state.Refusals, state.LastDay, state.Failures));
        Assert.Equal(new Dictionary<string, string> { ["answer.names"] = "María José", ["proof"] = "2" }, state.Notes);
        Assert.Equal(["yes", "no"], state.OfferedValues);
        Assert.Equal(["Sí", "No"], state.OfferedLabels);
        Assert.Equal([Guid.Parse("01957f3e-7c2a-7000-8000-000000000001")], state.Participants);
        Assert.True(HasSeen(state, "SM11111111111111111111111111111111") && HasSeen(state, "SM22222222222222222222222222222222"));
        Assert.False(HasSeen(state, "SM33333333333333333333333333333333"));
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Turns", "States", "schema-1-marks.json"));

        var again = StoredState.Write(StoredState.Read(bytes)!);

        Assert.Equal(Encoding.UTF8.GetString(bytes).TrimEnd(), Encoding.UTF8.GetString(again));
    }

    /// <summary>They were notes, in JSON of their own.</summary>
    [Fact]
    public void Unfinished_forms_of_an_older_release_are_gone_on_with()
    {
        var state = StoredState.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Turns", "States", "schema-1-form-notes.json")))!;

        Assert.Equal(["contact"], state.Notes.Keys);
        Assert.Equal(("interes", "apellidos", "Ana María"), (state.Form!.Form, state.Form.Question, state.Form.Answers["nombres"]!.Value));
        Assert.Equal(("seguimiento-3", FormMode.Summary, new DateOnly(2026, 11, 2)), (state.FollowUpForm!.Form, state.FollowUpForm.Mode, state.FollowUpForm.TouchedOn));
    }

    [Fact]
    public void Unfinished_forms_read_back_the_same()
    {
        var answers = new Dictionary<string, FormAnswer?> { ["nombres"] = FormAnswer.Given("Ana \"Nena\""), ["lugar"] = FormAnswer.Given("PA-2") with { Typed = "coclé" }, ["rubros"] = null, ["cedula"] = FormAnswer.Later };
        var form = new FormProgress { Form = "interes", Question = "cedula", Answers = answers, Offered = ["PA-2"], Pending = "x", Refusals = 2, TouchedOn = new DateOnly(2026, 11, 2) };

        var again = StoredState.Read(StoredState.Write(new ConversationState { Form = form, FollowUpForm = form with { Form = "seguimiento-3" } }))!;

        Assert.Equal(answers, again.Form!.Answers);
        Assert.Equal(form with { Answers = again.Form.Answers, Offered = again.Form.Offered }, again.Form);
        Assert.Equal("seguimiento-3", again.FollowUpForm!.Form);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("{\"f\":null}")]
    [InlineData("{\"f\":\"interes\",\"a\":[{\"x\":[1]}]}")]
    public void A_form_that_cannot_be_read_leaves_the_rest_of_the_state(string form)
    {
        var state = StoredState.Read(Encoding.UTF8.GetBytes($$$"""{"schema":1,"dialog":"register","form":{{{form}}},"followUpForm":{"f":"seguimiento-3","a":{} } }"""))!;

        Assert.Equal(("register", null, "seguimiento-3"), (state.Dialog, state.Form, state.FollowUpForm!.Form));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{"schema":1,"notes":7}""")]
    [InlineData("""{"schema":2,"dialog":"register"}""")]
    public void Bytes_that_are_no_state_of_this_release_give_none(string stored)
    {
        Assert.Null(StoredState.Read(Encoding.UTF8.GetBytes(stored)));
    }

    [Fact]
    public void Member_of_a_later_release_is_passed_over()
    {
        var state = StoredState.Read("""{"schema":1,"dialog":"menu","mood":"good"}"""u8);

        Assert.Equal("menu", state?.Dialog);
    }

    [Fact]
    public void Ring_of_seen_ids_keeps_the_newest_sixteen()
    {
        var marks = "";
        for (var n = 0; n < 20; n++) marks = SeenIds.With(marks, SeenIds.MarkOf($"{n}"));

        Assert.Equal(Enumerable.Range(4, 16), Enumerable.Range(0, 30).Where(n => SeenIds.Has(marks, SeenIds.MarkOf($"{n}"))));
    }

    [Fact]
    public void Ids_alike_have_marks_of_their_own()
    {
        var ids = Enumerable.Range(0, 100_000).SelectMany(n => new[] { $"SM{n:x32}", $"wamid.{n}", $"{n}" });

        Assert.Equal(300_000, ids.Select(SeenIds.MarkOf).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>A mark found across two others would be a message lost.</summary>
    [Fact]
    public void Mark_is_found_only_where_one_begins()
    {
        var marks = SeenIds.With(SeenIds.With("", "AAAAbbbb"), "ccccAAAA");

        Assert.False(SeenIds.Has(marks, "bbbbcccc"));
        Assert.True(SeenIds.Has(marks, "ccccAAAA"));
    }

    private static bool HasSeen(ConversationState state, string id) => SeenIds.Has(state.SeenMarks, SeenIds.MarkOf(id));
}
