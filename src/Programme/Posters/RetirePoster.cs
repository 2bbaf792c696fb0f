using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Posters;

/// <summary>Staff take a poster down, or note that it hangs again. Who still comes by it is counted all the same.</summary>
public sealed class RetirePoster(ProgrammeDb db, TimeProvider clock)
{
    /// <returns>False where there is none within the territory, or it stands so already.</returns>
    public async Task<bool> Handle(long id, bool isDown, Territory? territory, CancellationToken cancel)
    {
        if (await db.Posters.Within(territory).SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } poster) return false;
        if (!(isDown ? poster.Retire(clock.GetUtcNow()) : poster.Restore())) return false;
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        return true;
    }
}
