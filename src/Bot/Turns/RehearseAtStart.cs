using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoopAssistant.Bot.Turns;

/// <summary>
/// Makes the engine with all dialogs on a thread of its own, while other things start; nobody is served before it is there, and what is wrong in
/// texts stops the start. Then rehearses a turn beside what is left of the start.
/// </summary>
public sealed class RehearseAtStart(IServiceProvider services) : IHostedLifecycleService
{
    private Task<TurnEngine>? _made;
    private Task _rehearsed = Task.CompletedTask;

    /// <summary>Ends when the rehearsal has, however it ended.</summary>
    public async Task Rehearsed() => await _rehearsed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>May be called before the host starts.</summary>
    public Task<TurnEngine> Begin() => _made ??= Task.Run(services.GetRequiredService<TurnEngine>);

    public Task StartingAsync(CancellationToken cancellationToken) => Begin();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var engine = await Begin();
        _rehearsed = Task.Run(engine.Rehearse, cancellationToken); // what breaks in it would break in her turn too, and be said there
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
