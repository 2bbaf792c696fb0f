using CoopAssistant.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Accounts;

/// <summary>Names behind the staff ids that stand beside steps and messages.</summary>
internal sealed class StaffNames(CoopDbContext db)
{
    /// <summary>Names by id. Who has no account any more is missing.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Of(IEnumerable<string?> ids, CancellationToken cancel)
    {
        var wanted = ids.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0) return new Dictionary<string, string>(StringComparer.Ordinal);
        return await db.Users.AsNoTracking().Where(u => wanted.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, StringComparer.Ordinal, cancel);
    }

    public async Task<IReadOnlyList<(string Id, string Name)>> All(CancellationToken cancel) =>
        [.. (await db.Users.AsNoTracking().OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancel)).Select(u => (u.Id, u.DisplayName))];
}
