using System.Text.Encodings.Web;
using System.Text.Json;
using CoopAssistant.Courses.Lessons;

namespace CoopAssistant.Courses.Writing;

/// <summary>A lesson as it lies on its editor's desk: whatever was typed, also what may not be published yet.</summary>
/// <param name="TellsLaw">Its facts are law and procedure (see <see cref="LessonFacts.Law"/>).</param>
public sealed record DraftText(
    string Title, int Minutes, DateOnly? Review, bool TellsLaw, bool IsScored, bool HasQuickExit, IReadOnlyList<string> Messages, IReadOnlyList<DraftQuestion> Questions)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a new lesson begins with: one message and one question to be written.</summary>
    public static DraftText New(string title) => new(title, 5, null, false, true, false, [""], [DraftQuestion.New]);

    public static DraftText Of(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        return new(
            lesson.Title, lesson.Minutes, lesson.Review, lesson.Facts == LessonFacts.Law, lesson.IsScored, lesson.HasQuickExit,
            [.. lesson.Messages.Select(message => message.Text)],
            [.. lesson.Questions.Select(question => new DraftQuestion(question.Text, [.. question.Choices.Select(choice => new DraftChoice(choice.Label, choice.IsRight, choice.Feedback))]))]);
    }

    /// <summary>Without blanks at the ends, and single lines where only one fits: what browsers add to a text is not part of it.</summary>
    public DraftText Tidy() => this with
    {
        Title = OneLine(Title),
        Messages = [.. Messages.Select(message => string.Join('\n', message.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n').Trim())],
        Questions = [.. Questions.Select(question => new DraftQuestion(OneLine(question.Text), [.. question.Choices.Select(choice => choice with { Label = OneLine(choice.Label), Feedback = OneLine(choice.Feedback) })]))],
    };

    /// <summary>Messages, questions or choices were taken out.</summary>
    public bool IsLessThan(DraftText before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return Messages.Count < before.Messages.Count || Questions.Count < before.Questions.Count || Questions.Sum(question => question.Choices.Count) < before.Questions.Sum(question => question.Choices.Count);
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static DraftText FromJson(string json) => JsonSerializer.Deserialize<DraftText>(json, Json) ?? New("");

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}

public sealed record DraftQuestion(string Text, IReadOnlyList<DraftChoice> Choices)
{
    /// <summary>Two choices to be written, none of them right.</summary>
    public static DraftQuestion New => new("", [DraftChoice.New, DraftChoice.New]);
}

public sealed record DraftChoice(string Label, bool IsRight, string Feedback)
{
    public static DraftChoice New => new("", false, "");
}
