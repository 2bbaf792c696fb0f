namespace CoopAssistant.Data.Staff;

/// <summary>One signed-in browser. Ended by signing out, by its owner from elsewhere, or by an administrator.</summary>
public sealed class StaffSession
{
    /// <summary>Random, known to the cookie only.</summary>
    public required string Id { get; init; }
    public required string StaffId { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset LastSeenAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What the browser calls itself, shortened.</summary>
    public string Device { get; init; } = "";

    /// <summary>Address it came from at sign-in.</summary>
    public string Address { get; init; } = "";
}
