using CoopAssistant.Messaging.Outbox;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>What each error code of Twilio means for a message (protocol A6). Unknown codes are permanent, and worth an alert.</summary>
internal static class TwilioErrors
{
    public const string WrongCredentials = "20003";
    public const string TooManyRequests = "20429";

    private static readonly TimeSpan[] FewTimes = [TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(15)];
    private static readonly TimeSpan[] QueueFull = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6)];
    private static readonly TimeSpan[] ChannelRate = [TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromHours(24)];
    private static readonly TimeSpan[] NextDay = [TimeSpan.FromHours(24), TimeSpan.FromHours(24)];
    private static readonly TimeSpan[] Once = [TimeSpan.FromMinutes(1)];

    public static Refusal Of(string code) => code switch
    {
        "21610" or "63014" or "21211" or "21614" or "63003" or "63024" => new Refusal(code, RefusalKind.OutOfReach),
        "63016" => new Refusal(code, RefusalKind.WindowClosed),
        "63012" or "63005" or "63010" or "63017" or TooManyRequests => Later(code, FewTimes),
        "21611" or "30001" => Later(code, QueueFull),
        "63018" => Later(code, ChannelRate),
        "63038" => Later(code, NextDay),
        "63019" => Later(code, Once),
        _ => new Refusal(code, RefusalKind.Permanent),
    };

    /// <summary>Nobody's phone but our account, sender, template or code is to blame, or nobody knows: somebody technical has to look.</summary>
    public static bool NeedsAlert(string code) => code is not (
        "21211" or "21614" or "63003" or "63024" or "21610" or "63014" or "63016" or "63032" or "63049"
        or "63012" or "63005" or "63010" or "63017" or "63018" or "63038" or "21611" or "30001" or TooManyRequests);

    private static Refusal Later(string code, TimeSpan[] delays) => new(code, RefusalKind.Later) { Delays = delays };
}
