using CoopAssistant.Messaging.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>The turn engine as this channel needs it. Completes once the turn is on disk; throws only where nothing was stored.</summary>
internal delegate Task HandleTurn(InboundMessage message, CancellationToken cancel);

/// <summary>POST /whatsapp: what women write. Answers with an empty TwiML response after the commit; replies leave through the outbox.</summary>
internal sealed partial class WhatsAppWebhook
{
    private static readonly byte[] Empty = """<?xml version="1.0" encoding="UTF-8"?><Response/>"""u8.ToArray();

    private readonly TwilioRequests requests;
    private readonly HandleTurn handle;
    private readonly ILogger<WhatsAppWebhook> logger;
    private readonly FormReader<InboundMessage> read;

    public WhatsAppWebhook(TwilioRequests requests, HandleTurn handle, TimeProvider clock, ILogger<WhatsAppWebhook> logger)
    {
        (this.requests, this.handle, this.logger) = (requests, handle, logger);
        read = (scoped in TwilioForm form) => ReadInbound.From(form, clock.GetUtcNow());
    }

    public async Task Receive(HttpContext context)
    {
        if (await requests.Read(context, read) is not { } message) return;
        try
        {
            // Not tied to the request: a message that has arrived is worked on, even where Twilio no longer waits.
            await handle(message, CancellationToken.None);
        }
        catch (Exception e)
        {
            LogLost(logger, e, message.ProviderId);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        context.Response.ContentType = "text/xml; charset=utf-8";
        context.Response.ContentLength = Empty.Length;
        await context.Response.Body.WriteAsync(Empty);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not store WhatsApp message {MessageSid}; the provider was told so")]
    private static partial void LogLost(ILogger logger, Exception e, string messageSid);
}
