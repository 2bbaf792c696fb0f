using CoopAssistant.Courses.Recordings;
using CoopAssistant.Programme.Recordings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace CoopAssistant.Bot.Recordings;

/// <summary>Plays recordings: to WhatsApp's servers whole, to a browser also in parts. What stands under an address never changes.</summary>
internal static class RecordingEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapRecordings(this IEndpointRouteBuilder routes) => routes.MapMethods($"{RecordingFile.Folder}/{{file:maxlength(40)}}.ogg", Reading, Play);

    private static async Task<IResult> Play(HttpContext http, string file, ReadRecordingBytes lessons, ReadStatusVoiceBytes statuses)
    {
        var etag = new EntityTagHeaderValue($"\"{file}\"");
        if ((await lessons.Handle(file, http.RequestAborted) ?? await statuses.Handle(file, http.RequestAborted)) is not { } bytes) return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Bytes(bytes, RecordingFile.ContentType, enableRangeProcessing: true, entityTag: etag);
    }
}
