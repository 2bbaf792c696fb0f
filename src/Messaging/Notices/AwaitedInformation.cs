using System.Globalization;
using CoopAssistant.Programme;

namespace CoopAssistant.Messaging.Notices;

/// <summary>How <see cref="Conversations.Conversation.AwaitedFromHer"/> says that a registration waits for information: <c>missing:{registration id}</c>.</summary>
public static class AwaitedInformation
{
    private const string Prefix = "missing:";

    public static string Of(RegistrationId registration) => Prefix + registration.Value.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>False where nothing, or something else, is awaited.</summary>
    public static bool TryRead(string? awaited, out RegistrationId registration)
    {
        registration = default;
        if (awaited is null || !awaited.StartsWith(Prefix, StringComparison.Ordinal) || !Guid.TryParse(awaited.AsSpan(Prefix.Length), out var id)) return false;
        registration = new RegistrationId(id);
        return true;
    }
}
