using System.Text.RegularExpressions;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Courses.Packs;

/// <summary>
/// Reads one lesson: front matter, messages split by <c>---</c>, questions as <c>## …</c> with a task list. Strict: what
/// is not of this form is a problem with its line, and reading goes on, so that one reading tells everything.
/// </summary>
internal static partial class LessonReader
{
    private const string FeedbackSign = " — ";

    /// <summary>Null where the file has no front matter to know it by.</summary>
    /// <param name="place">Path below the content folder, for the problems.</param>
    /// <param name="file">Path below the course's folder, kept with the lesson.</param>
    public static Lesson? Read(string place, string file, string text, PackProblems problems)
    {
        var source = new LessonText(place, text);
        if (source.BodyStart == 0)
        {
            problems.Add(place, 1, "The file must begin with its front matter: a line ---, then id, title and minutes, then a line ---.");
            return null;
        }
        var head = YamlMap.Parse(source.FrontMatter, place, problems);
        var country = head.OptionalText("country", 2);
        var lesson = new Lesson
        {
            Id = head.Text("id", 12),
            Title = head.Text("title", LessonLimits.TitleCharacters),
            Minutes = head.Number("minutes", 1, LessonLimits.MostMinutes),
            Country = country?.ToUpperInvariant(),
            Review = head.OptionalDate("review"),
            Facts = head.OptionalOneOf<LessonFacts>("facts"),
            IsScored = head.Flag("scored", otherwise: true),
            HasQuickExit = head.Flag("quickExit"),
            Messages = Messages(source, problems),
            Questions = Questions(source, problems),
            File = file,
        };
        if (country is not null && country != country.ToLowerInvariant()) head.Problem("country", $"Write the country in small letters: {country.ToLowerInvariant()}.");
        if (lesson is { Facts: LessonFacts.Law, Review: null }) head.Problem("facts", "A lesson with law needs the day of its next check. Add a line like \"review: 2027-02-28\".");
        head.Done();
        return lesson;
    }

    private static List<LessonMessage> Messages(LessonText source, PackProblems problems)
    {
        var messages = new List<LessonMessage>();
        var start = source.BodyStart;
        var end = FirstHeading(source);
        for (var at = start; at <= end; at++)
        {
            if (at < end && !source.IsFence(at)) continue;
            var (text, line) = source.Between(start, at);
            if (text.Length > 0) messages.Add(new LessonMessage(text, line));
            else if (at < end) problems.Add(source.File, at + 1, "There is no message before this ---. Write one or take the line out.");
            else if (messages.Count > 0) problems.Add(source.File, start, "There is no message after this ---. Write one or take the line out.");
            start = at + 1;
        }
        return messages;
    }

    private static List<Question> Questions(LessonText source, PackProblems problems)
    {
        var questions = new List<Question>();
        var choices = new List<Choice>();
        for (var at = FirstHeading(source); at < source.Lines.Count; at++)
        {
            var line = source.Lines[at].TrimEnd();
            if (line.Length == 0) continue;
            if (source.IsHeading(at))
            {
                choices = [];
                questions.Add(new Question(line[3..].Trim(), choices, at + 1));
            }
            else if (ChoiceLine().Match(line) is { Success: true } choice) choices.Add(ReadChoice(source.File, at + 1, choice, problems));
            else problems.Add(source.File, at + 1, $"This line belongs to no question. After \"## question\" come only lines \"- [ ] answer{FeedbackSign}feedback\", one of them with [x]; messages stand before the first question.");
        }
        // Made again, so that each question knows its right choice now that all are read.
        return [.. questions.Select(question => new Question(question.Text, question.Choices, question.Line))];
    }

    private static Choice ReadChoice(string file, int line, Match choice, PackProblems problems)
    {
        var written = choice.Groups["text"].Value;
        var cut = written.IndexOf(FeedbackSign, StringComparison.Ordinal);
        var label = cut < 0 ? written.Trim(' ', '—') : written[..cut].Trim();
        var feedback = cut < 0 ? "" : written[(cut + FeedbackSign.Length)..].Trim();
        if (feedback.Length == 0) problems.Add(file, line, $"\"{Shown(label)}\" has no feedback. Write after the answer \"{FeedbackSign}\" (a long dash between blanks) and what she is told.");
        return new Choice(label, choice.Groups["mark"].Value is "x" or "X", feedback, line);
    }

    private static int FirstHeading(LessonText source)
    {
        for (var at = source.BodyStart; at < source.Lines.Count; at++)
            if (source.IsHeading(at)) return at;
        return source.Lines.Count;
    }

    internal static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex(@"^- \[(?<mark>[ xX])\](?<text> .+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ChoiceLine();
}
