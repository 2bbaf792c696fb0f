using CoopAssistant.Courses.Packs;

namespace CoopAssistant.Courses.Tests.Packs;

public sealed class CourseWriterTests
{
    [Theory]
    [InlineData("title: La caja", "title: \"Caja: \\\"nuestra\\\" #1\"")]
    [InlineData("title: La caja", "title: '3 cajas'")]
    [InlineData("title: La caja", "title: \"no\"")]
    [InlineData("title: La caja", "title: \"- ¿Y?\\\\\"")]
    [InlineData("\n---\n\nAnote la plata que sale.", "\n---\nAnote la plata   \n\n\n\nque sale.\n")]
    [InlineData("minutes: 5", "scored: false\nminutes: 5\nquickExit: true\nreview: 2027-01-01\nfacts: law")]
    [InlineData("- [x] 3 — ¡Bien! Quedan 3.", "- [X]  3  —  ¡Bien! Quedan 3 — o sea 3.")]
    public void What_is_exported_imported_and_exported_again_is_the_same_bytes(string from, string to)
    {
        using var first = new CourseFolder();
        using var second = new CourseFolder();
        var before = first.Change(from, to).Read();
        var exported = CourseWriter.Write(before.Courses[0]);

        foreach (var (file, text) in exported) second.Put(file, text);
        var imported = second.Read();

        Assert.Empty(before.Problems);
        Assert.Empty(imported.Problems);
        Assert.Equal(exported, CourseWriter.Write(imported.Courses[0]));
        Assert.Equal(before.Courses[0].Modules[0].Lessons[0].Variants[0].Title, imported.Courses[0].Modules[0].Lessons[0].Variants[0].Title);
    }
}
