using CoopAssistant.Courses;
using CoopAssistant.Data.Backups;
using CoopAssistant.Data.Keys;
using CoopAssistant.Data.Postgres;
using CoopAssistant.Data.Sqlite;
using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging;
using CoopAssistant.Programme;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Data;

/// <summary>Registers the one database behind every module's window.</summary>
public static class DataModule
{
    /// <summary>Reads section <c>Database</c>; a host that starts migrates first.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection("Database")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(NewDatabase);
        services.AddSingleton<IDbContextFactory<CoopDbContext>>(provider => provider.GetRequiredService<Database>());
        services.AddSingleton<IInterceptor, ThreadWatch>();
        services.AddSingleton<IInterceptor, AuditGuard>();
        services.AddSingleton<TurnChanges>();
        services.AddSingleton<IInsertRows>(provider => new InsertRows(provider.GetRequiredService<Database>()));
        services.AddSingleton(provider => provider.GetRequiredService<Database>().NewTurnStore(provider.GetRequiredService<TurnChanges>()));
        services.AddScoped<TurnContextSource>();
        services.AddScoped(provider => provider.GetRequiredService<TurnContextSource>().Context);
        services.AddScoped(provider => new ProgrammeDb(provider.GetRequiredService<CoopDbContext>()));
        services.AddScoped(provider => new MessagingDb(provider.GetRequiredService<CoopDbContext>()));
        services.AddScoped(provider => new CoursesDb(provider.GetRequiredService<CoopDbContext>()));
        services.AddSingleton(provider => new PrepareDatabase(provider.GetRequiredService<Database>()));
        services.AddSingleton(provider => new InspectDatabase(provider.GetRequiredService<Database>()));
        services.AddSingleton(provider => new BackupDatabase(provider.GetRequiredService<Database>()));
        services.AddSingleton(provider => new RestoreDatabase(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<BackupDatabase>(), provider.GetRequiredService<TimeProvider>()));
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, PrepareAtStart>());
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        return services;
    }

    private static Database NewDatabase(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var loggers = provider.GetService<ILoggerFactory>() ?? new LoggerFactory();
        var interceptors = provider.GetServices<IInterceptor>();
        var root = provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Directory.GetCurrentDirectory();
        try
        {
            return options.IsPostgres
                ? new PostgresDatabase(options.ConnectionString, loggers, interceptors)
                : new SqliteDatabase(options.ConnectionString, root, loggers, interceptors);
        }
        catch (ArgumentException unreadable)
        {
            throw new UnusableSettingException($"Database:ConnectionString cannot be read as a connection to {options.Provider}: {unreadable.Message}", unreadable);
        }
    }
}
