using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data.Tests.Turns;

/// <summary>Turns share the connections over which they are loaded and written: what breaks for one, or for a moment, is not broken for the others.</summary>
public sealed class PostgresGroupTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ServiceProvider _process = null!;
    private ITurnStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create(DatabaseKind.Postgres);
        _process = _database.NewProcess();
        _store = _process.GetRequiredService<ITurnStore>();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Conversations_asked_for_together_are_each_given_to_who_asked()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 60).Select(async n => (await _store.Commit(Turn(n), default)).After!.Id));

        var found = await Task.WhenAll(Enumerable.Range(0, 80).Select(n => Load(79 - n)));

        Assert.Equal([.. Enumerable.Repeat(0L, 20), .. ids.Reverse()], found.Select(conversation => conversation.Id));
    }

    [Fact]
    public async Task Address_that_cannot_be_asked_for_fails_alone()
    {
        var id = (await _store.Commit(Turn(1), default)).After!.Id;

        var asked = Enumerable.Range(0, 40).Select(n => (n, n % 10 == 5 ? _store.Load(Channel.WhatsApp, $"whatsapp:+{n}\0", default).AsTask() : Load(1))).ToArray();

        foreach (var (n, load) in asked)
        {
            if (n % 10 == 5) await Assert.ThrowsAnyAsync<Exception>(() => load);
            else Assert.Equal(id, (await load).Id);
        }
    }

    /// <summary>Also while the driver prepares what it has sent before.</summary>
    [Fact]
    public async Task Group_with_a_turn_that_is_late_and_one_that_cannot_be_written_is_otherwise_written_each_time()
    {
        var women = await Task.WhenAll(Enumerable.Range(0, 12).Select(async n => (await _store.Commit(Turn(n), default)).After!));
        var late = women[0];
        women[0] = (await _store.Commit(Turn(0) with { Before = late }, default)).After!;

        for (var round = 0; round < 6; round++)
        {
            var broken = Turn(1) with { Before = women[1], Replies = [new OutgoingMessage("\0")] };
            var turns = Enumerable.Range(2, 10).Select(n => _store.Commit(Turn(n) with { Before = women[n] }, default)).ToList();
            turns.Add(_store.Commit(Turn(0) with { Before = late }, default));
            if (round % 2 == 1) await Assert.ThrowsAnyAsync<Exception>(() => _store.Commit(broken, default));

            var results = await Task.WhenAll(turns);

            Assert.Equal(CommitResult.Conflict, results[10]);
            for (var n = 2; n < 12; n++) women[n] = results[n - 2].After!;
            Assert.All(women[2..], woman => Assert.Equal(round + 2, woman.Version));
        }
    }

    [Fact]
    public async Task Lost_connections_are_opened_again()
    {
        var first = (await _store.Commit(Turn(1), default)).After!;
        await Load(1);
        await using (var scope = _database.NewProcess().CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<CoopDbContext>().Database.ExecuteSqlRawAsync(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        var again = await Load(1);
        var second = await _store.Commit(Turn(1) with { Before = again }, default);

        Assert.Equal((first.Id, first.Version), (again.Id, again.Version));
        Assert.Equal((CommitOutcome.Committed, 2), (second.Outcome, second.After!.Version));
    }

    private Task<StoredConversation> Load(int n) => _store.Load(Channel.WhatsApp, $"whatsapp:+{n}", default).AsTask();

    private TurnCommit Turn(int n) => new(new InboundMessage(Channel.WhatsApp, $"whatsapp:+{n}", $"SM{n}", "hola", _database.Clock.Now), StoredConversation.Unknown, [], [new OutgoingMessage("¿Su nombre?")]);
}
