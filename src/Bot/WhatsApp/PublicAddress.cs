using CoopAssistant.Data;
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
        if (string.IsNullOrWhiteSpace(url)) url = Local(configuration);
        if (!TwilioOptionsCheck.IsHttpUrl(url) || new Uri(url) is not { Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 })
            throw new UnusableSettingException("Bot:PublicUrl must be the bot's public address and no more, like https://chat.example.coop (no user, no '?', no '#').");
        return new PublicAddress(url.TrimEnd('/'));
    }

    /// <summary>The bot as this machine reaches it, from Bot:Url.</summary>
    public static string Local(IConfiguration configuration)
    {
        var listens = configuration["Bot:Url"];
        if (string.IsNullOrWhiteSpace(listens)) return "http://localhost:5080";
        return listens.Split(';', StringSplitOptions.TrimEntries)[0].TrimEnd('/')
            .Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal);
    }
}
