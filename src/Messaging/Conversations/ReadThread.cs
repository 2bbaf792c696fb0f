using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Conversations;

/// <summary>
/// Reads a thread backwards along its chain: as many primary-key look-ups as messages, no index by conversation. CROSS JOIN tells SQLite to
/// begin with the chain; left to itself it may read the whole table of messages instead.
/// </summary>
public sealed class ReadThread(MessagingDb db)
{
    /// <summary>The newest messages, oldest of them first.</summary>
    /// <param name="atMost">How many, from 1.</param>
    /// <param name="before">Only messages before this one (a page further up); null from the newest. A message of another thread gives nothing.</param>
    public async Task<IReadOnlyList<Message>> Handle(long conversationId, int atMost, long? before, CancellationToken cancel)
    {
        var upTo = before ?? -1;
        return await db.Messages.FromSql($"""
            WITH RECURSIVE thread(id, place) AS (
                SELECT c.last_message_id, 1 FROM conversations c WHERE c.id = {conversationId} AND {upTo} = -1
                UNION ALL
                SELECT p.previous_id, 1 FROM messages p WHERE p.id = {upTo} AND p.conversation_id = {conversationId}
                UNION ALL
                SELECT m.previous_id, t.place + 1 FROM thread t CROSS JOIN messages m WHERE m.id = t.id AND t.place < {atMost}
            )
            SELECT m.* FROM thread t CROSS JOIN messages m WHERE m.id = t.id ORDER BY m.id
            """).AsNoTracking().ToListAsync(cancel);
    }
}
