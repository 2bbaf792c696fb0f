using System.Data.Common;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data.Turns;

/// <summary>A turn's changes: statements, and use cases in a scope of their own, whose context works inside the turn's transaction.</summary>
internal sealed class TurnChanges(IServiceScopeFactory scopes, IServiceProvider singletons)
{
    /// <summary>False on the everyday turn, and where plain statements say all that she did.</summary>
    public static bool NeedsContext(TurnCommit turn) => turn.Changes.Any(change => change.Apply is not null);

    /// <summary>What is written with the turn's own rows.</summary>
    public IReadOnlyList<PlainStatement> Statements(TurnCommit turn, long contactId) =>
        turn.Changes.Count == 0 ? [] : [.. turn.Changes.Where(change => change.Statements is not null).SelectMany(change => change.Statements!(singletons, contactId))];

    public async Task Apply(TurnCommit turn, long contactId, CoopDbContext context, DbTransaction transaction)
    {
        await using (context)
        {
            context.Database.AutoSavepointsEnabled = false; // the turn has its own
            await context.Database.UseTransactionAsync(transaction);
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TurnContextSource>().Use(context);
            foreach (var change in turn.Changes)
                if (change.Apply is { } apply) await apply(scope.ServiceProvider, contactId, CancellationToken.None);
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
