using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>Takes what is needed out of a proven form; null where it makes no sense.</summary>
internal delegate T? FormReader<out T>(scoped in TwilioForm form) where T : class;

/// <summary>
/// Lets only Twilio's own requests in: 415 for what is no form, 413 beyond <see cref="MaxBody"/>, 403 for a missing or wrong signature or a foreign
/// account, 400 for a proven form that makes no sense.
/// </summary>
internal sealed partial class TwilioRequests(IOptions<TwilioOptions> options, PublicAddress address, ILogger<TwilioRequests> logger)
{
    /// <summary>Bytes. The longest real one, 1600 emoji percent-encoded and repeated as JSON, stays under half of it.</summary>
    public const int MaxBody = 64 * 1024;

    private readonly TwilioSignature signature = new(options.Value.AuthToken, options.Value.PreviousAuthToken);
    private readonly byte[] account = Encoding.UTF8.GetBytes(options.Value.AccountSid);
    private readonly SignedUrl inbound = SignedUrl.Of(address.Base + PublicAddress.Inbound);
    private readonly SignedUrl status = SignedUrl.Of(address.Base + PublicAddress.Status);

    /// <returns>Null after it has answered by itself.</returns>
    public async ValueTask<T?> Read<T>(HttpContext context, FormReader<T> read) where T : class
    {
        var request = context.Request;
        if (!IsForm(request.ContentType)) return Refuse<T>(context, StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength > MaxBody) return Refuse<T>(context, StatusCodes.Status413PayloadTooLarge);
        if (!request.Headers.TryGetValue("X-Twilio-Signature", out var signed) || signed.Count != 1) return Refuse<T>(context, StatusCodes.Status403Forbidden);

        var pipe = request.BodyReader;
        var body = await ReadWhole(pipe, request.ContentLength, context.RequestAborted);
        if (body is not { } bytes) return Refuse<T>(context, StatusCodes.Status413PayloadTooLarge);

        var (code, value) = Check(bytes, signed.ToString(), UrlOf(context), read);
        pipe.AdvanceTo(bytes.End);
        return value ?? Refuse<T>(context, code);
    }

    private static async ValueTask<ReadOnlySequence<byte>?> ReadWhole(PipeReader pipe, long? length, CancellationToken cancel)
    {
        while (true)
        {
            var result = length > 0 ? await pipe.ReadAtLeastAsync((int)length, cancel) : await pipe.ReadAsync(cancel);
            if (result.Buffer.Length > MaxBody)
            {
                pipe.AdvanceTo(result.Buffer.End);
                return null;
            }

            if (result.IsCompleted || result.Buffer.Length == length) return result.Buffer;
            pipe.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private (int Code, T? Value) Check<T>(in ReadOnlySequence<byte> body, string signed, SignedUrl url, FormReader<T> read) where T : class
    {
        var length = (int)body.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length + TwilioForm.RoomFor(length));
        try
        {
            var bytes = body.IsSingleSegment ? body.FirstSpan : Copy(body, rented);
            Span<FormField> fields = stackalloc FormField[TwilioForm.MaxFields];
            if (!TwilioForm.TryRead(bytes, rented.AsSpan(length), fields, out var form)
                || !signature.IsValid(signed, url, form)
                || !form["AccountSid"u8].SequenceEqual(account))
                return (StatusCodes.Status403Forbidden, null);

            return (StatusCodes.Status400BadRequest, read(form));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static ReadOnlySpan<byte> Copy(in ReadOnlySequence<byte> body, byte[] to)
    {
        body.CopyTo(to);
        return to.AsSpan(0, (int)body.Length);
    }

    /// <summary>What Twilio called: our public base and the request's path and query as they came over the wire.</summary>
    private SignedUrl UrlOf(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return target switch
        {
            PublicAddress.Inbound => inbound,
            PublicAddress.Status => status,
            ['/', ..] => SignedUrl.Of(address.Base + target),
            _ => SignedUrl.Of(address.Base + context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent()),
        };
    }

    private static bool IsForm(string? contentType)
    {
        const string form = "application/x-www-form-urlencoded";
        return contentType is not null && contentType.StartsWith(form, StringComparison.OrdinalIgnoreCase)
            && (contentType.Length == form.Length || contentType[form.Length] is ';' or ' ');
    }

    private T? Refuse<T>(HttpContext context, int code) where T : class
    {
        context.Response.StatusCode = code;
        LogRefused(logger, code);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Refused a WhatsApp webhook with {Code}")]
    private static partial void LogRefused(ILogger logger, int code);
}
