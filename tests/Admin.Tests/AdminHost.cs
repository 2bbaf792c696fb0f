using CoopAssistant.Data;
using CoopAssistant.Messaging;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Packs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Admin.Tests;

/// <summary>The admin app as it runs, on a free port and a database of its own.</summary>
public sealed class AdminHost : IAsyncDisposable
{
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(Path.Combine(Repository.Root, "content"));

    private readonly string _folder = Directory.CreateTempSubdirectory("coop-admin").FullName;
    private readonly WebApplication _app;

    private AdminHost(Action<IConfigurationBuilder>? configure)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = _folder });
        configure?.Invoke(builder.Configuration);
        builder.Logging.ClearProviders();
        if (Environment.GetEnvironmentVariable("ADMIN_LOG") is not null) builder.Logging.AddConsole();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Configuration["Database:ConnectionString"] = $"Data Source={Path.Combine(_folder, "coop.db")}";
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddSingleton(Packs);
        builder.Services.AddProgramme();
        builder.Services.AddMessaging();
        builder.Services.AddAdmin(builder.Configuration);
        _app = builder.Build();
        _app.MapAdmin();
    }

    public TestClock Clock { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    public IServiceProvider Services => _app.Services;

    public static async Task<AdminHost> Start(Action<IConfigurationBuilder>? configure = null)
    {
        var host = new AdminHost(configure);
        await host._app.StartAsync();
        return host;
    }

    /// <summary>A browser without scripts: keeps cookies, follows no redirects.</summary>
    public Visitor Visitor() => new(Address);

    public async Task Within<TService>(Func<TService, Task> act) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<TResult> Within<TService, TResult>(Func<TService, Task<TResult>> act) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>The real time, moved on by hand.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Pass(TimeSpan time) => _ahead += time;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
