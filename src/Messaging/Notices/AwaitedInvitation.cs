using System.Globalization;
using CoopAssistant.Programme;

namespace CoopAssistant.Messaging.Notices;

/// <summary>How <see cref="Conversations.Conversation.AwaitedFromHer"/> says that a group waits for her yes or no: <c>group:{group id}:{participant id}</c>.</summary>
public static class AwaitedInvitation
{
    private const string Prefix = "group:";

    public static string Of(GroupId group, ParticipantId participant) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{group.Value:N}:{participant.Value:N}");

    /// <summary>False where nothing, or something else, is awaited.</summary>
    public static bool TryRead(string? awaited, out GroupId group, out ParticipantId participant)
    {
        (group, participant) = (default, default);
        if (awaited is null || !awaited.StartsWith(Prefix, StringComparison.Ordinal) || awaited[Prefix.Length..].Split(':') is not [var first, var second]) return false;
        if (!Guid.TryParse(first, out var groupId) || !Guid.TryParse(second, out var participantId)) return false;
        (group, participant) = (new GroupId(groupId), new ParticipantId(participantId));
        return true;
    }
}
