using CoopAssistant.Data;
using CoopAssistant.Messaging.Words;

namespace CoopAssistant.Host.Serving;

/// <summary>Before anybody is served, what is published is read; then it looks every five seconds for what another process published.</summary>
internal sealed partial class KeepWords(WordsShelf shelf, InspectDatabase inspect, TimeProvider clock, ILogger<KeepWords> log) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!await inspect.IsEmpty("words_versions", cancellationToken)) await shelf.Refresh(cancellationToken);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await shelf.Refresh(stoppingToken);
            }
            catch (System.Data.Common.DbException failure)
            {
                CouldNotRead(log, failure);
            }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What staff published could not be read; the words known before stay.")]
    private static partial void CouldNotRead(ILogger log, Exception failure);
}
