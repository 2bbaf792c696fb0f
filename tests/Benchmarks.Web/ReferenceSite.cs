using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using CoopAssistant.Browser.WebChat;
using CoopAssistant.EndToEnd.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Benchmarks.Web;

/// <summary>The site that embeds each chat: a page for each, and the others' bundles from npm, everything in Brotli at its smallest, behind a line that counts.</summary>
internal sealed class ReferenceSite : IAsyncDisposable
{
    private static readonly string Modules = Path.Combine(Repository.Root, "tests", "EndToEnd", "WebChat", "clients", "node_modules");
    private readonly ConcurrentDictionary<string, byte[]> compressed = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private ReferenceSite(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        app = builder.Build();
        app.Run(Answer);
        Line = new($"http://127.0.0.1:{port}");
    }

    public CountingLine Line { get; }

    /// <summary>Where the browser sees it.</summary>
    public string OutsideUrl => Line.Url;

    /// <summary>Where the browser finds the program.</summary>
    public string Chat { get; set; } = "";

    public static async Task<ReferenceSite> Start()
    {
        if (!Directory.Exists(Modules)) throw new InvalidOperationException($"{Modules} is missing: run npm ci in its folder, or ./test.sh once.");
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var site = new ReferenceSite(port);
        await site.app.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        Line.Dispose();
        await app.DisposeAsync();
    }

    private async Task Answer(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        var page = Competitor.All.FirstOrDefault(c => c.Path == path);
        http.Response.ContentType = page is null ? "text/javascript" : "text/html; charset=utf-8";
        byte[] body = page is not null ? System.Text.Encoding.UTF8.GetBytes(Html(page)) : path switch
        {
            "/webchat.js" => Bundle(Path.Combine(Modules, "botframework-webchat", "dist", "webchat.js")),
            "/deepChat.bundle.js" => Bundle(Path.Combine(Modules, "deep-chat", "dist", "deepChat.bundle.js")),
            _ => [],
        };
        if (body.Length == 0) http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (page is null) http.Response.Headers.ContentEncoding = "br";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }

    private string Html(Competitor page) => $"""
        <!doctype html><html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Chat</title><link rel="icon" href="data:,"></head>
        <body>{page.Body.Replace("{chat}", Chat, StringComparison.Ordinal)}</body></html>
        """;

    private byte[] Bundle(string file) => compressed.GetOrAdd(file, static name =>
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.SmallestSize)) brotli.Write(File.ReadAllBytes(name));
        return bytes.ToArray();
    });
}
