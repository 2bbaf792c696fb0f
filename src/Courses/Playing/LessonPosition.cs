using System.Globalization;

namespace CoopAssistant.Courses.Playing;

/// <summary>One answer she gave: which question of the lesson, which choice, both from 0.</summary>
public sealed record GivenAnswer(int Question, int Choice);

/// <summary>
/// Where she is in a lesson, small enough to be kept in the talk's state for as long as she stays away. Belongs to one
/// version of the lesson.
/// </summary>
public sealed class LessonPosition
{
    /// <summary>More answers than this are not noted; she may go on trying.</summary>
    public const int MostAnswersKept = 60;

    private LessonPosition(int message, IReadOnlyList<int> pending, IReadOnlyList<GivenAnswer> answers) =>
        (Message, Pending, Answers) = (message, pending, answers);

    public static LessonPosition Start { get; } = AtMessage(0);

    /// <summary>Index of the message before her; -1 while she answers questions.</summary>
    public int Message { get; }

    /// <summary>Questions still open, the one before her first. Empty while she reads, and at the end.</summary>
    public IReadOnlyList<int> Pending { get; }

    /// <summary>What she answered, oldest first.</summary>
    public IReadOnlyList<GivenAnswer> Answers { get; }

    public bool IsReading => Message >= 0;
    public bool IsFinished => !IsReading && Pending.Count == 0;

    public static LessonPosition AtMessage(int message) => new(message, [], []);

    /// <summary>Before these questions, in this order; for a review, only those that are due.</summary>
    public static LessonPosition AtQuestions(IEnumerable<int> questions) => new(-1, [.. questions], []);

    internal LessonPosition After(GivenAnswer answer, bool isKept, bool comesBack)
    {
        var pending = Pending.Skip(1).ToList();
        if (comesBack) pending.Add(answer.Question);
        return new(-1, pending, isKept && Answers.Count < MostAnswersKept ? [.. Answers, answer] : Answers);
    }

    /// <summary>As <see cref="Parse"/> reads it: <c>m2</c>, or <c>q1,0|0.2</c> (questions 1 and 0 are open; to question 0 she chose 2).</summary>
    public override string ToString() => IsReading
        ? string.Create(CultureInfo.InvariantCulture, $"m{Message}")
        : $"q{string.Join(',', Pending.Select(Written))}|{string.Join(',', Answers.Select(answer => $"{Written(answer.Question)}.{Written(answer.Choice)}"))}";

    /// <summary>Null for anything that is no position.</summary>
    public static LessonPosition? Parse(string? written)
    {
        if (written is ['m', .. var message]) return Number(message) is { } index ? AtMessage(index) : null;
        if (written is not ['q', .. var rest] || rest.Split('|') is not [var open, var given]) return null;
        var pending = List(open).Select(Number).ToList();
        var answers = List(given).Select(Answer).ToList();
        return pending.Contains(null) || answers.Contains(null) ? null : new(-1, [.. pending.Select(p => p!.Value)], [.. answers.OfType<GivenAnswer>()]);
    }

    private static GivenAnswer? Answer(string written) =>
        written.Split('.') is [var question, var choice] && Number(question) is { } q && Number(choice) is { } c ? new GivenAnswer(q, c) : null;

    private static string[] List(string written) => written.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static int? Number(string written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1000 ? number : null;

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
