using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data;

/// <summary>Tells <see cref="ITurnCommitted"/> of what staff's use cases said, so that none of them has to remember it.</summary>
internal sealed class ThreadWatch(IServiceProvider services) : SaveChangesInterceptor
{
    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } context)
        {
            foreach (var entry in context.ChangeTracker.Entries<Conversation>())
                if (entry.Entity.LastMessage is not null) Tell(entry.Entity.Id, entry.Entity.Channel);
        }
        return await base.SavedChangesAsync(eventData, result, cancellationToken);
    }

    private void Tell(long contactId, Channel channel)
    {
        foreach (var listener in services.GetServices<ITurnCommitted>()) listener.Committed(contactId, channel);
    }
}
