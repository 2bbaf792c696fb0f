using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Data.Sqlite;

/// <summary>Keeps SQLite's migrations.</summary>
public sealed class SqliteCoopDbContext(DbContextOptions<SqliteCoopDbContext> options) : CoopDbContext(options);
