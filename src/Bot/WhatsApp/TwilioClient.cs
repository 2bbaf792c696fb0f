using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Outbox;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>Twilio's REST API, as much as we need (protocol A5). Speaks in outcomes; throws only on cancellation.</summary>
internal sealed class TwilioClient(HttpClient http, IOptions<TwilioOptions> options, PublicAddress address, TimeProvider clock)
{
    private static readonly MediaTypeHeaderValue Form = new("application/x-www-form-urlencoded");
    private readonly TwilioOptions twilio = options.Value;
    private readonly AuthenticationHeaderValue authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(
        options.Value.ApiKeySid.Length > 0 ? $"{options.Value.ApiKeySid}:{options.Value.ApiKeySecret}" : $"{options.Value.AccountSid}:{options.Value.AuthToken}")));

    public async Task<SendOutcome> Send(string to, Bubble bubble, CancellationToken cancel)
    {
        var form = new StringBuilder();
        Append(form, "To", to);
        Append(form, "From", twilio.From);
        Append(form, "MessagingServiceSid", twilio.MessagingServiceSid);
        Append(form, "Body", bubble.Body);
        Append(form, "MediaUrl", bubble.MediaUrl ?? "");
        Append(form, "ContentSid", bubble.ContentSid ?? "");
        if (bubble.Variables.Count > 0) Append(form, "ContentVariables", TwilioContent.Variables(bubble.Variables));
        Append(form, "StatusCallback", address.StatusCallback);
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(form.ToString()));
        content.Headers.ContentType = Form;

        try
        {
            using var answer = await Ask(HttpMethod.Post, "Messages.json", content, cancel);
            if (!answer.IsSuccessStatusCode) return await Refused(answer, cancel);
            var message = await answer.Content.ReadFromJsonAsync(TwilioJson.Default.TwilioMessage, cancel);
            return message is { Sid.Length: > 0 } ? OutcomeOf(message) : new SendOutcome.Unknown("unreadable");
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return new SendOutcome.NotProcessed("connection", TimeSpan.Zero); // no connection, so nothing was sent over it
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new SendOutcome.Unknown("timeout");
        }
    }

    /// <summary>Messages to her since this day (UTC), newest first, at most 50; null where Twilio did not say.</summary>
    public Task<IReadOnlyList<TwilioMessage>?> List(string to, DateTimeOffset since, CancellationToken cancel) => Get(
        string.Create(CultureInfo.InvariantCulture, $"Messages.json?To={Uri.EscapeDataString(to)}&DateSent%3E={since.UtcDateTime:yyyy-MM-dd}&PageSize=50"),
        async answer => (await answer.Content.ReadFromJsonAsync(TwilioJson.Default.TwilioMessageList, cancel))?.Messages ?? [], cancel);

    /// <summary>How a message stands; null where Twilio did not say.</summary>
    public async Task<StatusReport?> Status(string sid, CancellationToken cancel) =>
        await Get($"Messages/{Uri.EscapeDataString(sid)}.json", answer => answer.Content.ReadFromJsonAsync(TwilioJson.Default.TwilioMessage, cancel), cancel) is { } message
            ? TwilioStatus.Report(sid, message.Status ?? "", message.ErrorCode?.ToString(CultureInfo.InvariantCulture) ?? "")
            : null;

    /// <summary>What Twilio answers to a question that changes nothing; null where nobody answers.</summary>
    public async Task<HttpStatusCode?> Knock(CancellationToken cancel)
    {
        try
        {
            using var answer = await Ask(HttpMethod.Get, "Messages.json?PageSize=1", null, cancel);
            return answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    private static SendOutcome OutcomeOf(TwilioMessage message) =>
        TwilioStatus.Report(message.Sid!, message.Status ?? "queued", message.ErrorCode?.ToString(CultureInfo.InvariantCulture) ?? "") switch
        {
            { Status: Delivery.Failed, Refusal: { } refusal } => new SendOutcome.Refused(refusal),
            { } report => new SendOutcome.Accepted(report.ProviderId, report.Status),
            null => new SendOutcome.Accepted(message.Sid!, Delivery.Queued),
        };

    private async Task<SendOutcome> Refused(HttpResponseMessage answer, CancellationToken cancel)
    {
        var status = (int)answer.StatusCode;
        if (status is >= 500 or 408) return new SendOutcome.Unknown(status.ToString(CultureInfo.InvariantCulture));
        if (answer.StatusCode == HttpStatusCode.TooManyRequests) return new SendOutcome.NotProcessed(TwilioErrors.TooManyRequests, RetryAfter(answer));

        var code = await CodeOf(answer, cancel) ?? status.ToString(CultureInfo.InvariantCulture);
        return answer.StatusCode == HttpStatusCode.Unauthorized || code == TwilioErrors.WrongCredentials
            ? new SendOutcome.NotProcessed(TwilioErrors.WrongCredentials, TimeSpan.Zero)
            : new SendOutcome.Refused(TwilioErrors.Of(code));
    }

    private static async Task<string?> CodeOf(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            var error = await answer.Content.ReadFromJsonAsync(TwilioJson.Default.TwilioError, cancel);
            return error?.Code is > 0 and var code ? code.ToString(CultureInfo.InvariantCulture) : null;
        }
        catch (Exception e) when (e is JsonException or IOException or HttpRequestException)
        {
            return null; // a proxy's page instead of Twilio's answer: its status has to do
        }
    }

    private TimeSpan RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => TimeSpan.Zero,
    };

    private async Task<T?> Get<T>(string path, Func<HttpResponseMessage, Task<T?>> read, CancellationToken cancel) where T : class
    {
        try
        {
            using var answer = await Ask(HttpMethod.Get, path, null, cancel);
            return answer.IsSuccessStatusCode ? await read(answer) : null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string path, HttpContent? content, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(twilio.SendTimeout);
        using var request = new HttpRequestMessage(method, $"{twilio.ApiBaseUrl.TrimEnd('/')}/2010-04-01/Accounts/{twilio.AccountSid}/{path}") { Content = content };
        request.Headers.Authorization = authorization;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.AcceptCharset.Add(new StringWithQualityHeaderValue("utf-8"));
        return await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, limit.Token);
    }

    private static void Append(StringBuilder form, string name, string value)
    {
        if (value.Length == 0) return;
        form.Append(form.Length > 0 ? "&" : "").Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }
}

internal sealed record TwilioMessage(string? Sid, string? Status, int? ErrorCode, string? Body, string? To, string? From, string? Direction, string? DateCreated, string? NumMedia);

internal sealed record TwilioMessageList(IReadOnlyList<TwilioMessage>? Messages);

internal sealed record TwilioError(int Code, string? Message, int Status);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TwilioMessage))]
[JsonSerializable(typeof(TwilioMessageList))]
[JsonSerializable(typeof(TwilioError))]
internal sealed partial class TwilioJson : JsonSerializerContext;
