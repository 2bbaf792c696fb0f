namespace CoopAssistant.Courses.Lessons;

/// <summary>Five minutes of learning: some messages, then a few questions.</summary>
public sealed record Lesson
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required int Minutes { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case; null where the lesson is the same in every country.</summary>
    public string? Country { get; init; }

    /// <summary>Day by which its facts are to be checked again; null where nothing ages.</summary>
    public DateOnly? Review { get; init; }

    /// <summary>What kind of facts age here; null for none.</summary>
    public LessonFacts? Facts { get; init; }

    /// <summary>False: nothing is right or wrong, no answer is kept, and nothing comes back.</summary>
    public bool IsScored { get; init; } = true;

    /// <summary>She can leave at once, and every message says how.</summary>
    public bool HasQuickExit { get; init; }
    public required IReadOnlyList<LessonMessage> Messages { get; init; }
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Published version it was read from (see <see cref="Publishing.LessonVersion"/>); 0 where it comes from a file.</summary>
    public long VersionId { get; init; }

    /// <summary>File name below the course's folder, with forward slashes; export writes it there again.</summary>
    public required string File { get; init; }
}

public enum LessonFacts
{
    /// <summary>Law and procedure: needs a review date, and tells her to confirm it with her office.</summary>
    Law,
}

/// <summary>One screen of a lesson.</summary>
/// <param name="Text">Plain text; may hold <c>{lineas_emergencia}</c> and the country's common placeholders.</param>
/// <param name="Line">Where it begins in its file.</param>
public sealed record LessonMessage(string Text, int Line);

/// <param name="Line">Where it stands in its file.</param>
public sealed record Question(string Text, IReadOnlyList<Choice> Choices, int Line)
{
    /// <summary>Index of the one right choice.</summary>
    public int RightChoice { get; } = Choices.TakeWhile(choice => !choice.IsRight).Count();
}

/// <param name="Feedback">What she is told when she chooses it; kind also where it is wrong.</param>
/// <param name="Line">Where it stands in its file.</param>
public sealed record Choice(string Label, bool IsRight, string Feedback, int Line);
