using System.ComponentModel.DataAnnotations;

namespace CoopAssistant.Data;

/// <summary>Where everything is kept: section <c>Database</c>.</summary>
public sealed class DatabaseOptions : IValidatableObject
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";
    internal const string DefaultFile = "data/coop.db";

    /// <summary><c>sqlite</c> (default: one process, one file) or <c>postgres</c>.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>
    /// SQLite: <c>Data Source=…</c> or just the file's path, relative to the content root; default <c>data/coop.db</c>.
    /// PostgreSQL: Npgsql's connection string; no default.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    internal bool IsPostgres => string.Equals(Provider, Postgres, StringComparison.OrdinalIgnoreCase);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsPostgres && !string.Equals(Provider, Sqlite, StringComparison.OrdinalIgnoreCase))
            yield return new ValidationResult($"Database:Provider is “{Provider}”. Write sqlite or postgres.", [nameof(Provider)]);
        if (IsPostgres && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new ValidationResult("Database:ConnectionString is empty. Give the PostgreSQL connection, e.g. Host=localhost;Database=coop;Username=coop.", [nameof(ConnectionString)]);
    }
}
