using System.Buffers;
using System.Text;
using CoopAssistant.Benchmarks.Load;
using CoopAssistant.Bot.WhatsApp;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Benchmarks.References;

/// <summary>What both references read of a webhook, after its signature.</summary>
/// <param name="Phone">Her number; the key of her conversation.</param>
internal sealed record Heard(long Phone, string Id, string Text);

/// <summary>The references' front door: the program's own reader of forms and signatures, and nothing else around it.</summary>
internal sealed class SignedWebhook(string url)
{
    private static readonly byte[] Empty = """<?xml version="1.0" encoding="UTF-8"?><Response/>"""u8.ToArray();
    private readonly TwilioSignature _signature = new(WebhookWriter.Token);
    private readonly SignedUrl _url = SignedUrl.Of(url + "/whatsapp");

    /// <summary>Null where the signature is wrong; 403 is set then.</summary>
    public async ValueTask<Heard?> Read(HttpContext http)
    {
        var length = (int)http.Request.ContentLength!.Value;
        var body = await http.Request.BodyReader.ReadAtLeastAsync(length, http.RequestAborted);
        var heard = Read(body.Buffer, length, http.Request.Headers["X-Twilio-Signature"].ToString());
        http.Request.BodyReader.AdvanceTo(body.Buffer.End);
        if (heard is null) http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return heard;
    }

    public static async Task Answer(HttpContext http)
    {
        http.Response.ContentType = "text/xml; charset=utf-8";
        http.Response.ContentLength = Empty.Length;
        await http.Response.Body.WriteAsync(Empty);
    }

    private Heard? Read(in ReadOnlySequence<byte> body, int length, string signed)
    {
        var room = ArrayPool<byte>.Shared.Rent(length + TwilioForm.RoomFor(length));
        try
        {
            var bytes = body.IsSingleSegment ? body.FirstSpan : body.ToArray();
            Span<FormField> fields = stackalloc FormField[TwilioForm.MaxFields];
            if (!TwilioForm.TryRead(bytes, room.AsSpan(length), fields, out var form) || !_signature.IsValid(signed, _url, form)) return null;
            return System.Buffers.Text.Utf8Parser.TryParse(form["WaId"u8], out long phone, out _)
                ? new Heard(phone, Encoding.UTF8.GetString(form["MessageSid"u8]), Encoding.UTF8.GetString(form["Body"u8]))
                : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }
}
