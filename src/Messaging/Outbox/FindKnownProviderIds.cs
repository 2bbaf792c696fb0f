using CoopAssistant.Messaging.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Outbox;

/// <summary>Which of these provider's ids already belong to messages of ours.</summary>
public sealed class FindKnownProviderIds(MessagingDb db)
{
    public async Task<IReadOnlySet<string>> Handle(IReadOnlyList<string> providerIds, CancellationToken cancel) =>
        (await db.Messages.AsNoTracking()
            .Where(m => m.ProviderId != null && providerIds.Contains(m.ProviderId) && m.Direction == MessageDirection.Outbound)
            .Select(m => m.ProviderId!).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
}
