using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Benchmarks.References;

/// <summary>
/// As fast as a durable turn can be on this stack: Kestrel, form, signature, state machine, and a group commit of the same three rows
/// (state, inbound, outbound) by prepared statements. No random-key index, few checkpoints, no lanes, no dialogs, no outbox.
/// </summary>
internal static class TheBound
{
    public static async Task Serve(string url, IBoundStore store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        var webhook = new SignedWebhook(url);
        var places = new ConcurrentDictionary<long, Place>();
        var commits = new Commits(store);
        app.MapGet("/health/live", () => "Healthy");
        app.MapPost("/whatsapp", async http =>
        {
            if (await webhook.Read(http) is not { } heard) return;
            var before = places.TryGetValue(heard.Phone, out var known) ? known : await store.Load(heard.Phone);
            if (Array.IndexOf(before.Seen, heard.Id) < 0)
            {
                var (after, reply) = RegistrationTalk.Take(before, heard.Id, heard.Text);
                await commits.Add(new Turn(heard, after.Version, RegistrationTalk.Write(after), reply));
                places[heard.Phone] = after;
            }
            await SignedWebhook.Answer(http);
        });
        await app.RunAsync();
    }

    /// <summary>Takes what has gathered, writes it in one transaction, then acknowledges.</summary>
    private sealed class Commits
    {
        private readonly Channel<Turn> _waiting = Channel.CreateUnbounded<Turn>(new UnboundedChannelOptions { SingleReader = true });
        private readonly IBoundStore _store;

        public Commits(IBoundStore store)
        {
            _store = store;
            _ = Task.Run(Loop);
        }

        public Task Add(Turn turn)
        {
            _waiting.Writer.TryWrite(turn);
            return turn.Done.Task;
        }

        private async Task Loop()
        {
            var group = new List<Turn>(256);
            while (await _waiting.Reader.WaitToReadAsync())
            {
                group.Clear();
                while (group.Count < 256 && _waiting.Reader.TryRead(out var turn)) group.Add(turn);
                await _store.Write(group);
                foreach (var turn in group) turn.Done.SetResult();
            }
        }
    }
}

/// <summary>A decided turn of the bound.</summary>
internal sealed record Turn(Heard Heard, long Version, byte[] State, string Reply)
{
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

internal interface IBoundStore
{
    ValueTask<Place> Load(long phone);

    /// <summary>One transaction, on disk when it returns.</summary>
    ValueTask Write(List<Turn> group);
}
