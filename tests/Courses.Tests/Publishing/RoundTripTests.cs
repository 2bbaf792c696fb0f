using System.IO.Compression;
using System.Text;
using CoopAssistant.Courses.Packs;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Tests.Packs;
using CoopAssistant.Courses.Writing;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Courses.Tests.Publishing;

public sealed class RoundTripTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task Export_import_export_gives_the_same_bytes_as_files_and_as_a_zip()
    {
        await using var here = await House.Open();
        var exported = await here.Call<ExportCourses, byte[]>(export => export.Zip(null, default));
        using var small = new CourseFolder();
        await using var there = await House.Open(small.ContentPath);

        var packs = CourseZip.Read(new MemoryStream(exported), ["BO", "PA"], new JargonList(), Today);
        await there.Call<ImportCourses>(import => import.Handle(new(packs.Courses, OnlyUnknown: false, "ana"), default));

        Assert.Empty(packs.Problems);
        Assert.Equal(exported, await there.Call<ExportCourses, byte[]>(export => export.Zip(House.Course, default)));
        foreach (var (file, text) in await here.Call<ExportCourses, IReadOnlyDictionary<string, string>>(export => export.Files(null, default)))
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Shipped.ContentPath, file)), text);
    }

    [Fact]
    public async Task What_an_editor_wrote_survives_the_round_trip()
    {
        await using var desk = await Writing.WritersDesk.Open();
        await desk.Write(draft => draft with { Title = "Caja: \"la nuestra\" #1", Messages = ["Uno.\n\nDos: tres.", "{confirme}"] });
        Assert.Equal(PublishResult.Published, await desk.Publish());
        var exported = await desk.House.Call<ExportCourses, IReadOnlyDictionary<string, string>>(export => export.Files(null, default));

        using var folder = new CourseFolder();
        foreach (var (file, text) in exported) folder.PutAt(file, text);
        var read = folder.Read();

        Assert.Empty(read.Problems);
        Assert.Equal(CourseWriter.Write(desk.Published), CourseWriter.Write(read.Courses.Single()));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("courses/prueba/../../../x.md")]
    [InlineData("courses/x.md")]
    [InlineData("fotos/gato.png")]
    public void Files_outside_a_course_are_refused(string path) =>
        Assert.Contains(Read((path, "x")).Problems, problem => problem.Message.Contains("courses/<course>/", StringComparison.Ordinal));

    [Fact]
    public void What_is_no_zip_and_what_is_too_large_is_refused()
    {
        Assert.Contains("zip", Assert.Single(CourseZip.Read(new MemoryStream(Encoding.UTF8.GetBytes("hola")), [], new JargonList(), Today).Problems).Message);
        Assert.Contains(Read(("courses/prueba/m1/1.1-x.md", new string('a', 40_000))).Problems, problem => problem.Message.Contains("larger", StringComparison.Ordinal));
        Assert.Contains(Read(("courses/prueba/m1/1.1-x.md", "---\nid: \"1.1\"\n---\n<script>\n")).Problems, problem => problem.Line == 4 && problem.Message.Contains("HTML", StringComparison.Ordinal));
    }

    private static CoursePacks Read(params (string Path, string Text)[] files)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write(text);
            }
        packed.Position = 0;
        return CourseZip.Read(packed, ["BO", "PA"], new JargonList(), Today);
    }
}
