using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoopAssistant.Messaging.Broadcasts;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>Twilio's Content API, as much as we need (protocol A8): which templates there are, and whether WhatsApp approved them. Changes nothing there.</summary>
internal sealed class TwilioContent(HttpClient http, IOptions<TwilioOptions> options) : IReadTemplates
{
    public const string Approved = "approved";
    private const int MostPages = 20;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly TwilioOptions twilio = options.Value;

    /// <summary>The gaps' values as a create-message call wants them: <c>{"1":"Ana"}</c>.</summary>
    public static string Variables(IReadOnlyList<string> values) =>
        JsonSerializer.Serialize(values.Select((value, i) => (Key: (i + 1).ToString(CultureInfo.InvariantCulture), value)).ToDictionary(v => v.Key, v => v.value, StringComparer.Ordinal), Plain);

    /// <summary>What WhatsApp says of it: approved, pending, rejected, paused, …; "unknown" where there is no such template, null where Twilio does not answer.</summary>
    public async Task<string?> Approval(string sid, CancellationToken cancel)
    {
        var (answer, isMissing) = await Get($"/v1/Content/{Uri.EscapeDataString(sid)}/ApprovalRequests", ContentJson.Default.ContentApproval, cancel);
        return isMissing ? "unknown" : answer is null ? null : answer.Whatsapp?.Status ?? "unsubmitted";
    }

    public async Task<IReadOnlyList<ProviderTemplate>?> Handle(CancellationToken cancel)
    {
        if (!twilio.IsConfigured) return null;
        var found = new List<ProviderTemplate>();
        var next = "/v1/ContentAndApprovals?PageSize=100";
        for (var page = 0; next is not null && page < MostPages; page++)
        {
            var (answer, _) = await Get(next, ContentJson.Default.ContentPage, cancel);
            if (answer is null) return page == 0 ? null : found;
            found.AddRange((answer.Contents ?? []).Where(c => c.ApprovalRequests?.Status == Approved).Select(Template).OfType<ProviderTemplate>());
            next = answer.Meta?.NextPageUrl is { } url && Uri.TryCreate(url, UriKind.Absolute, out var absolute) ? absolute.PathAndQuery : null;
        }
        return [.. found.OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase).ThenBy(t => t.Language, StringComparer.Ordinal)];
    }

    /// <summary>Null for what has no text of its own, as a card.</summary>
    private static ProviderTemplate? Template(ContentItem item) =>
        item is { Sid: { } sid, Types: { } types } && types.Values.Select(BodyOf).FirstOrDefault(b => b is not null) is { } body
            ? new ProviderTemplate(sid, item.FriendlyName ?? sid, (item.Language ?? "es").Split('_', '-')[0].ToLowerInvariant(), body)
            : null;

    private static string? BodyOf(JsonElement type) => type.ValueKind == JsonValueKind.Object && type.TryGetProperty("body", out var body) ? body.GetString() : null;

    private async Task<(T? Answer, bool IsMissing)> Get<T>(string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken cancel) where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(twilio.SendTimeout);
        var user = twilio.ApiKeySid.Length > 0 ? $"{twilio.ApiKeySid}:{twilio.ApiKeySecret}" : $"{twilio.AccountSid}:{twilio.AuthToken}";
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, twilio.ContentBaseUrl.TrimEnd('/') + path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user)));
            using var answer = await http.SendAsync(request, limit.Token);
            if (!answer.IsSuccessStatusCode) return (null, answer.StatusCode == System.Net.HttpStatusCode.NotFound);
            return (await answer.Content.ReadFromJsonAsync(type, limit.Token), false);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return (null, false);
        }
    }
}

internal sealed record ContentApproval(ContentStatus? Whatsapp);

internal sealed record ContentStatus(string? Status);

internal sealed record ContentItem(string? Sid, string? FriendlyName, string? Language, Dictionary<string, JsonElement>? Types, ContentStatus? ApprovalRequests);

internal sealed record ContentMeta(string? NextPageUrl);

internal sealed record ContentPage(IReadOnlyList<ContentItem>? Contents, ContentMeta? Meta);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ContentApproval))]
[JsonSerializable(typeof(ContentPage))]
internal sealed partial class ContentJson : JsonSerializerContext;
