using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Groups.Formalities;

/// <summary>
/// The legal checklist of a group on a day: what is done, what is open, and by when. Days are calendar days of the country; the day a term
/// counts from is not counted, its last day still is. Pure.
/// </summary>
public static class ChecklistRules
{
    /// <summary>All steps of the country's list, in its order.</summary>
    public static IReadOnlyList<ChecklistLine> Read(LegalChecklist checklist, FormalityRecord record, ChecklistFacts facts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(checklist);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(facts);
        return [.. checklist.Steps.Select(step => Line(checklist, step, record, facts, today))];
    }

    private static ChecklistLine Line(LegalChecklist checklist, ChecklistStep step, FormalityRecord record, ChecklistFacts facts, DateOnly today)
    {
        var (done, planned) = (record.LastDone(step.Code), record.Planned(step.Code));
        var latest = Bounds(step, TermKind.AtMost, record).Concat(done is null ? BeforePlans(checklist, step, record) : []).MinBy(bound => bound.On);
        var earliest = Bounds(step, TermKind.AtLeast, record).MaxBy(bound => bound.On);
        return new ChecklistLine(step, done, done is null ? planned : null, earliest, latest)
        {
            IsEarly = earliest is not null && (done ?? planned) < earliest.On,
            IsLate = latest is not null && (done ?? today) > latest.On,
            IsPlannedTooLate = done is null && latest is not null && planned > latest.On,
            FoundersMissing = step.NeedsFounders ? Math.Max(0, checklist.Founders - facts.Members) : 0,
            HoursMissing = step.NeedsCourse && checklist.CourseHours is { } needed && facts.CourseHours is { } hours ? Math.Max(0, needed - hours) : null,
        };
    }

    private static IEnumerable<TermBound> Bounds(ChecklistStep step, TermKind kind, FormalityRecord record) =>
        step.Terms.Where(term => term.Kind == kind).SelectMany(term => record.LastDone(term.After) is { } from ? new[] { new TermBound(from.AddDays(term.Days), term.Days, term.After) } : []);

    /// <summary>A later step that is planned, and must not come before so many days after this one, gives this one its last day.</summary>
    private static IEnumerable<TermBound> BeforePlans(LegalChecklist checklist, ChecklistStep step, FormalityRecord record) =>
        from later in checklist.Steps
        from term in later.Terms
        where term.Kind == TermKind.AtLeast && term.After == step.Code && record.LastDone(later.Code) is null
        let planned = record.Planned(later.Code)
        where planned is not null
        select new TermBound(planned.Value.AddDays(-term.Days), -term.Days, later.Code);
}

/// <summary>What else of a group counts.</summary>
/// <param name="Members">How many they are.</param>
/// <param name="CourseHours">Hours of the prior course that the group has; null where nobody counts them.</param>
public sealed record ChecklistFacts(int Members, int? CourseHours);

/// <param name="Days">Calendar days from the other step; negative: before it.</param>
/// <param name="Other">Code of the step it counts from.</param>
public sealed record TermBound(DateOnly On, int Days, string Other);

/// <param name="DoneOn">Null while it is open.</param>
/// <param name="Earliest">Not before this day; null where nothing says so.</param>
/// <param name="Latest">The last day; null where nothing says so.</param>
public sealed record ChecklistLine(ChecklistStep Step, DateOnly? DoneOn, DateOnly? PlannedOn, TermBound? Earliest, TermBound? Latest)
{
    public bool IsDone => DoneOn is not null;

    /// <summary>Done or planned before it may be.</summary>
    public bool IsEarly { get; init; }

    /// <summary>Done after the last day, or open past it.</summary>
    public bool IsLate { get; init; }
    public bool IsPlannedTooLate { get; init; }

    /// <summary>Women that are missing to the legal minimum; 0 where this step does not need them.</summary>
    public int FoundersMissing { get; init; }

    /// <summary>Hours that are missing to the course's minimum; null where it is not known or not asked here.</summary>
    public int? HoursMissing { get; init; }
}
