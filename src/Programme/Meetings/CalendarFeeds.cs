using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>The secret address of a personal calendar: made anew, taken back, found again.</summary>
public sealed class CalendarFeeds(ProgrammeDb db, TimeProvider clock)
{
    private const int SecretBytes = 24;

    /// <summary>A new secret; the one before is good for nothing from now on. Shown once: it cannot be read again.</summary>
    public async Task<string> Open(string staff, CancellationToken cancel)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        if (await db.CalendarFeeds.SingleOrDefaultAsync(f => f.Staff == staff, cancel) is { } feed) feed.Renew(Hash(secret), clock.GetUtcNow());
        else db.CalendarFeeds.Add(new CalendarFeed(staff, Hash(secret), clock.GetUtcNow()));
        await db.SaveAsync(cancel);
        return secret;
    }

    /// <summary>Repeating it is harmless.</summary>
    public async Task Revoke(string staff, CancellationToken cancel)
    {
        if (await db.CalendarFeeds.SingleOrDefaultAsync(f => f.Staff == staff, cancel) is not { } feed) return;
        db.CalendarFeeds.Remove(feed);
        await db.SaveAsync(cancel);
    }

    /// <summary>Since when she or he has one; null where there is none.</summary>
    public Task<DateTimeOffset?> Since(string staff, CancellationToken cancel) =>
        db.CalendarFeeds.AsNoTracking().Where(f => f.Staff == staff).Select(f => (DateTimeOffset?)f.CreatedAt).SingleOrDefaultAsync(cancel);

    /// <returns>Staff id; null where the secret is none (any more).</returns>
    public Task<string?> Owner(string secret, CancellationToken cancel)
    {
        var hash = Hash(secret);
        return db.CalendarFeeds.AsNoTracking().Where(f => f.SecretHash == hash).Select(f => f.Staff).SingleOrDefaultAsync(cancel);
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
