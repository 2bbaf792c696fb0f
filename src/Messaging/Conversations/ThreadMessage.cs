namespace CoopAssistant.Messaging.Conversations;

/// <summary>A message as those who follow a thread see it.</summary>
public sealed record ThreadMessage(long Id, MessageDirection Direction, string Text, DateTimeOffset At)
{
    /// <summary>Most messages read in one go.</summary>
    public const int MostAtOnce = 500;

    /// <summary>See <see cref="MessageExtras"/>.</summary>
    public string? Extras { get; init; }
    public string? ProviderId { get; init; }

    /// <summary>Staff member who wrote it; null for the bot and for her. Her page learns that a person writes, not who.</summary>
    public string? Author { get; init; }
}
