using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Admin.Exports;

/// <summary>
/// Writes long tables into files of this machine, one after the other, while whoever asked sees how far it is and may stop it.
/// A file waits an hour for its owner; none outlives the process.
/// </summary>
internal sealed partial class ExportQueue(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExportQueue> log) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>Unfinished ones of one member of staff.</summary>
    public const int MostAtOnce = 3;

    private readonly ConcurrentDictionary<Guid, Export> _all = new();
    private readonly Channel<(Export Export, Func<IServiceProvider, Export, Stream, CancellationToken, Task> Write)> _queue =
        Channel.CreateUnbounded<(Export, Func<IServiceProvider, Export, Stream, CancellationToken, Task>)>();

    /// <summary>Personal data: the system makes it readable to this account alone.</summary>
    private readonly string _folder = Directory.CreateTempSubdirectory("coop-export-").FullName;

    /// <param name="write">Gets a scope of its own.</param>
    /// <returns>Null where too many of hers or his are under way.</returns>
    public Export? Begin(string staff, string fileName, string contentType, Func<IServiceProvider, Export, Stream, CancellationToken, Task> write)
    {
        Forget();
        if (_all.Values.Count(e => e.Staff == staff && !e.IsOver) >= MostAtOnce) return null;
        var export = new Export(staff, fileName, contentType, Path.Combine(_folder, Guid.NewGuid().ToString("N")), clock.GetUtcNow());
        _all[export.Id] = export;
        _queue.Writer.TryWrite((export, write));
        return export;
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Export> Of(string staff)
    {
        Forget();
        return [.. _all.Values.Where(e => e.Staff == staff).OrderByDescending(e => e.Id)];
    }

    public Export? Find(Guid id, string staff) => _all.TryGetValue(id, out var export) && export.Staff == staff ? export : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (export, write) in _queue.Reader.ReadAllAsync(stoppingToken))
            if (export.Begin()) await Run(export, write, stoppingToken);
    }

    private async Task Run(Export export, Func<IServiceProvider, Export, Stream, CancellationToken, Task> write, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(export.Stopped, stopping);
        try
        {
            await using (var scope = scopes.CreateAsyncScope())
            await using (var file = new FileStream(export.Path, FileMode.CreateNew, FileAccess.ReadWrite)) await write(scope.ServiceProvider, export, file, stop.Token);
            export.End(ExportState.Ready);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Remove(export);
            export.End(ExportState.Cancelled);
        }
        catch (Exception failure)
        {
            Remove(export);
            export.End(ExportState.Failed);
            Failed(log, export.Id, failure);
        }
    }

    private void Forget()
    {
        var before = clock.GetUtcNow() - Kept;
        foreach (var old in _all.Values.Where(e => e.IsOver && e.At < before))
            if (_all.TryRemove(old.Id, out var _)) Remove(old);
    }

    private static void Remove(Export export) => File.Delete(export.Path);

    public override void Dispose()
    {
        base.Dispose();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Export {Export} failed.")]
    private static partial void Failed(ILogger log, Guid export, Exception failure);
}
