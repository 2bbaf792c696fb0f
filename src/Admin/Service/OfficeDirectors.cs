using CoopAssistant.Admin.Access;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Service;

/// <summary>Offices for which a director with an open account answers: one of whose territory the office is a part.</summary>
internal sealed class OfficeDirectors(CoopDbContext db, StaffTerritory territories) : IOfficeDirectors
{
    public async Task<Func<ProgrammePack, Office, bool>> Read(CancellationToken cancel)
    {
        var directors = await db.Users.AsNoTracking().Where(u => u.Role == StaffRole.RegionalDirector && u.DeactivatedAt == null && u.PasswordHash != null)
            .Select(u => new { u.Country, u.RegionCode, u.OfficeCode }).Distinct().ToListAsync(cancel);
        var answered = directors.ConvertAll(d => territories.Of(d.Country, d.RegionCode, d.OfficeCode));
        return (pack, office) => answered.Exists(territory => ChangeSchedule.MaySet(territory, pack, office));
    }
}
