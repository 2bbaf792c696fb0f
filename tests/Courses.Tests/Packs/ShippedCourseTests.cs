using CoopAssistant.Courses.Packs;

namespace CoopAssistant.Courses.Tests.Packs;

public sealed class ShippedCourseTests
{
    private static CoursePacks Read() => CoursePackReader.ReadAll(Shipped.ContentPath, new DateOnly(2026, 11, 22));

    [Fact]
    public void The_shipped_course_has_no_problem_and_no_warning()
    {
        var packs = Read();

        Assert.Empty(packs.Problems);
        Assert.Empty(packs.Warnings);
    }

    [Theory]
    [InlineData("PA")]
    [InlineData("BO")]
    public void Every_country_gets_eight_modules_and_forty_one_lessons(string country)
    {
        var course = Assert.Single(Read().Courses);

        Assert.Equal([5, 5, 6, 5, 6, 5, 5, 4], course.Modules.Select(module => module.LessonsFor(country).Count()));
        Assert.All(course.LessonsFor(country), lesson => Assert.True(lesson.Country is null || lesson.Country == country));
    }

    [Fact]
    public void Only_the_lesson_on_violence_is_unscored_and_has_a_quick_exit()
    {
        var course = Assert.Single(Read().Courses);

        Assert.Equal(["7.3"], course.LessonsFor("PA").Where(lesson => !lesson.IsScored && lesson.HasQuickExit).Select(lesson => lesson.Id));
        Assert.Equal(["7.3"], course.LessonsFor("PA").Where(lesson => !lesson.IsScored || lesson.HasQuickExit).Select(lesson => lesson.Id));
    }

    [Fact]
    public void The_shipped_files_are_written_back_byte_for_byte()
    {
        var course = Assert.Single(Read().Courses);

        var written = CourseWriter.Write(course);

        var root = Path.Combine(Shipped.ContentPath, "courses", course.Id);
        var onDisk = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'));
        Assert.Equal(onDisk.Order(StringComparer.Ordinal), written.Keys);
        foreach (var (file, text) in written) Assert.Equal(File.ReadAllText(Path.Combine(root, file)), text);
    }
}
