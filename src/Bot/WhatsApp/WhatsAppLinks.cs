using Microsoft.Extensions.Configuration;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>Where a woman reaches the bot, for links and papers that staff hand out.</summary>
public static class WhatsAppLinks
{
    /// <summary>Digits of the number on which women write; null where WhatsApp is not connected.</summary>
    public static string? NumberOf(IConfiguration configuration) =>
        string.Concat(WhatsAppNumber.Of(configuration).Where(char.IsAsciiDigit)) is { Length: > 0 } digits ? digits : null;

    /// <summary>The page with the chat, without a slash at the end.</summary>
    public static string ChatOf(IConfiguration configuration) => PublicAddress.Of(configuration).Base;
}
