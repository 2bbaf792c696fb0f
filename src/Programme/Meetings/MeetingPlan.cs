namespace CoopAssistant.Programme.Meetings;

/// <summary>What describes a meeting besides when and where.</summary>
/// <param name="Topic">What it is about; null where the kind says all.</param>
public sealed record MeetingPlan(MeetingKind Kind, string? Topic)
{
    /// <summary>Places there are; null without a limit.</summary>
    public int? Capacity { get; init; }

    /// <summary>Code of the ministry or institution that holds it; null for the ministry.</summary>
    public string? Institution { get; init; }

    /// <summary>What it counts as training; 0 where it is none.</summary>
    public int CourseMinutes { get; init; }

    /// <summary>It counts for the cooperative course that the law asks of founders.</summary>
    public bool IsPriorCourse { get; init; }
    public bool OffersChildcare { get; init; }
}

/// <param name="Venue">In words, as women know it: "Escuela El Valle".</param>
public sealed record MeetingSlot(DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Venue);

/// <summary>Whom a meeting is for: a group, a community, or both; and in whose territory it lies.</summary>
public sealed record MeetingHost(string Country, string? RegionCode, string? PlaceCode, GroupId? Group, CommunityId? Community);
