using System.Globalization;
using CoopAssistant.Programme;

namespace CoopAssistant.Messaging.Notices;

/// <summary>How <see cref="Conversations.Conversation.AwaitedFromHer"/> says that a referral waits for her consent: <c>referral:{referral id}:{participant id}</c>.</summary>
public static class AwaitedReferral
{
    private const string Prefix = "referral:";

    public static string Of(ReferralId referral, ParticipantId participant) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{referral.Value:N}:{participant.Value:N}");

    public static bool Is(string? awaited) => awaited?.StartsWith(Prefix, StringComparison.Ordinal) == true;
}
