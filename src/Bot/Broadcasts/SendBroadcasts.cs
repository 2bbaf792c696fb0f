using CoopAssistant.Messaging.Broadcasts;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Broadcasts;

/// <summary>One look at the broadcasts that go on: writes down who gets them, and says them to the next few. Each step has a scope and a commit of its own; several processes may look.</summary>
internal sealed class SendBroadcasts(IServiceScopeFactory scopes)
{
    private const int MostChunks = 20;

    /// <returns>How many were written to.</returns>
    public async Task<int> Handle(CancellationToken cancel)
    {
        var said = 0;
        foreach (var id in await In<ListBroadcasts, List<long>>(list => list.Active(cancel)))
        {
            for (var chunk = 0; chunk < MostChunks && await In<PrepareBroadcast, bool>(prepare => prepare.Handle(id, cancel)); chunk++) { }
            foreach (var contact in await In<TakeBatch, IReadOnlyList<long>>(take => take.Handle(id, cancel)))
                if (await In<TellRecipient, bool>(tell => tell.Handle(id, contact, cancel)))
                    said++;
        }
        return said;
    }

    private async Task<TResult> In<TService, TResult>(Func<TService, Task<TResult>> use) where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
