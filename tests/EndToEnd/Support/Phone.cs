using System.Globalization;
using System.Net;

namespace CoopAssistant.EndToEnd.Support;

/// <summary>A woman's phone: posts webhooks as Twilio does, signed by Twilio's own library.</summary>
/// <param name="signedUrl">The bot's public address, which Twilio signs.</param>
internal sealed class Phone(HttpClient http, OfficialSigner signer, string signedUrl, string number)
{
    public const string Token = "12345678901234567890123456789012";
    public const string AccountSid = "AC22222222222222222222222222222222";
    public const string Sender = "whatsapp:+14155238886";

    private int _sent;

    public string Address { get; } = "whatsapp:" + number;

    /// <summary>A message id of this phone's own: the same one twice is a duplicate.</summary>
    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"SM{number.TrimStart('+').PadLeft(16, '0')}{Interlocked.Increment(ref _sent):x16}");

    public Task<HttpStatusCode> Says(string text) => Posts(NextId(), text);

    /// <summary>Posts and returns the status; throws what HttpClient throws where the connection breaks.</summary>
    /// <param name="to">The process that gets it, where that is not the public address.</param>
    public async Task<HttpStatusCode> Posts(string id, string text, string? to = null)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SmsMessageSid"] = id, ["NumMedia"] = "0", ["ProfileName"] = "Ana", ["MessageType"] = "text", ["SmsSid"] = id,
            ["WaId"] = number.TrimStart('+'), ["SmsStatus"] = "received", ["Body"] = text, ["To"] = Sender, ["NumSegments"] = "1",
            ["ReferralNumMedia"] = "0", ["MessageSid"] = id, ["AccountSid"] = AccountSid, ["From"] = Address, ["ApiVersion"] = "2010-04-01",
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, (to ?? signedUrl) + "/whatsapp") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", await signer.Sign(Token, signedUrl + "/whatsapp", form));
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
