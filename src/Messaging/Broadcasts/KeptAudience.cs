using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>Who could be told something, as it was read last, where women are so many that asking for a whole country takes seconds.</summary>
public sealed class KeptAudience(IServiceScopeFactory scopes, TimeProvider clock) : CountedBehind<KeptAudience.Everybody>(scopes, clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Everybody there was.</summary>
    public sealed class Everybody
    {
        internal Everybody(AudienceTable table) => Table = table;

        internal AudienceTable Table { get; }
    }

    protected override async Task<Everybody> Count(IServiceProvider services, CancellationToken cancel)
    {
        var (audience, db) = (services.GetRequiredService<Audience>(), services.GetRequiredService<MessagingDb>());
        db.Database.SetCommandTimeout(Longest);
        return new(await AudienceTable.Of(audience.Phones().AsAsyncEnumerable(), audience.Addressees().AsAsyncEnumerable(), cancel));
    }
}
