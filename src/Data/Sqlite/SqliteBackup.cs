using CoopAssistant.Data.Backups;
using Microsoft.Data.Sqlite;

namespace CoopAssistant.Data.Sqlite;

/// <summary>A copy of a backup file, checked and made ready, that SQLite's online backup writes over the live database as one transaction.</summary>
internal sealed class SqliteBackup : ICheckedBackup
{
    private readonly SqliteDatabase _live;
    private readonly SqliteDatabase _copy;

    private SqliteBackup(SqliteDatabase live, SqliteDatabase copy) => (_live, _copy) = (live, copy);

    public static async Task<SqliteBackup> Check(SqliteDatabase live, Func<string, SqliteDatabase> open, string file, CancellationToken cancel)
    {
        var copy = open($"{live.File}.{Guid.NewGuid():N}.restoring");
        var backup = new SqliteBackup(live, copy);
        try
        {
            File.Copy(file, copy.File);
            await backup.MakeReady(file, cancel);
            return backup;
        }
        catch
        {
            await backup.DisposeAsync();
            throw;
        }
    }

    public Task Replace(CancellationToken cancel)
    {
        using var from = _copy.OpenOwn();
        using var to = _live.OpenOwn();
        try
        {
            from.BackupDatabase(to);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            throw new BackupRefusedException("The database was busy all the time, so nothing was changed. Try again, or stop the server first.", busy);
        }
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var file in (string[])[_copy.File, _copy.File + "-wal", _copy.File + "-shm", _copy.File + ".migrating"]) File.Delete(file);
        return ValueTask.CompletedTask;
    }

    private async Task MakeReady(string file, CancellationToken cancel)
    {
        try
        {
            using (var connection = _copy.OpenOwn())
            {
                if (SqliteDatabase.Text(connection, "PRAGMA integrity_check") != "ok") throw new BackupRefusedException($"{file} is damaged, so nothing was changed. Use another backup.");
                if (SqliteDatabase.Text(connection, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'") != "1")
                    throw new BackupRefusedException($"{file} is a database of some other program, so nothing was changed.");
            }
            await _copy.Migrate(cancel);
            using (var connection = _copy.OpenOwn())
            {
                // ids given since the backup must not be given again: a running process may still know them
                var lastContact = _live.LastContactId();
                SqliteDatabase.Run(connection, $"""
                    PRAGMA journal_mode = DELETE;
                    BEGIN IMMEDIATE;
                    {string.Join(";\n", RestoreDatabase.Adjustments)};
                    UPDATE sqlite_sequence SET seq = max(seq, {lastContact}) WHERE name = 'contacts';
                    INSERT INTO sqlite_sequence (name, seq) SELECT 'contacts', {lastContact} WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'contacts');
                    COMMIT;
                    """);
            }
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is 11 or 26) // SQLITE_CORRUPT, SQLITE_NOTADB
        {
            throw new BackupRefusedException($"{file} is not a backup made by coop backup, or it is damaged. Nothing was changed.", failure);
        }
    }
}
