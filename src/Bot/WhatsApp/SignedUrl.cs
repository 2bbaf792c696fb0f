using System.Text;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>A URL as Twilio calls it, byte for byte, and its second spelling: with the port written out, or without (protocol A2.4).</summary>
internal sealed class SignedUrl
{
    private SignedUrl(string given, params byte[][] spellings) => (Given, Spellings, MaxLength) = (given, spellings, spellings.Max(s => s.Length));

    public string Given { get; }
    public byte[][] Spellings { get; }

    /// <summary>Bytes of the longest spelling.</summary>
    public int MaxLength { get; }

    /// <param name="url">Absolute http or https URL with path and query, without fragment and user.</param>
    public static SignedUrl Of(string url)
    {
        var hostStart = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var hostEnd = url.AsSpan(hostStart).IndexOfAny('/', '?') is >= 0 and var path ? hostStart + path : url.Length;
        var (scheme, host, rest) = (url[..hostStart], url[hostStart..hostEnd], url[hostEnd..]);
        var port = host.LastIndexOf(':') is > 0 and var colon && host.IndexOf(']', colon) < 0 ? host[colon..] : "";
        var other = port.Length > 0 ? host[..^port.Length] : host + (url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80");
        return new SignedUrl(url, Encoding.UTF8.GetBytes(url), Encoding.UTF8.GetBytes(scheme + other + rest));
    }
}
