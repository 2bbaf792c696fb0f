using System.Globalization;
using CoopAssistant.Programme;

namespace CoopAssistant.Messaging.Notices;

/// <summary>How <see cref="Conversations.Conversation.AwaitedFromHer"/> says that a coordinator's answers are waited for: <c>follow-up:{round id}:{participant id}</c>.</summary>
public static class AwaitedFollowUp
{
    private const string Prefix = "follow-up:";

    public static string Of(long round, ParticipantId participant) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{round}:{participant.Value:N}");

    /// <summary>A follow-up is what is waited for: anything else staff ask comes before it.</summary>
    public static bool Is(string? awaited) => awaited?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>False where nothing, or something else, is awaited.</summary>
    public static bool TryRead(string? awaited, out ParticipantId participant)
    {
        participant = default;
        if (!Is(awaited) || awaited![Prefix.Length..].Split(':') is not [_, var second] || !Guid.TryParse(second, out var id)) return false;
        participant = new ParticipantId(id);
        return true;
    }
}
