using CoopAssistant.Programme.Forms;

namespace CoopAssistant.Programme.Tests.Forms;

public class FormProgressTests
{
    [Fact]
    public void Progress_is_the_same_after_save_and_load()
    {
        var progress = new FormProgress
        {
            Form = "registro", Mode = FormMode.ChoosingPlace, Question = "distrito", Refusals = 2, IsCorrecting = true, IsCancelling = true,
            Offered = ["PA-2.anton"], Pending = "antón «x»", TouchedOn = new DateOnly(2026, 3, 10),
            Answers = new Dictionary<string, FormAnswer?>
            {
                ["nombres"] = FormAnswer.Given("María \"Ñ\" 🌸"), ["provincia"] = FormAnswer.Given("PA-2") with { Typed = "cocle" },
                ["distrito"] = FormAnswer.InOwnWords("allá"), ["documento"] = FormAnswer.Later, ["grupo_personas"] = FormAnswer.LeftOut,
            },
        };

        var loaded = FormProgress.FromJson(StoredJson.Text(progress, FormProgress.Write))!;

        Assert.Equal(progress.Answers, loaded.Answers);
        Assert.Equal(progress.Offered, loaded.Offered);
        Assert.Equal(progress with { Answers = loaded.Answers, Offered = loaded.Offered }, loaded);
    }

    [Fact]
    public void Progress_is_written_small()
    {
        var progress = new FormProgress
        {
            Form = "registro", Question = "distrito", TouchedOn = new DateOnly(2026, 3, 10),
            Answers = new Dictionary<string, FormAnswer?> { ["nombres"] = FormAnswer.Given("María"), ["provincia"] = FormAnswer.Given("PA-2") with { Typed = "cocle" }, ["documento"] = FormAnswer.Later },
        };

        var json = StoredJson.Text(progress, FormProgress.Write);

        Assert.Equal("""{"f":"registro","q":"distrito","a":{"nombres":"María","provincia":["PA-2","cocle"],"documento":1},"d":"2026-03-10"}""", json);
    }

    /// <summary>Written by the first release. It must be read by every later one.</summary>
    [Fact]
    public void Progress_of_the_first_release_is_read()
    {
        const string Old = """{"f":"registro","m":1,"q":"distrito","a":{"nombres":"Ana","provincia":["PA-4","chiri"],"apellidos":"Gómez","nacimiento":"1990","documento":1,"grupo_personas":0,"otro":{"w":"allá"}},"r":1,"o":["PA-4.david"],"p":"davi","d":"2026-03-10"}""";

        var read = FormProgress.FromJson(Old)!;

        Assert.Equal(FormMode.ChoosingPlace, read.Mode);
        Assert.Equal("chiri", read.Answers["provincia"]!.Typed);
        Assert.Equal(FormAnswer.Later, read.Answers["documento"]);
        Assert.Equal(FormAnswer.LeftOut, read.Answers["grupo_personas"]);
        Assert.Equal(FormAnswer.InOwnWords("allá"), read.Answers["otro"]);
        Assert.Equal(["PA-4.david"], read.Offered);
    }

    [Fact]
    public void What_a_newer_release_added_is_passed_over_and_asked_again()
    {
        const string New = """{"f":"registro","m":0,"q":"nombres","zz":{"deep":[1]},"a":{"nombres":{"v":2},"apellidos":true,"x":7},"d":"2026-03-10"}""";

        var read = FormProgress.FromJson(New)!;

        Assert.Null(read.Answers["nombres"]);
        Assert.Null(read.Answers["apellidos"]);
        Assert.IsType<FormMove.Ask>(new FormPlayer(TestForms.Registration, TestForms.Around()).Start(read));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("{"), InlineData("[]"), InlineData("nonsense"), InlineData("""{"a":5}"""), InlineData("""{"a":null}"""), InlineData("null"), InlineData("""{"d":"never"}""")]
    public void What_cannot_be_read_is_no_progress(string? json)
    {
        var read = FormProgress.FromJson(json);

        Assert.Null(read);
    }
}
