namespace CoopAssistant.Courses.Tests.Packs;

public sealed class CoursePackReaderTests : IDisposable
{
    private readonly CourseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_clean_course_is_read_whole()
    {
        var packs = _folder.Read();

        Assert.Empty(packs.Problems);
        Assert.Empty(packs.Warnings);
        var lesson = Assert.Single(Assert.Single(packs.Courses).LessonsFor("PA"));
        Assert.Equal(["Anote la plata que entra.", "Anote la plata que sale."], lesson.Messages.Select(m => m.Text));
        var question = Assert.Single(lesson.Questions);
        Assert.Equal(1, question.RightChoice);
        Assert.Equal("Sumó. Reste.", question.Choices[0].Feedback);
    }

    [Theory]
    [InlineData("Anote la plata que sale.", "{0}", "601 characters")]
    [InlineData("- [ ] 7 — Sumó. Reste.", "- [ ] 7", "has no feedback")]
    [InlineData("- [ ] 7 — Sumó. Reste.", "- [ ] 7 - Sumó. Reste.", "has no feedback")]
    [InlineData("- [ ] 7 — Sumó. Reste.", "- [ ]  — Sumó. Reste.", "The answer is empty")]
    [InlineData("- [ ] 7 — Sumó. Reste.", "- [ ] 2 — Sumó. Reste.", "A digit always means the answer's place")]
    [InlineData("- [ ] 7 — Sumó. Reste.", "- [ ] 3 — Sumó. Reste.", "is there twice", 15)]
    [InlineData("- [ ] 7 — Sumó. Reste.", "* siete", "belongs to no question")]
    [InlineData("- [ ] 7 — Sumó. Reste.", "- [ ] 7 — Vea [aquí](https://example.org)", "no links")]
    [InlineData("- [ ] 7 — Sumó. Reste.", "- [ ] <b>7</b> — Sumó.", "HTML is refused")]
    [InlineData("Anote la plata que sale.", "Hola {nombre}.", "{nombre} is not known")]
    [InlineData("Anote la plata que sale.", "Hola {oficina.", "A brace stands alone")]
    [InlineData("Anote la plata que sale.", "<script>alert(1)</script>", "HTML is refused")]
    [InlineData("Anote la plata que sale.", "Mire <img src=x onerror=alert(1)>", "HTML is refused")]
    [InlineData("Anote la plata que sale.", "Mire <https://example.org>", "no links")]
    [InlineData("Anote la plata que sale.", "Mire www.example.org", "no links")]
    [InlineData("Anote la plata que sale.", "Mire bit.ly/abc", "no links")]
    [InlineData("Anote la plata que sale.", "Mire javascript:alert(1)", "no links")]
    [InlineData("Anote la plata que sale.", "Mire ![foto](foto.png)", "no images")]
    [InlineData("Anote la plata que sale.", "[a]: https://example.org", "no links")]
    [InlineData("Anote la plata que sale.", "Uno &amp; dos", "Write the sign itself")]
    [InlineData("Anote la plata que sale.", "1. Anote", "A digit always means an answer")]
    [InlineData("Anote la plata que sale.", "> Anote", "beginning with >")]
    [InlineData("Anote la plata que sale.", "# Anote", "Only questions have a heading")]
    [InlineData("Anote la plata que sale.", "Diga `ls`", "Text between `")]
    [InlineData("Anote la plata que sale.", "    codigo", "Begin it at the left edge")]
    [InlineData("Anote la plata que sale.", "Anote **todo**", "bold or italic")]
    [InlineData("Anote la plata que sale.", "Anote\u202E todo", "invisible sign (U+202E)")]
    [InlineData("Anote la plata que sale.", "Anote\u200B todo", "invisible sign (U+200B)")]
    [InlineData("minutes: 5", "minutes: mucho", "whole number")]
    [InlineData("minutes: 5", "minute: 5", "Did you mean \"minutes\"")]
    [InlineData("minutes: 5", "minutes: 5\nfacts: law", "needs the day of its next check", 5)]
    [InlineData("minutes: 5", "minutes: 5\nreview: mañana", "a day like", 5)]
    [InlineData("title: La caja", "title: ", "\"title\" is empty")]
    public void What_is_wrong_is_named_with_its_line(string from, string to, string message, int line = 0)
    {
        _folder.Change(from, to.Replace("{0}", new string('a', 601)));

        var problems = _folder.Read().Problems;

        var expected = line > 0 ? line : CourseFolder.LineOf(from.Split('\n')[0]);
        Assert.Contains(problems, p => p.File == $"courses/prueba/{CourseFolder.LessonFile}" && p.Line == expected && p.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_keep_their_line_inside_a_message_of_several()
    {
        _folder.Change("Anote la plata que sale.", "Anote.\n\nMire https://example.org");

        Assert.Contains(_folder.Read().Problems, p => p.Line == CourseFolder.LineOf("Anote la plata que sale.") + 2 && p.Message.Contains("no links"));
    }

    [Theory]
    [InlineData("- [x] 3 — ¡Bien! Quedan 3.", "- [ ] 3 — ¡Bien! Quedan 3.", "No answer is right")]
    [InlineData("- [ ] 7 — Sumó. Reste.", "- [x] 7 — Sumó. Reste.", "2 answers are right")]
    [InlineData("- [ ] 7 — Sumó. Reste.\n", "", "at least 2")]
    public void A_question_has_one_right_answer_among_two_or_more(string from, string to, string message)
    {
        _folder.Change(from, to);

        Assert.Contains(_folder.Read().Problems, p => p.Line == CourseFolder.LineOf("## Entra") && p.Message.Contains(message));
    }

    [Fact]
    public void A_lesson_without_message_or_question_is_a_dead_end()
    {
        _folder.Put(CourseFolder.LessonFile, "---\nid: \"1.1\"\ntitle: La caja\nminutes: 5\n---\n");

        var problems = _folder.Read().Problems;

        Assert.Contains(problems, p => p.Message.StartsWith("The lesson has no message"));
        Assert.Contains(problems, p => p.Message.StartsWith("The lesson ends without a question"));
    }

    [Fact]
    public void An_empty_message_is_named()
    {
        _folder.Change("Anote la plata que sale.\n", "");

        Assert.Contains(_folder.Read().Problems, p => p.Message.StartsWith("There is no message after this ---") && p.Line == 8);
    }

    [Fact]
    public void Six_messages_are_one_too_many()
    {
        _folder.Change("Anote la plata que sale.", string.Join("\n\n---\n\n", Enumerable.Repeat("Anote.", 5)));

        Assert.Contains(_folder.Read().Problems, p => p.Line == 26 && p.Message.Contains("6 messages"));
    }

    [Fact]
    public void A_file_without_front_matter_is_not_a_lesson()
    {
        _folder.Put(CourseFolder.LessonFile, "Hola.");

        var problems = _folder.Read().Problems;

        Assert.Contains(problems, p => p.Line == 1 && p.Message.Contains("must begin with its front matter"));
        Assert.Contains(problems, p => p.File.EndsWith("course.yaml", StringComparison.Ordinal) && p.Line == 10 && p.Message.Contains("no file for the lesson 1.1"));
    }

    [Fact]
    public void A_lesson_that_no_module_has_is_a_dead_end()
    {
        _folder.Put("m1/1.2-otra.md", CourseFolder.Lesson.Replace("1.1", "1.2"));

        Assert.Contains(_folder.Read().Problems, p => p.File.EndsWith("1.2-otra.md", StringComparison.Ordinal) && p.Message.Contains("No module has the lesson 1.2"));
    }

    [Fact]
    public void A_module_without_lessons_is_a_dead_end()
    {
        _folder.Put("course.yaml", CourseFolder.Outline.Replace("[\"1.1\"]", "[]"));

        Assert.Contains(_folder.Read().Problems, p => p.Line == 7 && p.Message.StartsWith("The module has no lesson"));
    }

    [Fact]
    public void A_country_without_its_variant_is_named()
    {
        _folder.Remove(CourseFolder.LessonFile).Put("m1/1.1-caja.pa.md", CourseFolder.Lesson.Replace("minutes: 5", "minutes: 5\ncountry: pa"));

        Assert.Contains(_folder.Read().Problems, p => p.File.EndsWith("1.1-caja.pa.md", StringComparison.Ordinal) && p.Message.Contains("no variant for bo"));
    }

    [Theory]
    [InlineData("m1/1.1-caja.pa.md", "", "write \"country: pa\"")]
    [InlineData("m1/1.1-caja.md", "country: pa", "must end in .pa.md")]
    [InlineData("m1/1.1-caja.xx.md", "country: xx", "No programme is in the country")]
    [InlineData("m1/1.1-caja.pa.md", "country: PA", "in small letters")]
    [InlineData("m1/caja.md", "", "must begin with 1.1-")]
    public void The_file_name_agrees_with_the_front_matter(string file, string country, string message)
    {
        var text = country.Length > 0 ? CourseFolder.Lesson.Replace("minutes: 5", $"minutes: 5\n{country}") : CourseFolder.Lesson;
        _folder.Remove(CourseFolder.LessonFile).Put(file, text);

        Assert.Contains(_folder.Read().Problems, p => p.File.EndsWith(file, StringComparison.Ordinal) && p.Message.Contains(message));
    }

    [Fact]
    public void The_same_lesson_twice_is_named()
    {
        _folder.Put("m1/1.1-otra.md", CourseFolder.Lesson);

        Assert.Contains(_folder.Read().Problems, p => p.Message.Contains("is the same lesson for the same country"));
    }

    [Theory]
    [InlineData("id: prueba", "id: otro", 1, "must be the folder's name")]
    [InlineData("hours: 1", "hours: 0", 5, "whole number")]
    [InlineData("hours: 1", "hour: 1", 5, "Did you mean \"hours\"")]
    [InlineData("    description: Un módulo.\n", "", 7, "\"description\" is missing")]
    [InlineData("[\"1.1\"]", "[\"1.1\", \"1.1\"]", 10, "listed twice")]
    [InlineData("modules:", "modules: [", 7, "not valid YAML")]
    public void The_outline_is_read_strictly(string from, string to, int line, string message)
    {
        _folder.Put("course.yaml", CourseFolder.Outline.Replace(from, to));

        Assert.Contains(_folder.Read().Problems, p => p.File == "courses/prueba/course.yaml" && p.Line == line && p.Message.Contains(message));
    }

    [Fact]
    public void A_course_without_outline_or_no_course_at_all_is_named()
    {
        _folder.Remove("course.yaml");
        using var nothing = new CourseFolder();
        Directory.Delete(Path.Combine(nothing.ContentPath, "courses"), recursive: true);

        Assert.Contains(_folder.Read().Problems, p => p.File == "courses/prueba/course.yaml" && p.Message.StartsWith("The file is missing"));
        Assert.Contains(nothing.Read().Problems, p => p.Message.StartsWith("There is no course"));
    }

    [Fact]
    public void A_huge_file_is_not_even_read()
    {
        _folder.PutBytes(CourseFolder.LessonFile, new byte[50_000_000]);

        Assert.Contains(_folder.Read().Problems, p => p.File.EndsWith(CourseFolder.LessonFile, StringComparison.Ordinal) && p.Message.Contains("50000000 bytes"));
    }

    [Fact]
    public void Deep_nesting_does_not_bring_the_reader_down()
    {
        _folder.Change("Anote la plata que sale.", new string('>', 7000) + " hola");

        Assert.Contains(_folder.Read().Problems, p => p.Line == CourseFolder.LineOf("Anote la plata que sale."));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_named_with_their_line()
    {
        _folder.PutBytes(CourseFolder.LessonFile, [.. "---\n"u8, 0xFF, 0xFE]);

        Assert.Contains(_folder.Read().Problems, p => p.Line == 2 && p.Message.Contains("not UTF-8"));
    }

    [Fact]
    public void Files_of_other_kinds_do_not_belong_to_a_course()
    {
        _folder.Put("m1/virus.exe", "MZ");

        Assert.Contains(_folder.Read().Problems, p => p.File == "courses/prueba/m1/virus.exe");
    }

    [Fact]
    public void Line_ends_and_marks_of_other_systems_change_nothing()
    {
        _folder.Put(CourseFolder.LessonFile, "\uFEFF" + CourseFolder.Lesson.ReplaceLineEndings("\r\n"));

        var packs = _folder.Read();

        Assert.Empty(packs.Problems);
        Assert.Equal("Anote la plata que entra.", packs.Courses[0].Find("1.1", "PA")!.Messages[0].Text);
    }
}
