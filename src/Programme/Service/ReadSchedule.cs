using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Service;

/// <summary>What one office set for itself, with its history.</summary>
public sealed class ReadSchedule(ProgrammeDb db)
{
    /// <returns>Null where it set nothing yet.</returns>
    public Task<OfficeSchedule?> Handle(string country, string office, CancellationToken cancel) =>
        db.OfficeSchedules.AsNoTracking().Include(s => s.Closures).Include(s => s.Entries).AsSplitQuery().SingleOrDefaultAsync(s => s.Country == country && s.OfficeCode == office, cancel);
}
