using CoopAssistant.Courses.Tests.Writing;
using CoopAssistant.Courses.Translating;

namespace CoopAssistant.Courses.Tests.Translating;

/// <summary>A translation typed beside the Spanish, in the same store as a returned file.</summary>
public sealed class WriteTranslationTests
{
    private const string Spanish = "Anote la plata que entra.";

    [Fact]
    public async Task What_is_typed_stands_in_the_translators_file_and_in_the_numbers_of_its_lesson()
    {
        await using var desk = await WritersDesk.Open();

        var result = await Type(desk, new TypedTranslation("1.1/m1", Spanish, "", " Qullqi yaykusqanta\r\nqillqay. "));

        Assert.Equal((1, 0), (result.Kept, result.Refused.Count));
        var file = await desk.House.Call<ReadTranslations, string?>(read => read.File(WritersDesk.Course, "qu", default));
        Assert.Equal("Qullqi yaykusqanta\nqillqay.", PoFile.Read(file!).Entries.Single(entry => entry.Context == "1.1/m1").Text);
        var lesson = (await Lessons(desk)).Single(one => one.LessonId == "1.1");
        Assert.Equal((1, 0, false), (lesson.Done, lesson.Changed, lesson.IsWhole));
        Assert.Equal(0, (await Lessons(desk))[0].Done); // the titles
        Assert.Null(desk.House.Shelf.Find(WritersDesk.Course, "qu"));
    }

    [Theory]
    [InlineData("<b>qillqay</b>", "HTML")]
    [InlineData("601", "caben 600")]
    public async Task What_cannot_be_used_is_named_and_the_rest_is_kept(string typed, string says)
    {
        await using var desk = await WritersDesk.Open();

        var result = await Type(desk, new("1.1/m1", Spanish, "", typed == "601" ? new string('a', 601) : typed), new("1.1/title", "La caja", "", "Qullqi waqaychana"));

        Assert.Equal(1, result.Kept);
        Assert.Contains(says, result.Refused["1.1/m1"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_type_the_same_text_meet_and_neither_overwrites_the_other()
    {
        await using var desk = await WritersDesk.Open();
        await Type(desk, new TypedTranslation("1.1/m1", Spanish, "", "Huk"));

        var late = await Type(desk, new TypedTranslation("1.1/m1", Spanish, "", "Iskay"));

        Assert.Contains("«Huk»", late.Refused["1.1/m1"], StringComparison.Ordinal);
        Assert.Equal("Huk", (await Text(desk, "1.1/m1")).Text);
    }

    [Fact]
    public async Task Texts_typed_at_the_same_time_are_all_kept()
    {
        await using var desk = await WritersDesk.Open();
        var texts = (await desk.House.Call<ReadTranslatedTexts, IReadOnlyList<TranslatedText>>(read => read.Of(WritersDesk.Course, "qu", "1.1", default))).Take(4).ToList();

        var results = await Task.WhenAll(texts.Select(text => Task.Run(() => Type(desk, new TypedTranslation(text.Unit.Context, text.Unit.Text, "", "Runasimi")))));

        Assert.All(results, result => Assert.Equal((1, 0), (result.Kept, result.Refused.Count)));
        Assert.Equal(4, (await Lessons(desk)).Single(one => one.LessonId == "1.1").Done);
    }

    [Fact]
    public async Task When_the_Spanish_changed_it_is_read_again_or_said_to_fit_still()
    {
        await using var desk = await WritersDesk.Open();
        await Type(desk, new TypedTranslation("1.1/m1", Spanish, "", "Qillqay"));
        await desk.Write(WritersDesk.FirstMessage("Anote lo que entra hoy."));
        await desk.Publish();

        var late = await Type(desk, new TypedTranslation("1.1/m1", Spanish, "Qillqay", "Qillqay kunan"));
        var changed = await Text(desk, "1.1/m1");
        var fits = await Type(desk, new TypedTranslation("1.1/m1", "Anote lo que entra hoy.", "Qillqay", "Qillqay", StillFits: true));

        Assert.Contains("el español cambió", late.Refused["1.1/m1"], StringComparison.Ordinal);
        Assert.Equal((false, Spanish), (changed.IsDone, changed.OldSource));
        Assert.Equal(1, fits.Kept);
        Assert.True((await Text(desk, "1.1/m1")).IsDone);
    }

    [Fact]
    public async Task An_emptied_field_takes_the_translation_away_and_an_untouched_one_changes_nothing()
    {
        await using var desk = await WritersDesk.Open();
        await Type(desk, new TypedTranslation("1.1/m1", Spanish, "", "Qillqay"));

        var untouched = await Type(desk, new TypedTranslation("1.1/m1", Spanish, "Qillqay", "Qillqay"));
        var emptied = await Type(desk, new TypedTranslation("1.1/m1", Spanish, "Qillqay", ""));

        Assert.Equal((0, 1), (untouched.Kept, emptied.Kept));
        Assert.Equal("", (await Text(desk, "1.1/m1")).Text);
    }

    private static Task<WriteTranslation.Result> Type(WritersDesk desk, params TypedTranslation[] typed) =>
        desk.House.Call<WriteTranslation, WriteTranslation.Result>(write => write.Handle(WritersDesk.Course, "qu", typed, "ana", default));

    private static Task<IReadOnlyList<TranslatedLesson>> Lessons(WritersDesk desk) =>
        desk.House.Call<ReadTranslatedTexts, IReadOnlyList<TranslatedLesson>>(read => read.Lessons(WritersDesk.Course, "qu", default));

    private static async Task<TranslatedText> Text(WritersDesk desk, string context) =>
        (await desk.House.Call<ReadTranslatedTexts, IReadOnlyList<TranslatedText>>(read => read.Of(WritersDesk.Course, "qu", "1.1", default))).Single(text => text.Unit.Context == context);
}
