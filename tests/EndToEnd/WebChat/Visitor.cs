using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace CoopAssistant.EndToEnd.WebChat;

/// <summary>A started conversation over bare HTTP, for what the real clients do not do.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly string url;
    private readonly string token;
    private readonly string streamUrl;

    private Visitor(string url, string token, string conversation, string streamUrl)
    {
        (this.url, this.token, this.streamUrl, Conversation) = (url, token, streamUrl, conversation);
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public HttpClient Client { get; } = new();
    public string Conversation { get; }

    public static async Task<Visitor> Begin(string url)
    {
        using var client = new HttpClient();
        using var generated = await client.PostAsync(new Uri($"{url}/v3/directline/tokens/generate"), null);
        var made = (await generated.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made);
        using var started = await client.PostAsync(new Uri($"{url}/v3/directline/conversations"), null);
        var answer = await started.Content.ReadFromJsonAsync<JsonElement>();
        return new(url, made, answer.GetProperty("conversationId").GetString()!, answer.GetProperty("streamUrl").GetString()!);
    }

    public async Task<string?> Post(string text, string? otherUrl = null, string? clientId = null)
    {
        using var answer = await Client.PostAsJsonAsync(
            $"{otherUrl ?? url}/v3/directline/conversations/{Conversation}/activities", new { type = "message", text, channelData = new { clientActivityID = clientId } });
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
    }

    public Task<HttpResponseMessage> Get(string path, string? otherUrl = null) => Client.GetAsync(new Uri((otherUrl ?? url) + path));

    /// <summary>The whole conversation as a client that comes back reads it.</summary>
    public async Task<IReadOnlyList<(string Id, bool IsBot, string Text)>> Thread()
    {
        var set = await Client.GetFromJsonAsync<JsonElement>($"{url}/v3/directline/conversations/{Conversation}/activities");
        return [.. set.GetProperty("activities").EnumerateArray().Select(a =>
            (a.GetProperty("id").GetString()!, a.GetProperty("from").GetProperty("role").GetString() == "bot", a.GetProperty("text").GetString()!))];
    }

    /// <param name="asWidget">As our widget opens it: she speaks into it as well.</param>
    public async Task<Listener> Stream(string? origin = null, bool asWidget = false)
    {
        var socket = new ClientWebSocket();
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new Uri(asWidget ? streamUrl + "&w=1" : streamUrl), default);
        return new(socket);
    }

    public void Dispose() => Client.Dispose();

    internal sealed class Listener(ClientWebSocket socket) : IDisposable
    {
        private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        private readonly byte[] buffer = new byte[65_536];

        /// <summary>The next activity with this text.</summary>
        public async Task<JsonElement> Until(string text)
        {
            while (true)
            {
                var frame = await Next();
                if (frame.Length == 0) continue;
                foreach (var activity in JsonDocument.Parse(frame).RootElement.GetProperty("activities").EnumerateArray())
                    if (activity.TryGetProperty("text", out var said) && said.GetString() == text) return activity;
            }
        }

        public Task Say(string frame) => socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, patience.Token);

        public async Task Empty() => Assert.Equal(0, (await Next()).Length);

        public async Task<WebSocketCloseStatus?> Close()
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
                if (received.MessageType != WebSocketMessageType.Close) continue;
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
                return socket.CloseStatus;
            }
        }

        public void Dispose()
        {
            socket.Dispose();
            patience.Dispose();
        }

        private async Task<ReadOnlyMemory<byte>> Next()
        {
            var length = 0;
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
                Assert.Equal(WebSocketMessageType.Text, received.MessageType);
                length += received.Count;
                if (received.EndOfMessage) return buffer.AsMemory(0, length).ToArray();
            }
        }
    }
}
