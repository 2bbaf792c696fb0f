using System.Security.Cryptography;
using System.Text;
using CoopAssistant.Bot.WebChat;
using CoopAssistant.Programme.Figures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.Figures;

/// <summary>The published page and its table as they are sent.</summary>
/// <param name="Tag">Changes with what is said.</param>
internal sealed record PublishedFigures(string Page, byte[] Csv, string Tag);

/// <summary>
/// Where a ministry switched it on: makes the public page at the start and once an hour, in the background. No visitor causes a query,
/// however many come; what could not be read keeps the page as it was.
/// </summary>
internal sealed partial class PublishFigures(
    IServiceScopeFactory scopes, FiguresSheet sheet, IOptions<WebChatOptions> options, TimeProvider clock, ILogger<PublishFigures> log) : BackgroundService
{
    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    public bool IsOn => options.Value.PublishStatistics;

    /// <summary>Null until it is made for the first time.</summary>
    public PublishedFigures? Now { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsOn) return;
        using var timer = new PeriodicTimer(Hourly, clock);
        do
        {
            try
            {
                await Make(stoppingToken);
            }
            catch (System.Data.Common.DbException failure)
            {
                CouldNotMake(log, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Make(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RefreshFigures>().WhenOld(cancel);
        var countries = await scope.ServiceProvider.GetRequiredService<ReadPublicFigures>().Handle(options.Value.SmallestCell, cancel);
        var page = sheet.Page(countries, options.Value.SmallestCell);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(page));
        Now = new(page, sheet.Csv(countries), $"\"{Convert.ToHexString(hash, 0, 8)}\"");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The public statistics could not be made; the next hour tries again.")]
    private static partial void CouldNotMake(ILogger log, Exception failure);
}
