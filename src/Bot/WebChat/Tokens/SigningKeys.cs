using System.Globalization;
using System.Security.Cryptography;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.WebChat.Tokens;

/// <summary>
/// The keys that sign tokens, from the database: the newest signs, the newest two verify. A new one is made every
/// <see cref="Life"/>, so a token may live that long at most. Any process may rotate; the others find the new key when they first meet it.
/// </summary>
internal sealed class SigningKeys(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(90);

    /// <summary>A token with an unknown key makes us look into the database, but not oftener than this.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile Loaded? known;

    public async ValueTask<WebSigningKey> Newest(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (known is { } fresh && fresh.Newest.MadeAt + Life > now) return fresh.Newest;
        return (await Load(known, cancel)).Newest;
    }

    /// <summary>The key of this id, where it may still verify; else null.</summary>
    public async ValueTask<WebSigningKey?> Find(string id, CancellationToken cancel)
    {
        if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var before = known;
        if (before?.Find(number) is { } key) return key;
        if (before is not null && (number < before.Newest.Id || clock.GetUtcNow() - before.At < LookAgain)) return null;
        return (await Load(before, cancel)).Find(number);
    }

    public void Dispose() => loading.Dispose();

    private async Task<Loaded> Load(Loaded? before, CancellationToken cancel)
    {
        await loading.WaitAsync(cancel);
        try
        {
            if (known is { } meanwhile && meanwhile != before) return meanwhile;
            return known = await ReadOrRotate(cancel);
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task<Loaded> ReadOrRotate(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
        var now = clock.GetUtcNow();
        var keys = await Newest2(db, cancel);
        if (keys.Count > 0 && keys[0].MadeAt + Life > now) return new(keys, now);
        try
        {
            db.WebSigningKeys.Add(new(keys.Count == 0 ? 1 : keys[0].Id + 1, RandomNumberGenerator.GetBytes(32), now));
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another process rotated first: its key is as good.
        }
        var rotated = await Newest2(db, cancel);
        return rotated.Count > 0 ? new(rotated, now) : throw new InvalidOperationException("The web chat's signing key could not be stored.");
    }

    private static Task<List<WebSigningKey>> Newest2(MessagingDb db, CancellationToken cancel) =>
        db.WebSigningKeys.AsNoTracking().OrderByDescending(k => k.Id).Take(2).ToListAsync(cancel);

    /// <param name="Keys">Newest first; never empty.</param>
    private sealed record Loaded(IReadOnlyList<WebSigningKey> Keys, DateTimeOffset At)
    {
        public WebSigningKey Newest => Keys[0];

        public WebSigningKey? Find(int id) => Keys.FirstOrDefault(k => k.Id == id);
    }
}
