using CoopAssistant.Data;
using CoopAssistant.Messaging.Conversations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Messaging.Tests.Outbox;

/// <summary>A real database with the use cases of Messaging, as one process or as several have them.</summary>
internal sealed class OutboxDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coop-outbox-");
    private readonly ServiceProvider services;

    private OutboxDatabase() => services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Clock)
        .AddData(new ConfigurationBuilder().AddInMemoryCollection([new("Database:ConnectionString", $"Data Source={folder.FullName}/coop.db")]).Build())
        .AddMessaging()
        .BuildServiceProvider();

    public TestClock Clock { get; } = new();

    public static async Task<OutboxDatabase> Open()
    {
        var database = new OutboxDatabase();
        await database.services.GetRequiredService<PrepareDatabase>().Handle(CancellationToken.None);
        return database;
    }

    /// <summary>Somebody who wrote just now. Returns her conversation.</summary>
    public Task<long> Woman() => Use<CoopDbContext, long>(async db =>
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        var id = await db.Set<Conversation>().CountAsync() + 1;
        var address = $"whatsapp:+5076000{id:0000}";
        await db.Database.ExecuteSqlAsync($"INSERT INTO contacts (id, channel, profile_name, created_at) VALUES ({id}, 1, 'Ana', {now})");
        await db.Database.ExecuteSqlAsync($"INSERT INTO conversations (id, channel, state, version, reply_address, last_inbound_at, is_held, has_opted_out, has_parked) VALUES ({id}, 1, x'', 1, {address}, {now}, 0, 0, 0)");
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

    public async Task<TResult> Use<TService, TResult>(Func<TService, Task<TResult>> use) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task Use<TService>(Func<TService, Task> use) where TService : notnull =>
        Use<TService, bool>(async service => { await use(service); return true; });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}

/// <summary>Stands still until moved.</summary>
internal sealed class TestClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Skip(TimeSpan time) => now += time;
}
