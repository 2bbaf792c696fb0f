using System.Diagnostics;
using CoopAssistant.Courses.Packs;
using CoopAssistant.Courses.Tests.Writing;
using CoopAssistant.Courses.Translating;
using CoopAssistant.Courses.Writing;

namespace CoopAssistant.Courses.Tests.Translating;

public sealed class TranslationTests
{
    [Fact]
    public async Task A_translator_gets_a_file_returns_it_and_the_language_is_complete()
    {
        await using var desk = await WritersDesk.Open();

        var returned = await Return(desk, Translated(await File(desk)));

        Assert.Empty(returned.Refused);
        var progress = await desk.House.Call<ReadTranslations, IReadOnlyList<LanguageProgress>>(read => read.Progress(WritersDesk.Course, default));
        Assert.Equal(("qu", 100, 1, 1, null), (progress[0].Language, progress[0].Percent, progress[0].LessonsDone, progress[0].Lessons, progress[0].Reviewer));
        Assert.All(PoFile.Read(await File(desk)).Entries, entry => Assert.NotEqual("", entry.Text));
    }

    [Fact]
    public async Task Without_a_named_reviewer_no_translation_is_published()
    {
        await using var desk = await WritersDesk.Open();
        await Return(desk, Translated(await File(desk)));

        var refused = await Publish(desk, "  ");
        Assert.Null(desk.House.Shelf.Find(WritersDesk.Course, "qu"));
        var published = await Publish(desk, "Basilia Mamani");

        Assert.Single(refused.Refusals);
        Assert.Equal((2, 0), (published.Published, published.Refusals.Count));
        var course = desk.House.Shelf.Find(WritersDesk.Course, "qu")!;
        Assert.Equal(("Basilia Mamani", "[qu] La caja"), (course.Reviewer, course.Find("1.1", "BO")!.Title));
        Assert.Equal("es", desk.House.Shelf.Courses[0].Language);
    }

    [Fact]
    public async Task A_pack_in_another_language_needs_its_reviewer_too()
    {
        await using var desk = await WritersDesk.Open();
        await Return(desk, Translated(await File(desk)));
        await Publish(desk, "Basilia Mamani");
        var files = CourseWriter.Write(desk.House.Shelf.Find(WritersDesk.Course, "qu")!);
        using var folder = new Packs.CourseFolder();
        foreach (var (file, text) in files) folder.PutAt($"courses/prueba.qu/{file}", text);
        Assert.Empty(folder.Read().Problems);

        folder.PutAt("courses/prueba.qu/course.yaml", files["course.yaml"].Replace("reviewer: Basilia Mamani\n", ""));

        Assert.Contains("reviewer", Assert.Single(folder.Read().Problems).Message);
    }

