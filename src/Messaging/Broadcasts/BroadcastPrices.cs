using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>What a template message costs in each country, as staff set it.</summary>
public sealed class BroadcastPrices(MessagingDb db)
{
    /// <summary>Most a message may cost, in millionths: a hundred of any currency.</summary>
    public const long Most = 100_000_000;

    public async Task<IReadOnlyList<BroadcastPrice>> All(CancellationToken cancel) => await db.BroadcastPrices.AsNoTracking().OrderBy(p => p.Country).ToListAsync(cancel);

    /// <returns>Null where no price is set.</returns>
    public async Task<(long Micros, string Currency)?> Estimate(string country, int messages, CancellationToken cancel) =>
        await db.BroadcastPrices.AsNoTracking().SingleOrDefaultAsync(p => p.Country == country, cancel) is { } price ? (price.Micros * messages, price.Currency) : null;

    /// <returns>False for a price or a currency that makes no sense.</returns>
    public async Task<bool> Set(string country, long micros, string currency, CancellationToken cancel)
    {
        if (micros is < 0 or > Most || currency is not { Length: 3 } || !currency.All(char.IsAsciiLetterUpper)) return false;
        if (await db.BroadcastPrices.SingleOrDefaultAsync(p => p.Country == country, cancel) is { } known) known.Set(micros, currency);
        else db.BroadcastPrices.Add(new BroadcastPrice(country, micros, currency));
        await db.SaveAsync(cancel);
        return true;
    }
}
