namespace CoopAssistant.Host.Serving;

/// <summary>Completes when both faces answer. What only looks around in the background waits for it.</summary>
internal sealed class EverybodyServed
{
    private readonly TaskCompletionSource _served = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => _served.Task;

    public void Say() => _served.TrySetResult();
}

/// <summary>
/// A hosted service that is made and begins when everybody is served. All at once they would stand in each other's way while the database's model is
/// built for the first of them, on every thread that there is, and the woman who writes in the first second would wait behind them.
/// </summary>
internal sealed class StartsLast(Func<IHostedService> make, EverybodyServed served) : BackgroundService
{
    private IHostedService? _made;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await served.Done.WaitAsync(stoppingToken);
        _made = make();
        await _made.StartAsync(stoppingToken);
        if (_made is BackgroundService { ExecuteTask: { } working }) await working;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_made is not null) await _made.StopAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        (_made as IDisposable)?.Dispose();
        base.Dispose();
    }
}

internal static class StartsLastRegistration
{
    /// <summary>Every hosted service registered so far starts last; what prepares (the database, the dialogs, the words, the courses) is an <see cref="IHostedLifecycleService"/> and keeps its place.</summary>
    public static IServiceCollection StartWorkersLast(this IServiceCollection services)
    {
        services.AddSingleton<EverybodyServed>();
        for (var i = 0; i < services.Count; i++)
        {
            var registered = services[i];
            if (registered.ServiceType != typeof(IHostedService) || registered.IsKeyedService || TypeOf(registered).IsAssignableTo(typeof(IHostedLifecycleService))) continue;
            services[i] = ServiceDescriptor.Singleton<IHostedService>(provider => new StartsLast(() => Made(registered, provider), provider.GetRequiredService<EverybodyServed>()));
        }
        return services;
    }

    /// <summary>What a factory makes stands in its own type.</summary>
    /// <exception cref="InvalidOperationException">There it is only said to be some hosted service: whether it prepares cannot be told.</exception>
    private static Type TypeOf(ServiceDescriptor registered)
    {
        var type = registered.ImplementationType ?? registered.ImplementationInstance?.GetType() ?? registered.ImplementationFactory!.GetType().GenericTypeArguments[1];
        return type != typeof(IHostedService) ? type : throw new InvalidOperationException($"Register the hosted service that {registered.ImplementationFactory!.Method.DeclaringType} makes by AddHostedService, under its own type.");
    }

    private static IHostedService Made(ServiceDescriptor registered, IServiceProvider provider) =>
        (IHostedService)(registered.ImplementationInstance
            ?? registered.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!));
}
