using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoopAssistant.Data;

/// <summary>Entries of the audit, and what women said about sharing their data, are added, never changed or removed: refused here with a stack to find the culprit by, and, for the audit, by triggers in the databases.</summary>
internal sealed class AuditGuard : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return base.SavingChanges(eventData, result);
    }

    private static void Check(DbContext? context)
    {
        if (context?.ChangeTracker.Entries().Any(e => e is { Entity: AccessEntry or ChangeEntry or SharingConsent, State: EntityState.Modified or EntityState.Deleted }) == true)
            throw new AppendOnlyException();
    }
}
