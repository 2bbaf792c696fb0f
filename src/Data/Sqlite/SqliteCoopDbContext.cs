using CoopAssistant.Messaging.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoopAssistant.Data.Sqlite;

/// <summary>Keeps SQLite's migrations.</summary>
public sealed class SqliteCoopDbContext(DbContextOptions<SqliteCoopDbContext> options) : CoopDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // AUTOINCREMENT would write a second table with every message; the row id is the id.
        builder.Entity<Message>().Property(m => m.Id).Metadata.SetValueGenerationStrategy(SqliteValueGenerationStrategy.None);
    }
}
