using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Agreements;

/// <summary>One agreement with its institution and history. Staff of the country read it; who may change it is their territory's matter.</summary>
public sealed class ReadAgreement(ProgrammeDb db)
{
    public sealed record Result(Agreement Agreement, string Ally);

    /// <summary>Null where there is none, or it is of another country.</summary>
    public async Task<Result?> Handle(AgreementId id, Territory? territory, CancellationToken cancel)
    {
        var agreement = await db.Agreements.AsNoTracking().AsSplitQuery().Include(g => g.Contributions).Include(g => g.Entries).SingleOrDefaultAsync(g => g.Id == id, cancel);
        if (agreement is null || !AllyQueries.Touches(territory, agreement.Country)) return null;
        return new(agreement, await db.Allies.Where(a => a.Id == agreement.AllyId).Select(a => a.Short).SingleAsync(cancel));
    }
}
