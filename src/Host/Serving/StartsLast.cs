namespace CoopAssistant.Host.Serving;

/// <summary>Completes when both faces answer. What only looks around in the background waits for it.</summary>
internal sealed class EverybodyServed
{
    private readonly TaskCompletionSource _served = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => _served.Task;

    public void Say() => _served.TrySetResult();
}

/// <summary>
/// A worker that begins when everybody is served. All at once they would stand in each other's way while the database's model is built for the
/// first of them, on every thread that there is, and the woman who writes in the first second would wait behind them.
/// </summary>
internal sealed class StartsLast(BackgroundService worker, EverybodyServed served) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await served.Done.WaitAsync(stoppingToken);
        await worker.StartAsync(stoppingToken);
        if (worker.ExecuteTask is { } working) await working;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await worker.StopAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        worker.Dispose();
        base.Dispose();
    }
}

internal static class StartsLastRegistration
{
    /// <summary>Every worker registered so far starts last; what prepares (the database, the shelf of courses) keeps its place.</summary>
    public static IServiceCollection StartWorkersLast(this IServiceCollection services)
    {
        services.AddSingleton<EverybodyServed>();
        for (var i = 0; i < services.Count; i++)
        {
            var registered = services[i];
            if (registered.ServiceType != typeof(IHostedService) || registered.IsKeyedService) continue;
            services[i] = ServiceDescriptor.Singleton(provider => Made(registered, provider) is var made && made is BackgroundService worker and not IHostedLifecycleService
                ? new StartsLast(worker, provider.GetRequiredService<EverybodyServed>())
                : made);
        }
        return services;
    }

    private static IHostedService Made(ServiceDescriptor registered, IServiceProvider provider) =>
        (IHostedService)(registered.ImplementationInstance
            ?? registered.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!));
}
