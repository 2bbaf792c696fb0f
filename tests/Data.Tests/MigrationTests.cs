using CoopAssistant.Data.Postgres;
using CoopAssistant.Data.Sqlite;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void Migrations_say_what_the_model_says_on_both_databases()
    {
        using var sqlite = new SqliteCoopDbContext(new DbContextOptionsBuilder<SqliteCoopDbContext>().UseSqlite("Data Source=:memory:").Options);
        using var postgres = new PostgresCoopDbContext(new DbContextOptionsBuilder<PostgresCoopDbContext>().UseNpgsql("Host=localhost").Options);

        var changed = new DbContext[] { sqlite, postgres }.Where(context => context.Database.HasPendingModelChanges()).Select(context => context.GetType().Name);

        Assert.True(!changed.Any(), $"{string.Join(", ", changed)}: dotnet run --project tools/Migrations -- WhatYouAdded");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Several_processes_that_start_at_once_find_one_whole_database(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmpty(kind);
        var processes = Enumerable.Range(0, 4).Select(_ => database.NewProcess().GetRequiredService<PrepareDatabase>()).ToArray();

        await Task.WhenAll(processes.Select(prepare => Task.Run(() => prepare.Handle(CancellationToken.None))));

        var context = database.NewProcess().GetRequiredService<IDbContextFactory<CoopDbContext>>().CreateDbContext();
        await using (context) Assert.Empty(await context.Database.GetPendingMigrationsAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Database_of_a_later_release_is_refused_with_a_sentence(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind);
        var process = database.NewProcess();
        await using (var context = await process.GetRequiredService<IDbContextFactory<CoopDbContext>>().CreateDbContextAsync())
            await context.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231000000_Later', '10')""");

        var refusal = await Assert.ThrowsAsync<NewerDatabaseException>(() => process.GetRequiredService<PrepareDatabase>().Handle(CancellationToken.None));

        Assert.Contains("29991231000000_Later", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "SELECT count(*) FROM pragma_foreign_key_list('messages'), pragma_foreign_key_list('conversations')")]
    [InlineData(DatabaseKind.Postgres, "SELECT count(*)::bigint FROM pg_constraint WHERE contype = 'f' AND conrelid IN ('messages'::regclass, 'conversations'::regclass)")]
    [InlineData(DatabaseKind.Sqlite, "SELECT count(*) FROM sqlite_master WHERE tbl_name IN ('messages', 'conversations') AND (sql LIKE '%previous_id\")%' OR sql LIKE '%(\"last_message_id%' OR sql LIKE '%AUTOINCREMENT%')")]
    [InlineData(DatabaseKind.Postgres, "SELECT count(*)::bigint FROM pg_indexes WHERE indexdef LIKE '%(previous_id)%' OR indexdef LIKE '%(last_message_id)%'")]
    public async Task Everyday_turn_pays_for_no_constraint_and_no_index_of_the_chain(DatabaseKind kind, string countOfExtras)
    {
        await using var database = await TestDatabase.Create(kind);
        await using var context = await database.NewProcess().GetRequiredService<IDbContextFactory<CoopDbContext>>().CreateDbContextAsync();

#pragma warning disable EF1002 // constant texts above
        var extras = await context.Database.SqlQueryRaw<long>(countOfExtras).ToListAsync();
#pragma warning restore EF1002

        Assert.Equal([0], extras);
    }
}
