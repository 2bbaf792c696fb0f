namespace CoopAssistant.Data.Backups;

/// <summary>What came of a backup or restore: done, or a sentence that says why not and what to do.</summary>
public abstract record BackupResult
{
    private BackupResult() { }

    /// <param name="File">Backup: the copy. Restore: the database as it was before, kept for the day somebody wants it back.</param>
    public sealed record Done(string File, long Bytes) : BackupResult;

    public sealed record Refused(string Sentence) : BackupResult;
}

/// <summary>
/// Copies the database as it stands at one instant into a file, while it serves. The file appears whole or not at all; one that was there
/// is replaced. Only its owner may read it: it holds personal data.
/// </summary>
public sealed class BackupDatabase
{
    private readonly Database _database;

    internal BackupDatabase(Database database) => _database = database;

    public async Task<BackupResult> Handle(string file, CancellationToken cancel)
    {
        var target = Path.GetFullPath(file);
        var partial = $"{target}.{Guid.NewGuid():N}.partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await _database.CopyTo(partial, cancel);
            await using (var copy = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite)) copy.Flush(flushToDisk: true);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(partial, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.Move(partial, target, overwrite: true);
            return new BackupResult.Done(target, new FileInfo(target).Length);
        }
        catch (BackupRefusedException refusal)
        {
            return new BackupResult.Refused(refusal.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new BackupResult.Refused($"{target} could not be written: {failure.Message}");
        }
        finally
        {
            File.Delete(partial);
        }
    }
}

/// <summary>The message is a whole sentence for the operator.</summary>
internal sealed class BackupRefusedException(string sentence, Exception? cause = null) : Exception(sentence, cause);
