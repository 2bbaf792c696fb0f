using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Consents;

/// <summary>Where a contact stands: her last word on each purpose.</summary>
public sealed class ReadConsents(ProgrammeDb db)
{
    /// <summary>Purposes she was never asked about are missing.</summary>
    public async Task<IReadOnlyDictionary<ConsentPurpose, Consent>> Handle(long contact, CancellationToken cancel)
    {
        var all = await db.Consents.AsNoTracking().Where(c => c.ContactId == contact).OrderBy(c => c.Id).ToListAsync(cancel);
        return all.GroupBy(c => c.Purpose).ToDictionary(purpose => purpose.Key, purpose => purpose.Last());
    }
}
