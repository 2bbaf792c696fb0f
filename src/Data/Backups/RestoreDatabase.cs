using System.Globalization;

namespace CoopAssistant.Data.Backups;

/// <summary>
/// Puts a backup in the database's place in one transaction, also while it serves; the database as it was is kept in a file beside it.
/// The backup is checked first, and brought up to this release where it is older. Afterwards every
/// conversation has a version that no running process remembers, so that all of them load again; and messages that waited for delivery when
/// the backup was made are looked up at the provider before they are sent, because they may have gone out since.
/// </summary>
public sealed class RestoreDatabase
{
    /// <summary>Added to every version: further than turns get in between.</summary>
    internal const long VersionStep = 1_000_000;

    /// <summary>Run on what is restored, on both databases alike: what waited or was being sent is now uncertain.</summary>
    internal static readonly string[] Adjustments =
    [
        $"UPDATE conversations SET version = version + {VersionStep}",
        "UPDATE messages SET delivery = 4, not_before = NULL WHERE delivery IN (1, 3)",
    ];

    private readonly Database _database;
    private readonly BackupDatabase _backup;
    private readonly TimeProvider _clock;

    internal RestoreDatabase(Database database, BackupDatabase backup, TimeProvider clock) => (_database, _backup, _clock) = (database, backup, clock);

    public async Task<BackupResult> Handle(string file, CancellationToken cancel)
    {
        var source = Path.GetFullPath(file);
        if (!File.Exists(source)) return new BackupResult.Refused($"{source} does not exist. Name a file made by coop backup.");
        try
        {
            await _database.Migrate(cancel);
            await using var checkedCopy = await _database.Check(source, cancel);
            var kept = Path.Combine(
                _database.KeepsBeside(source), string.Create(CultureInfo.InvariantCulture, $"coop-before-restore-{_clock.GetUtcNow():yyyyMMdd-HHmmss}.backup"));
            if (await _backup.Handle(kept, cancel) is not BackupResult.Done done) return new BackupResult.Refused($"The present database could not be kept as {kept}, so nothing was changed.");
            await checkedCopy.Replace(cancel);
            await _database.Migrate(cancel);
            return done;
        }
        catch (BackupRefusedException refusal)
        {
            return new BackupResult.Refused(refusal.Message);
        }
        catch (NewerDatabaseException newer)
        {
            return new BackupResult.Refused(newer.Message);
        }
    }
}

/// <summary>A backup that was checked and may replace the database.</summary>
internal interface ICheckedBackup : IAsyncDisposable
{
    /// <summary>All or nothing.</summary>
    Task Replace(CancellationToken cancel);
}
