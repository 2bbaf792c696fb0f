using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoopAssistant.Data;

/// <summary>A registration that changes is indexed anew: here for all use cases, so that none has to remember which of its facts the search holds.</summary>
internal sealed class IndexAnew : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Mark(eventData.Context);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Mark(eventData.Context);
        return base.SavingChanges(eventData, result);
    }

    /// <summary>Written even where it already says so: it may have been indexed, as it was, since this context read it.</summary>
    private static void Mark(DbContext? context)
    {
        foreach (var changed in context?.ChangeTracker.Entries<Registration>().Where(entry => entry.State == EntityState.Modified).ToList() ?? [])
        {
            var mark = changed.Property(registration => registration.IsIndexed);
            (mark.CurrentValue, mark.IsModified) = (false, true);
        }
    }
}
