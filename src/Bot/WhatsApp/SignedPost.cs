using System.Net.Http.Headers;
using System.Text;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>Posts a webhook as Twilio does: form, signature, user agent.</summary>
internal sealed class SignedPost(HttpClient http, string authToken)
{
    /// <param name="signedUrl">What the receiver believes it was called by.</param>
    /// <param name="postUrl">Where it is posted to.</param>
    public async Task<int> Send(string signedUrl, string postUrl, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancel)
    {
        var body = Encoding.ASCII.GetBytes(string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, postUrl) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded", "UTF-8");
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", Signature(signedUrl, body));
        request.Headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
        using var answer = await http.SendAsync(request, cancel);
        return (int)answer.StatusCode;
    }

    public string Signature(string url, ReadOnlySpan<byte> body)
    {
        TwilioForm.TryRead(body, new byte[TwilioForm.RoomFor(body.Length)], new FormField[TwilioForm.MaxFields], out var form);
        return new TwilioSignature(authToken).Sign(SignedUrl.Of(url), form);
    }
}
