using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Access;

/// <param name="Id">Staff id.</param>
public sealed record Colleague(string Id, string Name);

/// <summary>Who could take something over: open accounts that may do it, and do it there.</summary>
internal sealed class Colleagues(CoopDbContext db, StaffTerritory territories)
{
    /// <param name="permission">One of <see cref="Permission"/>.</param>
    /// <param name="country">Where it is; null where not known.</param>
    public async Task<IReadOnlyList<Colleague>> Who(string permission, string? country, string? region, string? place, CancellationToken cancel)
    {
        var open = await db.Users.AsNoTracking().Where(u => u.DeactivatedAt == null && u.PasswordHash != null).OrderBy(u => u.DisplayName).ThenBy(u => u.Id).ToListAsync(cancel);
        return [.. open.Where(u => RolePermissions.Allows(u.Role, permission) && Reaches(u, country, region, place)).Select(u => new Colleague(u.Id, u.DisplayName))];
    }

    private bool Reaches(StaffMember member, string? country, string? region, string? place) =>
        country is null || territories.Of(member) is not { } territory || territory.Covers(country, region, place);
}
