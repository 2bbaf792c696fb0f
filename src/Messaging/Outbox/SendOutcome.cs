using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Messaging.Outbox;

/// <summary>What came of trying to send one message.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>The provider has it, under this id.</summary>
    public sealed record Accepted(string ProviderId, Delivery Status) : SendOutcome;

    /// <summary>Surely not processed (too many requests, no connection, wrong credentials): safe to repeat, and not counted as an attempt.</summary>
    public sealed record NotProcessed(string Code, TimeSpan RetryAfter) : SendOutcome;

    /// <summary>The provider may have it or not: look for it before sending again.</summary>
    public sealed record Unknown(string Code) : SendOutcome;

    public sealed record Refused(Refusal Refusal) : SendOutcome;

    /// <summary>The 24-hour window is closed: not tried.</summary>
    public sealed record OutsideWindow : SendOutcome;
}

/// <summary>The provider said no, at once or later.</summary>
/// <param name="Code">Provider's error code.</param>
public sealed record Refusal(string Code, RefusalKind Kind)
{
    /// <summary>For <see cref="RefusalKind.Later"/>: how long to wait after the first, second, … attempt; used up means failed.</summary>
    public IReadOnlyList<TimeSpan> Delays { get; init; } = [];
}

public enum RefusalKind : byte
{
    /// <summary>Repeating it cannot help.</summary>
    Permanent,

    /// <summary>Nothing reaches her address: blocked, stopped at the provider, or not on WhatsApp. Permanent for this message; those after it wait until she writes.</summary>
    OutOfReach,

    /// <summary>The 24-hour window is closed: goes out when she writes again.</summary>
    WindowClosed,

    /// <summary>May work after a while.</summary>
    Later,
}
