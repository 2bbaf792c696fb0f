using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Courses.Statistics;

/// <summary>Counts learning again when its totals are old.</summary>
public sealed class RefreshTotals(IServiceScopeFactory scopes, TimeProvider clock) : RefreshedCounts(scopes, clock, Counting, TimeSpan.FromMilliseconds(200))
{
    private static readonly SemaphoreSlim Counting = new(1, 1);

    protected override Task<Stamp?> Last(IServiceProvider services, CancellationToken cancel) =>
        services.GetRequiredService<CoursesDb>().TotalsStamps.AsNoTracking().Select(s => (Stamp?)new Stamp(s.At, s.Milliseconds)).SingleOrDefaultAsync(cancel);

    protected override Task Count(IServiceProvider services, CancellationToken cancel) => services.GetRequiredService<CountLearning>().Handle(cancel);
}

/// <summary>Counts learning in the background.</summary>
internal sealed class KeepTotals(RefreshTotals refresh, TimeProvider clock, ILogger<KeepTotals> log) : RecurringWork(TimeSpan.FromMinutes(1), clock, log)
{
    protected override Task Look(CancellationToken cancel) => refresh.WhenOld(cancel);
}
