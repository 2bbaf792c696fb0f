using System.Security.Cryptography;
using System.Text;
using CoopAssistant.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Admin.Accounts;

/// <summary>
/// The way into a fresh installation: a link that the host prints at start while there are no staff. It works once, for
/// a while, in this process only; a later link replaces it. Only its hash is kept, and only in memory.
/// </summary>
public sealed class FirstAdministratorLink(IServiceScopeFactory scopes, IOptions<AdminOptions> options, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private byte[]? _hash;
    private DateTimeOffset _until;

    /// <summary>A fresh link, or null where staff exist and none is needed.</summary>
    public async Task<Uri?> Offer(CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            if (await StaffExist(cancel)) return null;
            var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            _hash = Hash(key);
            _until = clock.GetUtcNow() + options.Value.FirstLinkLifetime;
            return options.Value.PublicUrl("primera-cuenta?clave=" + key);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>A link was given out and not used: nobody can sign in yet.</summary>
    internal bool IsOffered => _hash is not null;

    /// <summary>Whether the key may still be used.</summary>
    internal bool IsOpen(string? key) =>
        key is not null && _hash is { } hash && clock.GetUtcNow() < _until && CryptographicOperations.FixedTimeEquals(hash, Hash(key));

    /// <summary>Runs <paramref name="create"/> if the key is open and there are still no staff; the key is used up once it returns true.</summary>
    /// <returns>Null where the key may not be used, else what <paramref name="create"/> returned.</returns>
    internal async Task<bool?> Use(string? key, Func<Task<bool>> create, CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            if (!IsOpen(key) || await StaffExist(cancel)) return null;
            var created = await create();
            if (created) _hash = null;
            return created;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<bool> StaffExist(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CoopDbContext>().Users.AnyAsync(cancel);
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
