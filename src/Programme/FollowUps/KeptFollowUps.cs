using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>What all cooperatives ever told, as it was read last: the report of thousands of them over a year reads some hundred thousand rows else.</summary>
public sealed class KeptFollowUps(IServiceScopeFactory scopes, TimeProvider clock) : CountedBehind<FollowUpTable>(scopes, clock)
{
    protected override Task<FollowUpTable> Count(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<ProgrammeDb>();
        return FollowUpTable.Read(db, services.GetRequiredService<ProgrammePacks>(), db.Groups.AsNoTracking(), null, null, cancel);
    }
}
