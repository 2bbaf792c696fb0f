using System.Data.Common;
using CoopAssistant.Messaging.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data.Turns;

/// <summary>Runs a turn's changes: use cases in a scope of their own, whose context works inside the turn's transaction.</summary>
internal sealed class TurnChanges(IServiceScopeFactory scopes)
{
    public async Task Apply(TurnCommit turn, long contactId, CoopDbContext context, DbTransaction transaction)
    {
        await using (context)
        {
            context.Database.AutoSavepointsEnabled = false; // the turn has its own
            await context.Database.UseTransactionAsync(transaction);
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TurnContextSource>().Use(context);
            foreach (var change in turn.Changes) await change.Apply(scope.ServiceProvider, contactId, CancellationToken.None);
        }
    }

    /// <summary>Somebody else was faster, on this row or with this key: the turn is decided again on what now stands.</summary>
    public static bool MeansConflict(Exception failure, Func<Exception, bool> isLostRace) => failure switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => isLostRace(inner),
        _ => isLostRace(failure),
    };
}
