using CoopAssistant.Admin.Access;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Staff;

/// <summary>The accounts an administrator may see: those whose territory lies in hers or his.</summary>
internal sealed class ListStaff(CoopDbContext db, StaffTerritory territories)
{
    public sealed record Line(StaffMember Member, DateTimeOffset? LastSeenAt);

    /// <summary>Open accounts first, by name.</summary>
    public async Task<IReadOnlyList<Line>> Handle((string? Country, string? Region, string? Office) territory, CancellationToken cancel)
    {
        var all = await db.Users.AsNoTracking().OrderBy(u => u.DeactivatedAt != null).ThenBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Select(u => new { Member = u, LastSeenAt = db.StaffSessions.Where(s => s.StaffId == u.Id).Max(s => (DateTimeOffset?)s.LastSeenAt) }).ToListAsync(cancel);
        return [.. all.Where(line => territories.Contains(territory, (line.Member.Country, line.Member.RegionCode, line.Member.OfficeCode))).Select(line => new Line(line.Member, line.LastSeenAt))];
    }
}
