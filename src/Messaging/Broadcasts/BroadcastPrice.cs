namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>What a template message costs in a country, as staff set it: for the estimate before a broadcast, nothing else.</summary>
public sealed class BroadcastPrice
{
    private BroadcastPrice() { }

    public BroadcastPrice(string country, long micros, string currency) => (Country, Micros, Currency) = (country, micros, currency);

    public string Country { get; private set; } = "";

    /// <summary>Millionths of the currency.</summary>
    public long Micros { get; private set; }

    /// <summary>ISO 4217: USD.</summary>
    public string Currency { get; private set; } = "";

    public void Set(long micros, string currency) => (Micros, Currency) = (micros, currency);
}
