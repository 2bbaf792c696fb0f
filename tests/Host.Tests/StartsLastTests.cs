using CoopAssistant.Host.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoopAssistant.Host.Tests;

public class StartsLastTests
{
    [Fact]
    public async Task What_prepares_starts_with_the_host_and_everything_else_is_made_when_all_are_served()
    {
        var seen = new List<string>();
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddHostedService(_ => new Prepares(seen));
        builder.Services.AddHostedService(_ => new Works(seen));
        builder.Services.AddHostedService(_ => new StartsOnce(seen));
        builder.Services.StartWorkersLast();
        using var host = builder.Build();

        await host.StartAsync();
        Assert.Equal(["prepared"], seen);

        host.Services.GetRequiredService<EverybodyServed>().Say();
        await Task.WhenAll(host.Services.GetServices<IHostedService>().OfType<BackgroundService>().Select(service => service.ExecuteTask!));
        Assert.Equal(["prepared", "started once", "worked"], seen.Order(StringComparer.Ordinal));

        await host.StopAsync();
        Assert.Contains("stopped", seen);
    }

    [Fact]
    public async Task Who_was_never_made_is_not_stopped_either()
    {
        var seen = new List<string>();
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddHostedService(_ => new StartsOnce(seen));
        builder.Services.StartWorkersLast();
        using var host = builder.Build();

        await host.StartAsync();
        await host.StopAsync();

        Assert.Empty(seen);
    }

    [Fact]
    public void A_hosted_service_whose_type_is_not_told_is_refused_at_once()
    {
        var services = new ServiceCollection().AddSingleton<IHostedService>(_ => new Prepares([]));

        Assert.Throws<InvalidOperationException>(services.StartWorkersLast);
    }

    private sealed class Prepares(List<string> seen) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken)
        {
            seen.Add("prepared");
            return Task.CompletedTask;
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Works(List<string> seen) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            lock (seen) seen.Add("worked");
            return Task.CompletedTask;
        }
    }

    private sealed class StartsOnce(List<string> seen) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lock (seen) seen.Add("started once");
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            lock (seen) seen.Add("stopped");
            return Task.CompletedTask;
        }
    }
}
