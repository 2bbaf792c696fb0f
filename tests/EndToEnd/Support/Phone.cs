using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace CoopAssistant.EndToEnd.Support;

/// <summary>A woman's phone: posts webhooks as Twilio does, signed by Twilio's own library.</summary>
/// <param name="signedUrl">The bot's public address, which Twilio signs.</param>
internal sealed class Phone(HttpClient http, OfficialSigner signer, string signedUrl, string number)
{
    public const string Token = "12345678901234567890123456789012";
    public const string AccountSid = "AC22222222222222222222222222222222";
    public const string Sender = "whatsapp:+14155238886";

    private readonly ConcurrentDictionary<(string Id, string Text), Task<string>> _signatures = new();
    private int _sent;

    public string Address { get; } = "whatsapp:" + number;

    /// <summary>A message id of this phone's own: the same one twice is a duplicate.</summary>
    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"SM{number.TrimStart('+').PadLeft(16, '0')}{Interlocked.Increment(ref _sent):x16}");

    public Task<HttpStatusCode> Says(string text) => Posts(NextId(), text);

    /// <summary>Posts and returns the status; throws what HttpClient throws where the connection breaks.</summary>
    /// <param name="to">The process that gets it, where that is not the public address.</param>
    public async Task<HttpStatusCode> Posts(string id, string text, string? to = null)
    {
        var form = Form(id, text);
        using var request = new HttpRequestMessage(HttpMethod.Post, (to ?? signedUrl) + "/whatsapp") { Content = new FormUrlEncodedContent(form) };
        // What is delivered twice is signed once, so that both can leave at the same instant.
        request.Headers.Add("X-Twilio-Signature", await _signatures.GetOrAdd((id, text), _ => signer.Sign(Token, signedUrl + "/whatsapp", form)));
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Posts a text, and a profile name, whose bytes are written as they stand.</summary>
    /// <param name="encoded">As in a form: %FF is a byte.</param>
    public async Task<HttpStatusCode> SaysBytes(string encoded)
    {
        var form = Form(NextId(), "");
        form.Remove("Body");
        form.Remove("ProfileName");
        using var rest = new FormUrlEncodedContent(form);
        var body = $"{await rest.ReadAsStringAsync()}&ProfileName={encoded}&Body={encoded}";
        using var request = new HttpRequestMessage(HttpMethod.Post, signedUrl + "/whatsapp") { Content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded") };
        request.Headers.Add("X-Twilio-Signature", await signer.SignBody(Token, signedUrl + "/whatsapp", body));
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private Dictionary<string, string> Form(string id, string text) => new(StringComparer.Ordinal)
    {
        ["SmsMessageSid"] = id, ["NumMedia"] = "0", ["ProfileName"] = "Ana", ["MessageType"] = "text", ["SmsSid"] = id,
        ["WaId"] = number.TrimStart('+'), ["SmsStatus"] = "received", ["Body"] = text, ["To"] = Sender, ["NumSegments"] = "1",
        ["ReferralNumMedia"] = "0", ["MessageSid"] = id, ["AccountSid"] = AccountSid, ["From"] = Address, ["ApiVersion"] = "2010-04-01",
    };
}
