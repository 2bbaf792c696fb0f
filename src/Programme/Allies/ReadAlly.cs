using CoopAssistant.Programme.Allies.Agreements;
using CoopAssistant.Programme.Allies.Commitments;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies;

/// <summary>One institution as staff see it: contacts, agreements, and what it promised where they work.</summary>
public sealed class ReadAlly(ProgrammeDb db)
{
    public sealed record Result(Ally Ally, IReadOnlyList<Agreement> Agreements, IReadOnlyList<ListCommitments.Row> Commitments);

    /// <summary>Null where there is none, or it is of another country.</summary>
    public async Task<Result?> Handle(AllyId id, Territory? territory, CancellationToken cancel)
    {
        var ally = await db.Allies.AsNoTracking().OfCountriesOf(territory).Include(a => a.Contacts).SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (ally is null) return null;
        var agreements = await db.Agreements.AsNoTracking().Where(g => g.AllyId == id).OrderBy(g => g.EndedOn != null).ThenByDescending(g => g.From).ThenBy(g => g.Id).ToListAsync(cancel);
        return new(ally, agreements, await new ListCommitments(db).Of(ally: id, group: null, territory, cancel));
    }
}
