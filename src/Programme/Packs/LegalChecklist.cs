namespace CoopAssistant.Programme.Packs;

/// <summary>The group's steps towards its legal recognition, in order (<c>checklist.yaml</c>).</summary>
/// <param name="Founders">Persons commonly asked for to found a cooperative.</param>
/// <param name="CourseHours">Hours of the course before the foundation; null where nobody found them.</param>
/// <param name="DraftNotice">Stands on every page of a paper: a draft, and who must check it.</param>
/// <param name="Review">Day by which the steps are to be checked again; null where confirmed.</param>
public sealed record LegalChecklist(int Founders, int? CourseHours, string DraftNotice, IReadOnlyList<ChecklistStep> Steps, DateOnly? Review)
{
    /// <summary>Null where there is none (any more).</summary>
    public ChecklistStep? Find(string code) => Steps.FirstOrDefault(step => step.Code == code);
}

/// <param name="Responsible">Code of the ministry or an institution.</param>
/// <param name="Missing">What a member is told while it is open, after "le falta: ".</param>
public sealed record ChecklistStep(string Code, string Name, string Text, string Responsible, string Missing)
{
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>Who signs; null where nobody does.</summary>
    public string? Signs { get; init; }

    /// <summary>Where it is done or handed in.</summary>
    public string? Where { get; init; }
    public ChecklistFee? Fee { get; init; }

    /// <summary>Days between this step and earlier ones.</summary>
    public IReadOnlyList<ChecklistTerm> Terms { get; init; } = [];

    /// <summary>The legal minimum of founders must be there.</summary>
    public bool NeedsFounders { get; init; }

    /// <summary>The hours of the course count here.</summary>
    public bool NeedsCourse { get; init; }
}

/// <param name="Review">Day by which it is to be checked again.</param>
public sealed record ChecklistFee(string Text, DateOnly Review);

/// <param name="Days">Calendar days; the day of the other step is not counted.</param>
/// <param name="After">Code of the earlier step.</param>
public sealed record ChecklistTerm(TermKind Kind, int Days, string After);

public enum TermKind
{
    /// <summary>The last day is so many days after the other step.</summary>
    AtMost,

    /// <summary>Not before so many days after the other step.</summary>
    AtLeast,
}
