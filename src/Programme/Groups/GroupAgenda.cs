using CoopAssistant.Programme.Groups.Formalities;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Groups;

/// <summary>What is expected of a group and by when: open steps with a last day, terms of office that end, duties that come again. Pure.</summary>
public static class GroupAgenda
{
    /// <summary>Soonest first. Nothing of a group that is paused, inactive or dissolved.</summary>
    /// <param name="group">With entries and officers.</param>
    public static IReadOnlyList<Expected> Of(ProgrammePack pack, Group group)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(group);
        if (group.State is not (GroupState.Forming or GroupState.Cooperative)) return [];
        var record = group.Formalities;
        // Last days do not depend on the day they are read.
        var steps = ChecklistRules.Read(pack.Checklist, record, new(0, null), DateOnly.MinValue)
            .Where(line => !line.IsDone && line.Latest is not null).Select(line => new Expected(ExpectedKind.Step, line.Step.Code, line.Latest!.On));
        if (group.State == GroupState.Forming) return [.. steps.OrderBy(e => e.On)];
        var terms = group.Officers.Where(o => o.IsInOffice && o.Until is not null).Select(o => new Expected(ExpectedKind.TermOfOffice, o.Body, o.Until!.Value) { Office = o.Office });
        var duties = pack.Cooperative.Duties.Select(duty => NextOf(pack, duty, record)).OfType<Expected>();
        return [.. steps.Concat(terms).Concat(duties).OrderBy(e => e.On).ThenBy(e => e.Code, StringComparer.Ordinal)];
    }

    /// <summary>The next time of a duty: as planned; else so many months after the last time, or after the recognition. Null where nothing says when.</summary>
    public static Expected? NextOf(ProgrammePack pack, RecurringDuty duty, FormalityRecord record)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(duty);
        ArgumentNullException.ThrowIfNull(record);
        if (record.Planned(duty.Code) is { } planned) return new(ExpectedKind.Duty, duty.Code, planned);
        if (duty.EveryMonths is not { } months) return null;
        var last = record.Done(duty.Code) is { Count: > 0 } days ? days.Max() : record.RecognisedAt is { } at ? pack.DayOf(at) : (DateOnly?)null;
        return last is { } from ? new(ExpectedKind.Duty, duty.Code, from.AddMonths(months)) : null;
    }

    /// <summary>The day a term of office ends: the same day so many months later, or the last of a shorter month; null where the country's data does not say.</summary>
    public static DateOnly? EndOfTerm(GoverningBody body, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body.TermMonths is { } months ? from.AddMonths(months) : null;
    }

    internal static void Foresee(ProgrammePack pack, Group group) => group.Expect(Of(pack, group) is [var next, ..] ? next.On : null);
}

/// <param name="Code">Of the checklist's step, the body, or the duty.</param>
/// <param name="On">The last day.</param>
public sealed record Expected(ExpectedKind Kind, string Code, DateOnly On)
{
    /// <summary>For <see cref="ExpectedKind.TermOfOffice"/>: code of the office.</summary>
    public string? Office { get; init; }
}

public enum ExpectedKind { Step, TermOfOffice, Duty }
