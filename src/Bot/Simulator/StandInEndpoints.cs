using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Bot.Simulator;

/// <summary>The stand-in's HTTP face: the requests of protocol A5 that the bot makes, with Twilio's checks and words.</summary>
public static class StandInEndpoints
{
    /// <param name="prefix">Path before /2010-04-01, without a slash at the end; empty for none.</param>
    public static void MapTwilioStandIn(this IEndpointRouteBuilder routes, TwilioStandIn standIn, string prefix)
    {
        var messages = routes.MapGroup(prefix + "/2010-04-01/Accounts/{account}");
        messages.MapPost("/Messages.json", (HttpContext http, string account) => Create(http, account, standIn));
        messages.MapGet("/Messages.json", (HttpContext http, string account) => List(http, account, standIn));
        messages.MapGet("/Messages/{sid}.json", (HttpContext http, string account, string sid) => One(http, account, sid, standIn));

        // as at Twilio: the file's own address wants credentials and leads to storage, which wants none
        messages.MapGet("/Messages/{sid}/Media/{media}", (HttpContext http, string account, string media) =>
            MayAsk(http, account, standIn) ? Results.Redirect($"{prefix}/media/{media}", permanent: false, preserveMethod: true) : Error(401, 20003, "Authentication Error - invalid username"));
        routes.MapGet(prefix + "/v1/Content/{sid}/ApprovalRequests", (HttpContext http, string sid) =>
            !MayAsk(http, standIn.AccountSid, standIn) ? Error(401, 20003, "Authenticate")
            : standIn.Templates.ContainsKey(sid) ? Results.Json(new Dictionary<string, object?>(StringComparer.Ordinal) { ["sid"] = sid, ["whatsapp"] = Approval(sid, standIn) }) : Error(404, 20404, "The requested resource was not found"));
        routes.MapGet(prefix + "/v1/ContentAndApprovals", (HttpContext http) =>
            MayAsk(http, standIn.AccountSid, standIn) ? Results.Json(Contents(standIn)) : Error(401, 20003, "Authenticate"));
        routes.MapGet(prefix + "/media/{media}", () => Results.Stream(typeof(TwilioStandIn).Assembly.GetManifestResourceStream("Simulator/voice-note.ogg")!, "audio/ogg"));
    }

    private static Dictionary<string, object?> Approval(string sid, TwilioStandIn standIn) => new(StringComparer.Ordinal)
    {
        ["type"] = "whatsapp", ["name"] = sid.ToLowerInvariant(), ["category"] = "UTILITY", ["status"] = standIn.Approvals.TryGetValue(sid, out var status) ? status : "approved",
    };

