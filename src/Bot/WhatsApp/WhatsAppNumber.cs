using Microsoft.Extensions.Configuration;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>The address women write to, as pages show and link it. Empty where WhatsApp is not connected.</summary>
internal static class WhatsAppNumber
{
    public static string Of(IConfiguration configuration) => configuration["Twilio:From"] ?? "";
}
