namespace CoopAssistant.Messaging.Invitations;

/// <summary>What an approved template is for. Kept with messages that wait, so never change one.</summary>
public static class TemplatePurpose
{
    /// <summary>Says the weekly reminder of the lessons itself; the others only invite her to read what waits.</summary>
    public const string Lessons = nameof(Lessons);

    /// <summary>A member of staff answered her.</summary>
    public const string Reply = nameof(Reply);

    /// <summary>A step of her registration.</summary>
    public const string Registration = nameof(Registration);

    /// <summary>An invitation to a group, or a step of hers.</summary>
    public const string Group = nameof(Group);

    /// <summary>An invitation to a meeting, a change or a reminder.</summary>
    public const string Meeting = nameof(Meeting);

    /// <summary>Anything that has no template of its own.</summary>
    public const string News = nameof(News);

    public static IReadOnlyList<string> All { get; } = [Lessons, Reply, Registration, Group, Meeting, News];

    /// <summary>Which names what waits for her best: a person's answer before all, then what comes last.</summary>
    /// <param name="waiting">Messages that wait, oldest first: whether staff wrote it, and what it is about.</param>
    public static string Of(IEnumerable<(bool IsByStaff, string? About)> waiting)
    {
        var purpose = News;
        foreach (var (isByStaff, about) in waiting)
        {
            if (isByStaff) return Reply;
            purpose = about ?? purpose;
        }
        return purpose;
    }
}
