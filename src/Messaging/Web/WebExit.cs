namespace CoopAssistant.Messaging.Web;

/// <summary>
/// She left the web chat for good ("salir"): tokens and cookies of this address open nothing any more, wherever a copy may be.
/// Rows older than the longest cookie can go.
/// </summary>
public sealed class WebExit
{
    private WebExit() { }

    public WebExit(string address, DateTimeOffset at) => (Address, At) = (address, at);

    /// <summary>Her address on the web channel, dl_….</summary>
    public string Address { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
