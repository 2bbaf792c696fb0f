using CoopAssistant.Courses.Packs;

namespace CoopAssistant.Courses.Tests.Packs;

public sealed class CourseWarningsTests : IDisposable
{
    private readonly CourseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("La institucionalización administrativa interdepartamental presupone responsabilidades organizacionales determinadas constitucionalmente.", "reads with some effort", 6)]
    [InlineData("Vamos a implementar el plan.", "\"implementar\" is an office word. Say: hacer.", 6)]
    [InlineData("Hola 📒 amiga 👭.", "one emoji", 6)]
    public void An_editor_is_told_what_to_look_at(string message, string warning, int line)
    {
        _folder.PutAt("courses/jargon.yaml", "words:\n  implementar: hacer\n").Change("Anote la plata que entra.", message);

        var packs = _folder.Read();

        Assert.Empty(packs.Problems);
        Assert.Contains(packs.Warnings, w => w.Line == line && w.Message.Contains(warning));
    }

    [Fact]
    public void Law_past_its_review_is_named_from_the_next_day_on()
    {
        _folder.Change("minutes: 5", "minutes: 5\nreview: 2026-11-22\nfacts: law");

        Assert.DoesNotContain(_folder.Read().Warnings, w => w.Message.Contains("were to be checked"));
        Assert.Contains(CoursePackReader.ReadAll(_folder.ContentPath, new DateOnly(2026, 11, 23)).Warnings, w => w.Message.Contains("were to be checked by 2026-11-22"));
    }

    [Fact]
    public void Law_says_to_confirm_it()
    {
        _folder.Change("minutes: 5", "minutes: 5\nreview: 2027-02-28\nfacts: law");
        var without = _folder.Read().Warnings;
        _folder.Put(CourseFolder.LessonFile, File.ReadAllText(Path.Combine(_folder.ContentPath, "courses/prueba", CourseFolder.LessonFile)).Replace("que sale.", "que sale. Confírmelo con su oficina regional."));

        Assert.Contains(without, w => w.Message.Contains("not to confirm it"));
        Assert.Empty(_folder.Read().Warnings);
    }

    [Theory]
    [InlineData("sol", 1)]
    [InlineData("caja", 2)]
    [InlineData("día", 2)]
    [InlineData("guitarra", 3)]
    [InlineData("cooperativa", 6)]
    [InlineData("agua", 2)]
    [InlineData("muy", 1)]
    [InlineData("aérea", 4)]
    [InlineData("pingüino", 3)]
    [InlineData("40", 2)]
    public void Syllables_are_counted_as_they_are_said(string word, int syllables) => Assert.Equal(syllables, Syllables.Of(word));

    [Fact]
    public void Short_words_in_short_sentences_read_easily()
    {
        var easy = ReadingEase.Of("Anote la plata. Guarde el recibo. Cuente con una amiga.");
        var hard = ReadingEase.Of("La responsabilidad administrativa institucional determina obligatoriamente procedimientos organizacionales interdependientes.");

        Assert.InRange(easy!.Value, 83.3, 83.5);
        Assert.InRange(hard!.Value, -300, 0);
        Assert.Null(ReadingEase.Of("…"));
    }
}
