using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations.Search;

namespace CoopAssistant.Host.Serving;

/// <summary>Indexes registrations in the background, so that who searches seldom waits for it.</summary>
internal sealed class KeepSearch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeepSearch> log) : RecurringWork(TimeSpan.FromSeconds(5), clock, log)
{
    private readonly TimeProvider _clock = clock;

    protected override async Task Look(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IndexRegistrations>().WhenCalm(_clock.GetUtcNow(), cancel);
    }
}
