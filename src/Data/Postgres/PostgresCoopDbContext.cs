using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Data.Postgres;

/// <summary>Keeps PostgreSQL's migrations.</summary>
public sealed class PostgresCoopDbContext(DbContextOptions<PostgresCoopDbContext> options) : CoopDbContext(options);
