namespace CoopAssistant.Programme.Service;

/// <summary>For what a woman waits.</summary>
public enum ServiceKind
{
    /// <summary>A person's answer in her conversation.</summary>
    Answer = 1,

    /// <summary>That somebody looks at her registration.</summary>
    Review = 2,
}

/// <summary>Who is to see what waits too long. Stored as its number.</summary>
public enum ServiceLevel
{
    /// <summary>The target passed: who answers for the office.</summary>
    Director = 1,

    /// <summary>The second limit passed, or the target where no director answers for the office: administration.</summary>
    Administrator = 2,
}

/// <summary>What an office promises, in working time.</summary>
/// <param name="Limit">From here on administration sees it; not before <paramref name="Target"/>.</param>
public sealed record ServiceTarget(TimeSpan Target, TimeSpan Limit)
{
    public static TimeSpan Shortest { get; } = TimeSpan.FromMinutes(10);

    /// <summary>A quarter of a year of working days.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(500);

    public TimeSpan Of(ServiceLevel level) => level == ServiceLevel.Director ? Target : Limit;

    /// <summary>The second limit is twice the first where nobody names one.</summary>
    public static ServiceTarget Usual(TimeSpan target, TimeSpan? limit = null) => new(target, limit is { } said && said > target ? said : target * 2);
}

/// <summary>Targets of every office that sets none of its own.</summary>
public sealed record ServiceDefaults
{
    /// <summary>First answer in a conversation. Default 4 working hours.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromHours(4);

    /// <summary>First look at a registration. Default 24 working hours: three days of eight.</summary>
    public TimeSpan ReviewWithin { get; init; } = TimeSpan.FromHours(24);
}
