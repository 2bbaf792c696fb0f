using System.Globalization;
using CoopAssistant.Programme;

namespace CoopAssistant.Messaging.Notices;

/// <summary>How <see cref="Conversations.Conversation.AwaitedFromHer"/> says that a meeting waits for her yes or no: <c>meeting:{meeting id}:{participant id}</c>.</summary>
public static class AwaitedMeeting
{
    private const string Prefix = "meeting:";

    public static string Of(MeetingId meeting, ParticipantId participant) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{meeting.Value:N}:{participant.Value:N}");

    /// <summary>A meeting is what is waited for: anything else staff ask comes before it.</summary>
    public static bool Is(string? awaited) => awaited?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>False where nothing, or something else, is awaited.</summary>
    public static bool TryRead(string? awaited, out MeetingId meeting, out ParticipantId participant)
    {
        (meeting, participant) = (default, default);
        if (!Is(awaited) || awaited![Prefix.Length..].Split(':') is not [var first, var second]) return false;
        if (!Guid.TryParse(first, out var meetingId) || !Guid.TryParse(second, out var participantId)) return false;
        (meeting, participant) = (new MeetingId(meetingId), new ParticipantId(participantId));
        return true;
    }
}
