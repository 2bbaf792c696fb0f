using System.Globalization;
using CoopAssistant.Data;
using CoopAssistant.Data.Backups;
using CoopAssistant.Host.Commands;

namespace CoopAssistant.Host.Serving;

/// <summary>The database alone, for the commands that need nothing else.</summary>
internal static class Storage
{
    public static Task<int> Backup(string[] settings, string file, CancellationToken cancel) => On(
        settings, services => services.GetRequiredService<BackupDatabase>().Handle(file, cancel), done => $"{done.File} is a copy of the database ({Size(done.Bytes)}). It holds personal data: keep it as safe as the database.");

    public static Task<int> Restore(string[] settings, string file, CancellationToken cancel) => On(
        settings, services => services.GetRequiredService<RestoreDatabase>().Handle(file, cancel), done => $"The database is as it was in {file}. As it was until now it is kept in {done.File}.");

    private static async Task<int> On(string[] settings, Func<IServiceProvider, Task<BackupResult>> work, Func<BackupResult.Done, string> tell)
    {
        var builder = Settings.NewBuilder(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddData(builder.Configuration);
        await using var app = builder.Build();
        switch (await work(app.Services))
        {
            case BackupResult.Done done:
                Console.WriteLine(tell(done));
                return CommandRunner.Done;
            case BackupResult.Refused refused:
                await Console.Error.WriteLineAsync(refused.Sentence);
                return CommandRunner.Refused;
            default:
                return CommandRunner.Refused;
        }
    }

    private static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB");
}
