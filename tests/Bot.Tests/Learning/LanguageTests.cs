using CoopAssistant.Courses.Recordings;
using CoopAssistant.Courses.Translating;

namespace CoopAssistant.Bot.Tests.Learning;

/// <summary>A lesson that is published in her language is hers; the others stay in Spanish.</summary>
public sealed class LanguageTests
{
    private const string Benita = "+59170000001";
    private const string Before = "[qu] ";

    [Fact]
    public async Task A_lesson_published_in_her_language_is_read_and_answered_in_it_and_the_others_in_Spanish()
    {
        await using var host = await Speaking(named: true);

        var opened = await host.Says(Benita, "5.1");
        var lesson = host.Shelf.Find(LearnerHost.Course)!.Find("5.1", "BO")!;
        foreach (var _ in lesson.Messages) await host.Says(Benita, "siguiente");
        var answered = await host.Says(Benita, $"{lesson.Questions[0].RightChoice + 1}");
        await host.Says(Benita, "lecciones");
        var other = await host.Says(Benita, "1.1");

        Assert.StartsWith($"{Before}Libro de caja (1 de 5)", opened.Replies[0].Text, StringComparison.Ordinal);
        Assert.Contains($"{Before}Hoy vemos el libro de caja", opened.Replies[0].Text, StringComparison.Ordinal);
        Assert.StartsWith(Before + lesson.Questions[0].Choices[lesson.Questions[0].RightChoice].Feedback, answered.Replies[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("¿Qué es una cooperativa?", other.Replies[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Ya hay lecciones en Quechua. En lo demás yo solo sé español.")]
    [InlineData(false, "Yo solo sé español.")]
    public async Task What_she_is_told_of_her_language_is_true_whether_lessons_are_published_in_it_or_not(bool named, string expected)
    {
        await using var host = await Speaking(named);

        await host.Says(Benita, "idioma");
        var told = await host.Says(Benita, "Quechua");

        Assert.StartsWith($"Anotado, Quechua. {expected}", told.Replies[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_named_reviewer_she_reads_it_in_Spanish()
    {
        await using var host = await Speaking(named: false);

        Assert.StartsWith("Libro de caja (1 de 5)", (await host.Says(Benita, "5.1")).Replies[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voice_in_her_language_is_heard_with_the_text_it_says()
    {
        await using var host = await Speaking(named: true);
        var (spanish, hers) = (Voice.Of(3), Voice.Of(5));
        foreach (var (language, sound) in new[] { ("es", spanish), ("quh", hers) })
            Assert.IsType<SaveRecordingResult.Saved>(await host.Use<SaveRecording, SaveRecordingResult>(save => save.Handle(
                new(LearnerHost.Course, "5.1", language, null, host.Shelf.Find(LearnerHost.Course, language)!.Find("5.1", "BO")!.Messages[0].Text, sound, "Ana"), default)));

        await host.Says(Benita, "audio");
        await host.Says(Benita, "módulos");
        await host.Says(Benita, "5");
        var opened = await host.Says(Benita, "5.1");

        Assert.Equal((long?)hers.Length, opened.Replies[0].Media!.Bytes);
        Assert.Contains(Before, opened.Replies[1].Text, StringComparison.Ordinal);
    }

    /// <summary>A woman in Bolivia who chose Quechua and stands at the course; the titles and lesson 5.1 are translated.</summary>
    private static async Task<LearnerHost> Speaking(bool named)
    {
        var host = await LearnerHost.Start();
        foreach (var part in new[] { "", "5.1" })
        {
            var texts = await host.Use<ReadTranslatedTexts, IReadOnlyList<TranslatedText>>(read => read.Of(LearnerHost.Course, "quh", part, default));
            var typed = texts.Select(text => new TypedTranslation(text.Unit.Context, text.Unit.Text, "", text.Unit.Text.Length + Before.Length > text.Unit.Limit ? text.Unit.Text : Before + text.Unit.Text)).ToList();
            Assert.Empty((await host.Use<WriteTranslation, WriteTranslation.Result>(write => write.Handle(LearnerHost.Course, "quh", typed, "ana", default))).Refused);
        }
        var published = await host.Use<PublishTranslation, PublishTranslation.Result>(publish => publish.Handle(new(LearnerHost.Course, "quh", named ? "Basilia Mamani" : "", "ana"), default));
        Assert.Equal(named, published.Refusals.Count == 0);
        foreach (var text in new[] { "hola", "Bolivia", "idioma", "Quechua", "lecciones" }) await host.Says(Benita, text);
        return host;
    }
}
