using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Figures;

/// <summary>Counts the figures again when they are old.</summary>
public sealed class RefreshFigures(IServiceScopeFactory scopes, TimeProvider clock) : RefreshedCounts(scopes, clock, Counting, TimeSpan.FromMilliseconds(300))
{
    private static readonly SemaphoreSlim Counting = new(1, 1);

    protected override Task<Stamp?> Last(IServiceProvider services, CancellationToken cancel) =>
        services.GetRequiredService<ProgrammeDb>().FiguresStamps.AsNoTracking().Select(s => (Stamp?)new Stamp(s.At, s.Milliseconds)).SingleOrDefaultAsync(cancel);

    protected override Task Count(IServiceProvider services, CancellationToken cancel) => services.GetRequiredService<CountFigures>().Handle(cancel);
}
