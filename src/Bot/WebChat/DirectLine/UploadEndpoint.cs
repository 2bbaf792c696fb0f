using System.Net.Http.Headers;
using CoopAssistant.Bot.WebChat.Tokens;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Messaging.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>Files she sends: as Web Chat does (an activity part and file parts, in any order) or as one raw body.</summary>
internal static class UploadEndpoint
{
    private const int MostFiles = 5;
    private const string ActivityPart = "activity";

    public static async Task<IResult> Upload(
        HttpContext http, string id, Door door, WebThreads threads, WebTurns turns, MessagingDb db, IOptions<WebChatOptions> options, TimeProvider clock)
    {
        var (token, refusal) = await door.Check(http, id);
        if (token is null) return refusal!;
        var contact = await threads.Contact(token, http.RequestAborted);
        if (contact == 0) return DirectLineError.Unknown;

        var (parts, wrong) = await Read(http, options.Value.MaxUploadBytes);
        if (parts is null) return wrong!;
        var (activity, malformed) = PostedActivity.Parse(parts.Activity ?? """{"type":"message"}"""u8.ToArray());
        if (activity is null) return malformed!;
        if (parts.Files.Count is 0 or > MostFiles) return DirectLineError.Malformed($"Send 1 to {MostFiles} files.");

        if (await Keep(parts.Files, token, db, clock.GetUtcNow(), http.RequestAborted) is not { } media) return DirectLineError.WrongFile("Pictures, audio and PDF only.");
        return DirectLineEndpoints.Posted(ActivityWriter.IdOf(id, await turns.Take(token, contact, activity, media, http.RequestAborted)));
    }

    /// <summary>Stores what she sent and says where it lies; null, and nothing stored, where a file is of a kind that we do not take.</summary>
    public static async Task<IReadOnlyList<InboundMedia>?> Keep(IReadOnlyList<SentFile> files, ChatToken token, MessagingDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var kept = new List<WebUpload>();
        foreach (var file in files)
        {
            if (FileKind.Of(file.Bytes, file.ContentType) is not { } kind) return null;
            kept.Add(new WebUpload(ChatTokens.Unguessable(), token.User, FileKind.SafeName(file.Name, kind), kind, file.Bytes, now));
        }
        db.WebUploads.AddRange(kept);
        await db.SaveAsync(cancel);
        return [.. kept.Select(f => new InboundMedia($"{DirectLineEndpoints.Path}/attachments/{f.Id}/{Uri.EscapeDataString(f.Name)}", f.ContentType))];
    }

    public static async Task<SentFile> Read(IFormFile part, CancellationToken cancel)
    {
        var bytes = new byte[part.Length];
        await using var content = part.OpenReadStream();
        await content.ReadExactlyAsync(bytes, cancel);
        return new(part.FileName, part.ContentType ?? "", bytes);
    }

    /// <summary>The address is the secret: 128 bits of chance, told only to her and to staff.</summary>
    public static async Task<IResult> Download(HttpContext http, string file, MessagingDb db)
    {
        var upload = await db.WebUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == file, http.RequestAborted);
        if (upload is null) return DirectLineError.Unknown;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        var isShown = upload.ContentType.StartsWith("image/", StringComparison.Ordinal) || upload.ContentType.StartsWith("audio/", StringComparison.Ordinal);
        return Results.File(upload.Bytes, upload.ContentType, isShown ? null : upload.Name, enableRangeProcessing: true);
    }

    private static async Task<(UploadParts? Parts, IResult? Refusal)> Read(HttpContext http, int mostBytes)
    {
        var room = mostBytes + PostedActivity.MostCharacters;
        if (http.Request.ContentLength > room) return (null, TooLarge(mostBytes));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = room;
        try
        {
            var parts = http.Request.HasFormContentType ? await FromForm(http.Request, room) : await FromBody(http.Request);
            return parts.Files.Sum(f => (long)f.Bytes.Length) > mostBytes ? (null, TooLarge(mostBytes)) : (parts, null);
        }
        catch (BadHttpRequestException broken) when (broken.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, TooLarge(mostBytes));
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException or IOException)
        {
            return (null, DirectLineError.Malformed("The upload is broken off or no form."));
        }
    }

    private static async Task<UploadParts> FromForm(HttpRequest request, int room)
    {
        var form = await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = room, ValueCountLimit = 20 }, request.HttpContext.RequestAborted);
        byte[]? activity = form.TryGetValue(ActivityPart, out var text) ? System.Text.Encoding.UTF8.GetBytes(text.ToString()) : null;
        var files = new List<SentFile>();
        foreach (var part in form.Files)
        {
            var file = await Read(part, request.HttpContext.RequestAborted);
            if (part.Name == ActivityPart) activity = file.Bytes;
            else files.Add(file);
        }
        return new(activity, files);
    }

    private static async Task<UploadParts> FromBody(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        var name = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var said) ? said.FileNameStar ?? said.FileName : null;
        return new(null, bytes.Length == 0 ? [] : [new(name?.Trim('"') ?? "", request.ContentType ?? "", bytes.ToArray())]);
    }

    private static IResult TooLarge(int mostBytes) => DirectLineError.TooLarge($"Files of one message have at most {mostBytes} bytes together.");

    private sealed record UploadParts(byte[]? Activity, IReadOnlyList<SentFile> Files);
}

/// <param name="ContentType">As her browser says; the bytes decide.</param>
internal sealed record SentFile(string Name, string ContentType, byte[] Bytes);
