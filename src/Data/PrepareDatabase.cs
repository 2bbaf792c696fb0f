using Microsoft.Extensions.Hosting;

namespace CoopAssistant.Data;

/// <summary>Creates the database or brings it up to this release. One process does it, others wait; a process does it once.</summary>
public sealed class PrepareDatabase
{
    private readonly Database _database;
    private bool _isPrepared;

    internal PrepareDatabase(Database database) => _database = database;

    /// <summary>Gets ready what the staff's app, background work and changes need of EF Core; an everyday turn needs none of it. Once everybody is served.</summary>
    public Task BuildModel() => _database.BuildModel();

    /// <exception cref="UnusableSettingException">The settings lead to no database that answers.</exception>
    /// <exception cref="NewerDatabaseException">A later release has been here.</exception>
    public async Task Handle(CancellationToken cancel)
    {
        if (_isPrepared) return;
        await _database.Reach(cancel);
        await _database.Migrate(cancel);
        _isPrepared = true;
    }
}

/// <summary>Before anything else of the host starts.</summary>
internal sealed class PrepareAtStart(PrepareDatabase prepare) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => prepare.Handle(cancellationToken);
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
