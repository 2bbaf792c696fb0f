using System.Diagnostics;
using CoopAssistant.Data.Backups;
using Npgsql;

namespace CoopAssistant.Data.Postgres;

/// <summary>PostgreSQL's own pg_dump, pg_restore and psql, called on this database.</summary>
internal sealed class PostgresBackup(PostgresDatabase database, string file) : ICheckedBackup
{
    private const int MostAttempts = 10;

    private readonly string _script = $"{file}.{Guid.NewGuid():N}.sql";

    public static Task Dump(PostgresDatabase database, string target, CancellationToken cancel) =>
        Run(database, "pg_dump", ["--format=custom", "--no-owner", "--no-privileges", $"--file={target}"], cancel);

    /// <summary>Reads the whole archive into the script that will replace the database, which proves that it can be read.</summary>
    public static async Task<PostgresBackup> Check(PostgresDatabase database, string file, CancellationToken cancel)
    {
        var backup = new PostgresBackup(database, file);
        try
        {
            var history = await Run(database, "pg_restore", ["--data-only", "--table=__EFMigrationsHistory", "--file=-", file], cancel);
            var applied = history.Split('\n').SkipWhile(line => !line.StartsWith("COPY ", StringComparison.Ordinal)).Skip(1)
                .TakeWhile(line => line != "\\.").Select(line => line.Split('\t')[0]).ToList();
            if (applied.Count == 0) throw new BackupRefusedException($"{file} is an archive of some other program, so nothing was changed.");
            database.Refuse(applied);
            await Run(database, "pg_restore", ["--clean", "--if-exists", "--no-owner", "--no-privileges", $"--file={backup._script}", file], cancel);
            return backup;
        }
        catch
        {
            await backup.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// One transaction: first locks in the order in which turns look, then the archive, then what a restore adjusts. Who reads in another order
    /// may still wait for it crosswise; where PostgreSQL lets the restore lose, it is tried again.
    /// </summary>
    public async Task Replace(CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await TryReplace(cancel);
                return;
            }
            catch (BackupRefusedException lost) when (attempt < MostAttempts && lost.Message.Contains("deadlock", StringComparison.Ordinal))
            {
            }
        }
    }

    private async Task TryReplace(CancellationToken cancel)
    {
        var sequences = await Sequences(cancel);
        string[] after = ["RESET search_path", .. RestoreDatabase.Adjustments, .. sequences];
        await Run(
            database, "psql",
            [
                "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction", "--command=LOCK TABLE contact_addresses, conversations, messages IN ACCESS EXCLUSIVE MODE", $"--file={_script}",
                .. after.Select(sql => $"--command={sql}"),
            ],
            cancel);
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(_script);
        return ValueTask.CompletedTask;
    }

    /// <summary>Ids given since the backup must not be given again: a running process may still know them.</summary>
    private async Task<string[]> Sequences(CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("SELECT (SELECT last_value FROM contacts_id_seq), (SELECT last_value FROM messages_id_seq)");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        string Beyond(string sequence, long used) => $"SELECT setval('{sequence}', greatest({used + 1}, (SELECT last_value FROM {sequence})))";
        return [Beyond("contacts_id_seq", reader.GetInt64(0)), Beyond("messages_id_seq", reader.GetInt64(1) + 1_000)];
    }

    private static async Task<string> Run(PostgresDatabase database, string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        start.Environment["PGHOST"] = settings.Host;
        start.Environment["PGPORT"] = settings.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGDATABASE"] = settings.Database;
        start.Environment["PGUSER"] = settings.Username;
        if (settings.Password is { } password) start.Environment["PGPASSWORD"] = password;
        if (settings.Passfile is { } passfile) start.Environment["PGPASSFILE"] = passfile;
        if (settings.SslMode != SslMode.Prefer) start.Environment["PGSSLMODE"] = settings.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        };

        using var process = Begin(start);
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        if (process.ExitCode == 0) return await output;
        throw new BackupRefusedException($"{program} says: {(await errors).Trim()} Nothing was changed.");
    }

    private static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new BackupRefusedException(
                $"{start.FileName} was not found. Backups of PostgreSQL need its client programs (pg_dump, pg_restore, psql) on the PATH; on Debian: apt-get install postgresql-client.", missing);
        }
    }
}
