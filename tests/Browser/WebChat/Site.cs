using CoopAssistant.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Browser.WebChat;

/// <summary>Another institution's web site: another origin, and for the browser another site as well (localhost, where the chat is 127.0.0.1).</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Dictionary<string, (string Body, string? Policy)> pages = new(StringComparer.Ordinal);

    private Site(int port)
    {
        Url = $"http://localhost:{port}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        app = builder.Build();
        app.Run(Answer);
    }

    public string Url { get; }

    public static async Task<Site> Start()
    {
        var site = new Site(FreePort.Draw());
        await site.app.StartAsync();
        return site;
    }

    /// <param name="path">With its slash.</param>
    /// <param name="policy">Content-Security-Policy; null for none.</param>
    public void Page(string path, string html, string? policy = null) => pages[path] = (html, policy);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private Task Answer(HttpContext http)
    {
        if (http.Request.Path == "/webchat.js") return http.Response.SendFileAsync(MicrosoftWebChat.Bundle);
        if (!pages.TryGetValue(http.Request.Path.Value!, out var page))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        if (page.Policy is not null) http.Response.Headers.ContentSecurityPolicy = page.Policy;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(page.Body);
    }
}
