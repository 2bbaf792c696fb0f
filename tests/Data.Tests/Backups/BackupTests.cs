using CoopAssistant.Data.Backups;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data.Tests.Backups;

public sealed class SqliteBackupTests() : BackupTests(DatabaseKind.Sqlite);

public sealed class PostgresBackupTests() : BackupTests(DatabaseKind.Postgres);

public abstract class BackupTests(DatabaseKind kind) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coop-backup-").FullName;
    private TestDatabase _database = null!;
    private ServiceProvider _process = null!;

    private string BackupFile => Path.Combine(_folder, "coop.backup");

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create(kind);
        _process = _database.NewProcess();
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Backup_made_under_load_is_one_instant_and_restores_elsewhere()
    {
        using var stop = new CancellationTokenSource();
        var load = Load(_process, stop.Token);
        await Turns(_process, 20);

        var made = await Backup(_process);
        await stop.CancelAsync();
        await load;
        await using var elsewhere = await TestDatabase.Create(kind);
        var other = elsewhere.NewProcess();
        var restored = await Restore(other);

        Assert.IsType<BackupResult.Done>(made);
        Assert.IsType<BackupResult.Done>(restored);
        Assert.InRange(await Whole(other), 20, await Whole(_process));
        Assert.Equal([BackupFile], Directory.GetFiles(_folder, "coop.backup*"));
    }

    [Fact]
    public async Task Restore_under_load_brings_the_old_state_back_and_turns_go_on()
    {
        await Turns(_process, 10);
        await Backup(_process);
        await Turns(_process, 10);
        using var stop = new CancellationTokenSource();
        var load = Load(_process, stop.Token);

        var restored = await Restore(_process);
        await stop.CancelAsync();
        await load;
        await Turns(_process, 5);

        Assert.IsType<BackupResult.Done>(restored);
        await Whole(_process);
        Assert.Equal(15, (await Texts(_process, "whatsapp:+turns")).Length);
    }

    [Fact]
    public async Task What_a_running_process_remembers_is_old_after_a_restore()
    {
        await Turns(_process, 3);
        await Backup(_process);
        var remembered = await Last(_process, "whatsapp:+turns");

        await Restore(_process);
        var late = await Store(_process).Commit(Turn("whatsapp:+turns", remembered, "late"), default);

        Assert.Equal(CommitResult.Conflict, late);
        Assert.Equal(3, (await Texts(_process, "whatsapp:+turns")).Length);
    }

    [Fact]
    public async Task Number_of_a_forgotten_contact_is_not_given_to_another_woman()
    {
        await Turns(_process, 1);
        await Backup(_process);
        await Store(_process).Commit(Turn("whatsapp:+forgotten", StoredConversation.Unknown, "hola"), default);
        var forgotten = (await Last(_process, "whatsapp:+forgotten")).Id;

        await Restore(_process);
        await Store(_process).Commit(Turn("whatsapp:+new", StoredConversation.Unknown, "hola"), default);

        Assert.True((await Last(_process, "whatsapp:+forgotten")).IsNew);
        Assert.True((await Last(_process, "whatsapp:+new")).Id > forgotten);
    }

    [Fact]
    public async Task Message_that_waited_for_delivery_is_looked_up_before_it_is_sent_again()
    {
        await Store(_process).Commit(Turn("whatsapp:+1", StoredConversation.Unknown, "hola") with { Replies = [new OutgoingMessage("¡Hola!")] }, default);
        await Backup(_process);

        await Restore(_process);

        await using var scope = _process.CreateAsyncScope();
        var messages = await scope.ServiceProvider.GetRequiredService<MessagingDb>().Messages.OrderBy(m => m.Id).Select(m => m.Delivery).ToListAsync();
        Assert.Equal([Delivery.None, Delivery.Uncertain], messages);
    }

    [Fact]
    public async Task Database_as_it_was_is_kept_and_can_be_brought_back()
    {
        await Turns(_process, 2);
        await Backup(_process);
        await Turns(_process, 2);

        var restored = Assert.IsType<BackupResult.Done>(await Restore(_process));
        var afterRestore = (await Texts(_process, "whatsapp:+turns")).Length;
        _database.Clock.Advance(TimeSpan.FromSeconds(1));
        var back = await _process.GetRequiredService<RestoreDatabase>().Handle(restored.File, default);

        Assert.IsType<BackupResult.Done>(back);
        Assert.Equal((2, 4), (afterRestore, (await Texts(_process, "whatsapp:+turns")).Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no backup, but long enough to be read as one by somebody who is not careful with headers; it goes on and on.")]
    public async Task File_that_is_no_backup_is_refused_and_nothing_changes(string content)
    {
        await Turns(_process, 2);
        await File.WriteAllTextAsync(BackupFile, content);

        var refused = Assert.IsType<BackupResult.Refused>(await Restore(_process));

        Assert.EndsWith(".", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(2, (await Texts(_process, "whatsapp:+turns")).Length);
        Assert.Equal([BackupFile], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task File_that_is_not_there_is_refused()
    {
        Assert.IsType<BackupResult.Refused>(await Restore(_process));
    }

    [Fact]
    public async Task Damaged_backup_is_refused_and_nothing_changes()
    {
        await Turns(_process, 200);
        await Backup(_process);
        var bytes = await File.ReadAllBytesAsync(BackupFile);
        Array.Clear(bytes, bytes.Length / 3, bytes.Length / 3);
        await File.WriteAllBytesAsync(BackupFile, bytes);

        Assert.IsType<BackupResult.Refused>(await Restore(_process));

        Assert.Equal(200, (await Texts(_process, "whatsapp:+turns")).Length);
    }

    [Fact]
    public async Task Backup_of_a_later_release_is_refused_and_nothing_changes()
    {
        await Turns(_process, 2);
        await using (var later = await _process.GetRequiredService<IDbContextFactory<CoopDbContext>>().CreateDbContextAsync())
        {
            await later.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231000000_Later', '10')""");
            await Backup(_process);
            await later.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '29991231000000_Later'""");
        }

        var refused = Assert.IsType<BackupResult.Refused>(await Restore(_process));

        Assert.Contains("29991231000000_Later", refused.Sentence, StringComparison.Ordinal);
    }

    private Task<BackupResult> Backup(ServiceProvider process) => process.GetRequiredService<BackupDatabase>().Handle(BackupFile, default);

    private Task<BackupResult> Restore(ServiceProvider process) => process.GetRequiredService<RestoreDatabase>().Handle(BackupFile, default);

    private static ITurnStore Store(ServiceProvider process) => process.GetRequiredService<ITurnStore>();

    private static async Task<StoredConversation> Last(ServiceProvider process, string address) => await Store(process).Load(Channel.WhatsApp, address, default);

    private TurnCommit Turn(string address, StoredConversation before, string text) =>
        new(new InboundMessage(Channel.WhatsApp, address, $"SM{text}", text, _database.Clock.Now), before, [1], []);

    private async Task Turns(ServiceProvider process, int count)
    {
        for (var n = 0; n < count; n++)
            await Store(process).Commit(Turn("whatsapp:+turns", await Last(process, "whatsapp:+turns"), $"{n}"), default);
    }

    /// <summary>Eight women who write and hear all the time.</summary>
    private Task Load(ServiceProvider process, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, 8).Select(woman => Task.Run(async () =>
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var turn = Turn($"whatsapp:+load{woman}", await Last(process, $"whatsapp:+load{woman}"), $"{n}");
            await Store(process).Commit(turn with { Replies = [new OutgoingMessage($"r{n}")] }, default);
        }
    }, CancellationToken.None)));

    private static async Task<string[]> Texts(ServiceProvider process, string address)
    {
        await using var scope = process.CreateAsyncScope();
        var id = (await Last(process, address)).Id;
        return [.. (await scope.ServiceProvider.GetRequiredService<ReadThread>().Handle(id, 10_000, null, default)).Select(m => m.Text)];
    }

    /// <summary>Every message is on its conversation's chain, and says how many there are.</summary>
    private static async Task<int> Whole(ServiceProvider process)
    {
        await using var scope = process.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
        var read = scope.ServiceProvider.GetRequiredService<ReadThread>();
        var chained = 0;
        foreach (var conversation in await db.Conversations.AsNoTracking().ToListAsync())
        {
            var thread = await read.Handle(conversation.Id, 100_000, null, default);
            Assert.Equal(conversation.LastMessageId, thread[^1].Id);
            chained += thread.Count;
        }
        Assert.Equal(await db.Messages.CountAsync(), chained);
        return chained;
    }
}
