namespace CoopAssistant.Courses.Tests.Packs;

/// <summary>The editors' guide shows a lesson that can be used as it stands.</summary>
public sealed class CourseGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Shipped.ContentPath, "..", "docs", "content-courses.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_lesson_of_the_guide_is_clean()
    {
        var start = Guide.IndexOf("```markdown\n", StringComparison.Ordinal) + "```markdown\n".Length;
        var lesson = Guide[start..Guide.IndexOf("```\n", start, StringComparison.Ordinal)];
        using var folder = new CourseFolder();
        folder.Remove(CourseFolder.LessonFile).Put("m1/5.1-libro-de-caja.md", lesson).Put("course.yaml", CourseFolder.Outline.Replace("\"1.1\"", "\"5.1\""));

        var read = folder.Read();

        Assert.Empty(read.Problems);
        Assert.Empty(read.Warnings);
    }

    [Fact]
    public void The_guide_says_the_limits_that_are_checked()
    {
        Assert.Contains($"up to {Courses.Packs.LessonLimits.MessageCharacters} characters of plain text", Guide, StringComparison.Ordinal);
        Assert.Contains($"(an answer {Courses.Packs.LessonLimits.ChoiceCharacters}, a feedback {Courses.Packs.LessonLimits.FeedbackCharacters})", Guide, StringComparison.Ordinal);
    }
}
