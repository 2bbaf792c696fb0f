using CoopAssistant.Data;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Messaging.Tests.Outbox;

/// <summary>The outbox on a database of its own, as two processes have it.</summary>
internal sealed class OutboxDatabase : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider[] processes;

    private OutboxDatabase(TestDatabase database) => (this.database, processes) = (database, [database.NewProcess(), database.NewProcess()]);

    public TestClock Clock => database.Clock;

    public static async Task<OutboxDatabase> Open(DatabaseKind kind) => new(await TestDatabase.Create(kind));

    /// <summary>Somebody who wrote just now. Returns her conversation.</summary>
    public Task<long> Woman() => Use<CoopDbContext, long>(async db =>
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        var id = await db.Set<Conversation>().CountAsync() + 1;
        var address = $"whatsapp:+5076000{id:0000}";
        await db.Database.ExecuteSqlAsync($"INSERT INTO contacts (id, channel, profile_name, created_at) VALUES ({id}, 1, 'Ana', {now})");
        await db.Database.ExecuteSqlAsync($"INSERT INTO conversations (id, channel, state, version, reply_address, last_inbound_at, is_held, has_opted_out, has_parked) VALUES ({id}, 1, {Array.Empty<byte>()}, 1, {address}, {now}, {false}, {false}, {false})");
        return id;
    });

    /// <summary>She writes again.</summary>
    public Task Wrote(long conversation) => Use<MessagingDb>(db =>
        db.Conversations.Where(c => c.Id == conversation).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastInboundAt, Clock.GetUtcNow())));

    /// <summary>Puts messages into the outbox. Returns their ids.</summary>
    public Task<long[]> Say(long conversation, params string[] texts) => Use<MessagingDb, long[]>(async db =>
    {
        var thread = await db.Conversations.SingleAsync(c => c.Id == conversation);
        var ids = new List<long>();
        foreach (var text in texts)
        {
            var said = thread.Say(new OutgoingMessage(text), null, Clock.GetUtcNow());
            db.Messages.Add(said);
            await db.SaveAsync(CancellationToken.None);
            ids.Add(said.Id);
        }

        return [.. ids];
    });

    public Task<Message> Message(long id) => Use<MessagingDb, Message>(db => db.Messages.AsNoTracking().SingleAsync(m => m.Id == id));

    public Task<Conversation> Conversation(long id) => Use<MessagingDb, Conversation>(db => db.Conversations.AsNoTracking().SingleAsync(c => c.Id == id));

    /// <param name="process">0 or 1.</param>
    public async Task<TResult> Use<TService, TResult>(Func<TService, Task<TResult>> use, int process = 0) where TService : notnull
    {
        await using var scope = processes[process].CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task Use<TService>(Func<TService, Task> use) where TService : notnull =>
        Use<TService, bool>(async service => { await use(service); return true; });

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
