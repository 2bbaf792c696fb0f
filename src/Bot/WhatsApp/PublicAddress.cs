using Microsoft.Extensions.Configuration;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>Where the world reaches the bot: the base of the addresses Twilio calls and signs.</summary>
internal sealed class PublicAddress
{
    public const string Inbound = "/whatsapp";
    public const string Status = "/whatsapp/status";

    private PublicAddress(string baseUrl) => Base = baseUrl;

    /// <summary>Without a slash at the end.</summary>
    public string Base { get; }

    public string StatusCallback => Base + Status;

    /// <summary>From Bot:PublicUrl, else Bot:Url. Throws a sentence that names the setting.</summary>
    public static PublicAddress Of(IConfiguration configuration)
    {
        var url = configuration["Bot:PublicUrl"];
        if (string.IsNullOrWhiteSpace(url)) url = configuration["Bot:Url"];
        if (string.IsNullOrWhiteSpace(url)) url = "http://localhost:5080";
        if (!TwilioOptionsCheck.IsHttpUrl(url) || new Uri(url) is not { Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 })
            throw new InvalidOperationException("Bot:PublicUrl must be the bot's public address and no more, like https://chat.example.coop (no user, no '?', no '#').");
        return new PublicAddress(url.TrimEnd('/'));
    }
}
