using System.Text;
using CoopAssistant.Bot.Deliveries;
using CoopAssistant.Messaging.Outbox;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>POST /whatsapp/status: what became of what we sent. 200 once it is on disk, also for ids and words we do not know.</summary>
internal sealed partial class StatusWebhook(TwilioRequests requests, StatusNotes notes, ILogger<StatusWebhook> logger)
{
    private sealed record Callback(StatusReport? Report);

    public async Task Receive(HttpContext context)
    {
        if (await requests.Read(context, Read) is not { } callback) return;
        try
        {
            if (callback.Report is { } report)
            {
                if (report.Refusal is { } refusal) LogFailed(logger, TwilioErrors.NeedsAlert(refusal.Code) ? LogLevel.Error : LogLevel.Information, report.ProviderId, refusal.Code);
                await notes.Add(report);
            }
        }
        catch (Exception e)
        {
            LogLost(logger, e);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static Callback? Read(scoped in TwilioForm form)
    {
        var sid = form["MessageSid"u8];
        if (sid.IsEmpty || sid.Length > 64) return null;
        var status = form["MessageStatus"u8];
        if (status.IsEmpty) status = form["SmsStatus"u8];
        return new Callback(TwilioStatus.Report(Encoding.UTF8.GetString(sid), Encoding.UTF8.GetString(status), CleanText.Line(form["ErrorCode"u8], 16) ?? ""));
    }

    [LoggerMessage(Message = "Twilio reports that {MessageSid} failed with {Code}")]
    private static partial void LogFailed(ILogger logger, LogLevel level, string messageSid, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not store a status callback; the provider was told so")]
    private static partial void LogLost(ILogger logger, Exception e);
}