    [Fact]
    public async Task When_the_Spanish_changes_its_translation_is_to_be_looked_at_again()
    {
        await using var desk = await WritersDesk.Open();
        await Return(desk, Translated(await File(desk)));
        await desk.Write(WritersDesk.FirstMessage("Anote lo que entra hoy."));
        await desk.Publish();

        var progress = Assert.Single(await desk.House.Call<ReadTranslations, IReadOnlyList<LanguageProgress>>(read => read.Progress(WritersDesk.Course, default)));
        var file = await File(desk);

        Assert.Equal((1, 0), (progress.Changed, progress.LessonsDone));
        Assert.Contains("#, fuzzy\n#| msgid \"Anote la plata que entra.\"\nmsgctxt \"1.1/m1\"\nmsgid \"Anote lo que entra hoy.\"\nmsgstr \"[qu] Anote la plata que entra.\"", file, StringComparison.Ordinal);
        Assert.Contains("por completo", Assert.Single((await Publish(desk, "Basilia Mamani")).Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_used_is_named_with_its_line_and_the_rest_is_kept()
    {
        await using var desk = await WritersDesk.Open();
        var file = Translated(await File(desk))
            .Replace("\"[qu] Anote la plata que entra.\"", "\"<b>[qu]</b>\"")
            .Replace("\"[qu] La caja\"", $"\"{new string('a', 61)}\"");

        var result = await Return(desk, file);

        Assert.Equal(2, result.Refused.Count);
        Assert.Contains(result.Refused, refusal => refusal.Contains($"Línea {LineOf(file, "<b>")} (1.1/m1)", StringComparison.Ordinal) && refusal.Contains("HTML", StringComparison.Ordinal));
        Assert.Contains(result.Refused, refusal => refusal.Contains("caben 60", StringComparison.Ordinal));
        Assert.True(result.Taken > 5);
    }

    [Theory]
    [InlineData("esto no es un PO", "Línea 1")]
    [InlineData("msgid \"a\"\nmsgstr \"b", "Línea 2")]
    [InlineData("msgid \"a\\q\"\nmsgstr \"\"", "\\q")]
    [InlineData("msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"c\"\nmsgid \"d\"", "falta")]
    [InlineData("msgid \"\"\nmsgstr \"Language: ay\\n\"", "otro idioma")]
    public async Task What_is_no_file_of_ours_is_refused_with_its_line(string text, string says)
    {
        await using var desk = await WritersDesk.Open();

        var result = await Return(desk, text);

        Assert.Contains(says, Assert.Single(result.Refused), StringComparison.Ordinal);
        Assert.Equal(0, result.Taken);
    }

    [Fact]
    public async Task Gettexts_own_tools_read_our_file_and_we_read_theirs()
    {
        await using var house = await House.Open();
        var ours = (await house.Call<ReadTranslations, string?>(read => read.File(House.Course, "qu", default)))!;
        var (path, theirs) = (Path.GetTempFileName(), Path.GetTempFileName());
        await System.IO.File.WriteAllTextAsync(path, Translated(ours));

        Assert.Equal("", await Run("msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", path));
        Assert.Equal("", await Run("msgcat", "--width=40", "-o", theirs, path));

        var before = PoFile.Read(Translated(ours)).Entries.Select(entry => (entry.Context, entry.Source, entry.Text));
        Assert.Equal(before, PoFile.Read(await System.IO.File.ReadAllTextAsync(theirs)).Entries.Select(entry => (entry.Context, entry.Source, entry.Text)));
        Assert.True(before.Count() > 1000);
        System.IO.File.Delete(path);
        System.IO.File.Delete(theirs);
    }

    private static Task<string?> FileOf(WritersDesk desk) => desk.House.Call<ReadTranslations, string?>(read => read.File(WritersDesk.Course, "qu", default));

    private static async Task<string> File(WritersDesk desk) => (await FileOf(desk))!;

    private static Task<ReturnTranslation.Result> Return(WritersDesk desk, string po) =>
        desk.House.Call<ReturnTranslation, ReturnTranslation.Result>(take => take.Handle(WritersDesk.Course, "qu", po, "ana", default));

    private static Task<PublishTranslation.Result> Publish(WritersDesk desk, string reviewer) =>
        desk.House.Call<PublishTranslation, PublishTranslation.Result>(publish => publish.Handle(new(WritersDesk.Course, "qu", reviewer, "ana"), default));

    /// <summary>Every text with a mark before it.</summary>
    private static string Translated(string po)
    {
        var entries = PoFile.Read(po).Entries;
        return PoFile.Write("qu", "prueba", entries.Select(entry => entry with { Text = entry.Text.Length > 0 ? entry.Text : Marked(entry) }));
    }

    /// <summary>Choices are short; a digit alone means a place, so it keeps its words.</summary>
    private static string Marked(PoEntry entry) => entry.Source.Length > 55 ? entry.Source : $"[qu] {entry.Source}";

    private static int LineOf(string text, string part) => text.Split('\n').ToList().FindIndex(line => line.Contains(part, StringComparison.Ordinal)) + 1;

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said;
    }
}
