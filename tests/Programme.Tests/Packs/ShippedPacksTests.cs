using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Tests.Packs;

public sealed class ShippedPacksTests
{
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(ContentFolder.Shipped);

    private static ProgrammePack Panama => Packs.Find("PA")!;
    private static ProgrammePack Bolivia => Packs.Find("BO")!;

    [Fact]
    public void Shipped_programmes_have_no_problem()
    {
        Assert.True(Packs.IsClean, string.Join('\n', Packs.Problems));
        Assert.Equal(["BO", "PA"], Packs.All.Select(pack => pack.Country.Code));
    }

    [Fact]
    public void Shipped_answers_have_no_problem()
    {
        var answers = AnswersReader.Read(ContentFolder.Shipped, "es", Packs);

        Assert.True(answers.Problems.Count == 0, string.Join('\n', answers.Problems));
        Assert.Equal(30, answers.All.Count);
        Assert.All(answers.All, question => Assert.True(question.Wordings.Count >= 8, question.Topic));
    }

    [Fact]
    public void Reading_twice_gives_the_same()
    {
        var again = ProgrammePackReader.ReadAll(ContentFolder.Shipped);

        Assert.Equal(Panama.Places.All.Select(place => place.Code), again.Find("PA")!.Places.All.Select(place => place.Code));
        Assert.Equal(Panama.Form.Questions.Select(question => question.Text), again.Find("PA")!.Form.Questions.Select(question => question.Text));
    }

    [Fact]
    public void Panama_has_its_provinces_and_comarcas_with_their_districts()
    {
        var top = Panama.Places.Top;

        Assert.Equal(10, top.Count(place => place.Kind == "provincia"));
        Assert.Equal(6, top.Count(place => place.Kind == "comarca"));
        Assert.Equal(70, top.Where(place => place.Kind == "provincia").Sum(place => Panama.Places.Inside(place.Code).Count()));
        Assert.Equal(9, Panama.Places.Inside("PA-NB").Count());
    }

    /// <summary>What domain.md tags K or U: parents, a code, names; seats and codes of the list as a whole.</summary>
    [Theory]
    [InlineData("PA-8-MADUGANDI")]
    [InlineData("PA-5-WARGANDI")]
    [InlineData("PA-NT")]
    [InlineData("PA-NB.nurum")]
    [InlineData("BO-P.050405")]
    [InlineData("BO-S.070705")]
    public void A_place_that_nobody_has_confirmed_says_what_is_in_doubt_and_until_when(string code)
    {
        var places = Packs.Find(code[..2])!.Places;

        Assert.Equal(new DateOnly(2027, 2, 28), places.Find(code)!.ToConfirm!.Review);
        Assert.Equal(new DateOnly(2027, 2, 28), places.ToConfirm!.Review);
        Assert.Contains("códigos", places.ToConfirm.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PA-8-MADUGANDI", "PA-8")]
    [InlineData("PA-5-WARGANDI", "PA-5")]
    [InlineData("PA-2.anton", "PA-2")]
    [InlineData("PA-10", "PA-10")]
    public void A_place_belongs_to_the_region_around_it(string code, string region)
    {
        Assert.Equal(region, Panama.Places.RegionOf(code));
    }

    [Fact]
    public void Iso_number_and_cedula_code_are_kept_apart()
    {
        Assert.Equal("13", Panama.Places.Find("PA-10")!.DocumentCode);
        Assert.Equal("10", Panama.Places.Find("PA-KY")!.DocumentCode);
    }

    [Fact]
    public void Bolivia_has_nine_departments_and_the_units_of_the_census()
    {
        var inside = Bolivia.Places.All.Where(place => place.Level == 2).ToList();

        Assert.Equal(9, Bolivia.Places.Top.Count);
        Assert.Equal(343, inside.Count);
        Assert.Equal(8, inside.Count(place => place.Kind == "AIOC"));
    }

    [Fact]
    public void Every_registration_status_has_words()
    {
        foreach (var pack in Packs.All)
            Assert.Equal(Enum.GetValues<RegistrationStatus>().Order(), pack.Statuses.Keys.Order());
    }

    [Fact]
    public void A_status_without_its_value_says_the_other_text()
    {
        var review = Panama.Statuses[RegistrationStatus.InReview].Text;

        var known = review.Say(new Dictionary<string, string> { ["oficina"] = "la oficina", ["tel"] = "4567" });
        var unknown = review.Say(new Dictionary<string, string> { ["oficina"] = "la oficina" });

        Assert.Equal("Su registro está en revisión en la oficina. La pueden llamar al número que termina en 4567.", known);
        Assert.Equal("Su registro está en revisión en la oficina. Una funcionaria se comunicará con usted.", unknown);
    }

    [Theory]
    [InlineData("PA-2.anton", "cocle")]
    [InlineData("PA-8.san-miguelito", "san-miguelito")]
    [InlineData("PA-8.panama", "central")]
    [InlineData("PA-8-MADUGANDI", "panama-este")]
    [InlineData("PA-NB.besiko", "central")]
    [InlineData(null, "central")]
    public void The_nearest_office_answers_for_a_place(string? place, string office)
    {
        Assert.Equal(office, Panama.Offices.For(place).Code);
    }

    [Fact]
    public void Words_for_a_place_name_its_office()
    {
        var words = Bolivia.WordsFor("BO-C.030903");

        Assert.Contains("Cochabamba", words["oficina"], StringComparison.Ordinal);
        Assert.Equal("carnet", words["documento"]);
        Assert.Equal("AFCOOP", words["autoridad"]);
    }

    [Fact]
    public void The_form_asks_for_the_other_activity_only_who_has_one()
    {
        var question = Panama.Form.Find("rubro_otro")!;

        var condition = Assert.IsType<Condition.Is>(Assert.Single(question.When));
        Assert.Equal(("rubros", "OTR"), (condition.Question, condition.Value));
    }

    [Fact]
    public void The_adult_age_of_the_programme_reaches_the_form()
    {
        var kind = Assert.IsType<QuestionKind.BirthYear>(Panama.Form.Find("nacimiento")!.Kind);

        Assert.Equal(18, kind.MinimumAge);
    }

    [Fact]
    public void The_step_after_the_last_of_a_phase_opens_the_next_phase()
    {
        Assert.Equal("PA-2.1", Panama.StepAfter("PA-1.2")!.Code);
        Assert.Null(Panama.StepAfter("PA-3.2"));
        Assert.Null(Panama.StepAfter("XX-1"));
    }

    [Fact]
    public void The_first_consent_fits_a_small_screen()
    {
        foreach (var pack in Packs.All)
            Assert.All(pack.Consent.Messages, message => Assert.InRange(Placeholders.Fill(message, pack.Words).Length, 100, 600));
    }
}