    private static Dictionary<string, object?> Contents(TwilioStandIn standIn) => new(StringComparer.Ordinal)
    {
        ["contents"] = standIn.Templates.Select(template => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["sid"] = template.Key, ["friendly_name"] = template.Key, ["language"] = "es", ["approval_requests"] = Approval(template.Key, standIn),
            ["types"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["twilio/text"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["body"] = template.Value } },
        }).ToList(),
        ["meta"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["next_page_url"] = null },
    };

    /// <summary>The gaps of a template filled, as her phone shows it.</summary>
    private static string Filled(string body, string? variables)
    {
        if (variables is null) return body;
        foreach (var (number, value) in System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(variables) ?? []) body = body.Replace("{{" + number + "}}", value, StringComparison.Ordinal);
        return body;
    }

    private static async Task<IResult> Create(HttpContext http, string account, TwilioStandIn standIn)
    {
        var fault = standIn.CountSend();
        if (!MayAsk(http, account, standIn) || fault == StandInFault.WrongCredentials) return Error(401, 20003, "Authentication Error - invalid username");
        switch (fault)
        {
            case StandInFault.TooManyRequests:
                if (standIn.RetryAfter > TimeSpan.Zero) http.Response.Headers.RetryAfter = Math.Ceiling(standIn.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return Error(429, 20429, "Too Many Requests");
            case StandInFault.ServerError:
                return Error(500, 20500, "Internal Server Error");
            case StandInFault.Timeout:
                return await Silence(http);
            case StandInFault.Refused:
                return Error(400, standIn.FaultCode, "Refused on request");
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (to, from, body, media) = (form["To"].ToString(), form["From"].ToString(), form["Body"].ToString(), form["MediaUrl"].FirstOrDefault());
        if (to.Length == 0) return Error(400, 21604, "A 'To' phone number is required.");
        if (!to.StartsWith("whatsapp:", StringComparison.Ordinal)) return Error(400, 21211, $"Invalid 'To' Phone Number: {to}");
        if (from.Length == 0 && form["MessagingServiceSid"].Count == 0) return Error(400, 21603, "A 'From' phone number is required.");
        var template = form["ContentSid"].FirstOrDefault();
        if (template is not null && !standIn.Templates.TryGetValue(template, out body!)) return Error(400, 21655, $"The ContentSid {template} is invalid");
        if (template is not null) body = Filled(body, form["ContentVariables"].FirstOrDefault());
        if (body.Length == 0 && media is null) return Error(400, 21619, "A text message body or media urls must be specified.");
        if (body.Length > 1600) return Error(400, 21617, "The concatenated message body exceeds the 1600 character limit");

        var overtakes = fault == StandInFault.CallbackOvertakes;
        var message = standIn.Keeps(from, to, body, media, form["StatusCallback"].FirstOrDefault(), template, fault == StandInFault.FailsLater, reportsNow: false);
        if (overtakes) await standIn.Report(message, http.RequestAborted);
        else standIn.Reports(message);
        return fault switch
        {
            StandInFault.ServerErrorAfterSending => Error(500, 20500, "Internal Server Error"),
            StandInFault.TimeoutAfterSending => await Silence(http),
            _ => Results.Json(Json(message, standIn), statusCode: 201),
        };
    }

    private static IResult List(HttpContext http, string account, TwilioStandIn standIn)
    {
        standIn.CountLookUp();
        if (!MayAsk(http, account, standIn)) return Error(401, 20003, "Authentication Error - invalid username");
        var (to, since) = (http.Request.Query["To"].ToString(), http.Request.Query["DateSent>"].ToString());
        var size = int.TryParse(http.Request.Query["PageSize"], CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, 1000) : 50;
        var from = DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : DateTimeOffset.MinValue;
        var found = standIn.Messages.Reverse().Where(m => (to.Length == 0 || m.To == to) && m.CreatedAt >= from).Take(size).Select(m => Json(m, standIn)).ToList();
        return Results.Json(new Dictionary<string, object?>(StringComparer.Ordinal) { ["messages"] = found, ["page"] = 0, ["page_size"] = size, ["next_page_uri"] = null });
    }

    private static IResult One(HttpContext http, string account, string sid, TwilioStandIn standIn)
    {
        standIn.CountLookUp();
        if (!MayAsk(http, account, standIn)) return Error(401, 20003, "Authentication Error - invalid username");
        return standIn.Find(sid) is { } message ? Results.Json(Json(message, standIn)) : Error(404, 20404, "The requested resource was not found");
    }

    private static bool MayAsk(HttpContext http, string account, TwilioStandIn standIn)
    {
        if (account != standIn.AccountSid || !AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header) || header is not { Scheme: "Basic", Parameter: { } parameter }) return false;
        Span<byte> decoded = stackalloc byte[512];
        if (!Convert.TryFromBase64String(parameter, decoded, out var length)) return false;
        var user = Encoding.UTF8.GetString(decoded[..length]);
        return user == $"{standIn.AccountSid}:{standIn.AuthToken}" || standIn.ApiKeys.Contains(user);
    }

    /// <summary>Never answers: the caller gives up.</summary>
    private static async Task<IResult> Silence(HttpContext http)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMinutes(2), http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // the caller gave up
        }

        return Results.Empty;
    }

    private static IResult Error(int status, int code, string message) => Results.Json(
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code, ["message"] = message, ["more_info"] = $"https://www.twilio.com/docs/errors/{code}", ["status"] = status }, statusCode: status);

    private static Dictionary<string, object?> Json(StandInMessage message, TwilioStandIn standIn) => new(StringComparer.Ordinal)
    {
        ["account_sid"] = standIn.AccountSid, ["api_version"] = "2010-04-01", ["body"] = message.Body, ["date_created"] = Rfc2822(message.CreatedAt), ["date_sent"] = message.Status == "queued" ? null : Rfc2822(message.CreatedAt),
        ["date_updated"] = Rfc2822(message.CreatedAt), ["direction"] = message.Direction, ["error_code"] = message.Status == "failed" ? message.ErrorCode : null, ["error_message"] = null, ["from"] = message.From,
        ["messaging_service_sid"] = null, ["num_media"] = message.MediaUrl is null ? "0" : "1", ["num_segments"] = "1", ["price"] = null, ["price_unit"] = null, ["sid"] = message.Sid, ["status"] = message.Status,
        ["to"] = message.To, ["uri"] = $"/2010-04-01/Accounts/{standIn.AccountSid}/Messages/{message.Sid}.json",
    };

    private static string Rfc2822(DateTimeOffset at) => at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
