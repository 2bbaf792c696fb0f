using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>A message of the thread, as far as the web chat shows it.</summary>
internal sealed record ThreadMessage(long Id, MessageDirection Direction, string Text, DateTimeOffset At)
{
    public string? Extras { get; init; }
    public string? ProviderId { get; init; }

    /// <summary>Staff member who wrote it; null for the bot and for her. Her page learns that a person writes, not who.</summary>
    public string? Author { get; init; }

    public static ThreadMessage Of(Message message) => new(message.Id, message.Direction, message.Text, message.At)
    {
        Extras = message.Extras, ProviderId = message.ProviderId, Author = message.Author,
    };
}
