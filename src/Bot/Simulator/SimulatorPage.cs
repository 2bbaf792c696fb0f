using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace CoopAssistant.Bot.Simulator;

/// <summary>The page with the phones, and the few requests it makes.</summary>
internal static class SimulatorPage
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapSimulatorPage(this IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/simulator");
        page.MapGet("", (HttpContext http) => File(http, "simulator.html", "text/html; charset=utf-8"));
        page.MapGet("/simulator.js", (HttpContext http) => File(http, "simulator.js", "text/javascript; charset=utf-8"));
        page.MapGet("/simulator.css", (HttpContext http) => File(http, "simulator.css", "text/css; charset=utf-8"));
        page.MapGet("/api/events", (HttpContext http, TwilioStandIn standIn, IHostApplicationLifetime life) => Follow(http, standIn, life.ApplicationStopping));
        page.MapPost("/api/say", async (PhoneSays said, SimulatedPhones phones, CancellationToken cancel) => Results.Ok(await phones.Say(said, cancel)));
        page.MapPost("/api/signal", (PhoneSignal signal, TwilioStandIn standIn) =>
        {
            foreach (var address in signal.Addresses) standIn.SetOffline(address, signal.IsOffline);
            return Results.NoContent();
        });
        page.MapPost("/api/trouble", (Trouble trouble, TwilioStandIn standIn) =>
        {
            standIn.ForgetFaults();
            standIn.LosesCallbacks = trouble.LosesCallbacks;
            standIn.FaultCode = trouble.Code;
            if (Enum.TryParse<StandInFault>(trouble.Fault, out var fault)) standIn.NextSends(Enumerable.Repeat(fault, Math.Clamp(trouble.Times, 0, 1000)));
            return Results.NoContent();
        });
    }

    /// <summary>Server-sent events: everything so far, then each message as it comes or changes.</summary>
    private static async Task Follow(HttpContext http, TwilioStandIn standIn, CancellationToken stopping)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        var news = Channel.CreateUnbounded<StandInMessage>();
        using var watching = standIn.Watch(message => news.Writer.TryWrite(message));
        try
        {
            foreach (var message in standIn.Messages) await Write(http, message, ends.Token);
            await http.Response.Body.FlushAsync(ends.Token);
            await foreach (var message in news.Reader.ReadAllAsync(ends.Token))
            {
                await Write(http, message, ends.Token);
                await http.Response.Body.FlushAsync(ends.Token);
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // the page was closed, or the program stops
        }
    }

    private static Task Write(HttpContext http, StandInMessage message, CancellationToken cancel) =>
        http.Response.WriteAsync($"data: {JsonSerializer.Serialize(message, JsonSerializerOptions.Web)}\n\n", cancel);

    private static IResult File(HttpContext http, string name, string contentType)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Stream(typeof(SimulatorPage).Assembly.GetManifestResourceStream("Simulator/" + name)!, contentType);
    }

    internal sealed record PhoneSignal(IReadOnlyList<string> Addresses, bool IsOffline);

    internal sealed record Trouble(string Fault, int Times, int Code, bool LosesCallbacks);
}
