using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>
/// When a cooperative is asked: on the same day so many months after its recognition, or on the last of a shorter month. Every day is counted
/// from the recognition itself, so that a short month between moves nothing. Pure.
/// </summary>
public static class FollowUpCalendar
{
    /// <summary>The day a round falls due. 0 is the baseline: the day of recognition.</summary>
    public static DateOnly DueOn(DateOnly recognisedOn, int month) => recognisedOn.AddMonths(month);

    /// <summary>Months of all rounds that have fallen due by then, the baseline (0) first; rising. Empty before the recognition.</summary>
    public static IReadOnlyList<int> Due(FollowUpRules rules, DateOnly recognisedOn, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var due = new List<int>();
        for (var month = 0; DueOn(recognisedOn, month) <= today; month = After(rules, month)) due.Add(month);
        return due;
    }

    /// <summary>The round that falls due next.</summary>
    public static int Next(FollowUpRules rules, DateOnly recognisedOn, DateOnly today) => Due(rules, recognisedOn, today) is [.., var last] ? After(rules, last) : 0;

    /// <summary>The round after another.</summary>
    public static int After(FollowUpRules rules, int month)
    {
        ArgumentNullException.ThrowIfNull(rules);
        foreach (var listed in rules.Months)
            if (listed > month)
                return listed;
        return month < rules.Months[^1] ? rules.Months[^1] : month + rules.ThenEvery;
    }
}
