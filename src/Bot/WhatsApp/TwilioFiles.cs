using System.Net.Http.Headers;
using System.Text;
using CoopAssistant.Messaging.Inbox;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>Pictures and voice notes that Twilio keeps. Asked with our credentials at Twilio's own address only; the place it points to gets none.</summary>
internal sealed class TwilioFiles(HttpClient http, IOptions<TwilioOptions> options) : IReadProviderFile
{
    /// <summary>WhatsApp takes no larger file.</summary>
    private const int Largest = 16 * 1024 * 1024;

    private readonly TwilioOptions twilio = options.Value;

    public async Task<ProviderFile?> Read(string url, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !Uri.TryCreate(twilio.ApiBaseUrl, UriKind.Absolute, out var api)) return null;
        if (address.Scheme != api.Scheme || address.Authority != api.Authority) return null;
        try
        {
            using var first = await Ask(address, withCredentials: true, cancel);
            if (first.Headers.Location is not { } elsewhere) return await Whole(first, cancel);
            var target = new Uri(address, elsewhere);
            if (target.Scheme != Uri.UriSchemeHttps && target.Authority != api.Authority) return null;
            using var second = await Ask(target, withCredentials: false, cancel);
            return await Whole(second, cancel);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    private Task<HttpResponseMessage> Ask(Uri address, bool withCredentials, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        var (name, secret) = twilio.ApiKeySid.Length > 0 ? (twilio.ApiKeySid, twilio.ApiKeySecret) : (twilio.AccountSid, twilio.AuthToken);
        if (withCredentials) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{secret}")));
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
    }

    private static async Task<ProviderFile?> Whole(HttpResponseMessage answer, CancellationToken cancel)
    {
        if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentLength > Largest) return null;
        await answer.Content.LoadIntoBufferAsync(Largest, cancel);
        return new ProviderFile(answer.Content.Headers.ContentType?.MediaType ?? "application/octet-stream", await answer.Content.ReadAsByteArrayAsync(cancel));
    }
}
