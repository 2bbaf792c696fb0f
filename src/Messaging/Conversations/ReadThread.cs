using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Conversations;

/// <summary>Reads a thread backwards along its chain: as many primary-key look-ups as messages, no index by conversation.</summary>
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
                SELECT m.previous_id, t.place + 1 FROM thread t JOIN messages m ON m.id = t.id WHERE t.place < {atMost}
            )
            SELECT m.* FROM thread t JOIN messages m ON m.id = t.id ORDER BY m.id
            """).AsNoTracking().ToListAsync(cancel);
    }
}

/// <summary>Reads what a thread gained since a message, for a screen that follows it.</summary>
public sealed class ReadSince(MessagingDb db)
{
    /// <summary>Most messages of one answer; of more, the newest.</summary>
    public const int AtMost = 500;

    /// <summary>Messages newer than <paramref name="afterId"/>, oldest first; from the beginning for 0. Empty where there is nothing new.</summary>
    public async Task<IReadOnlyList<Message>> Handle(long conversationId, long afterId, CancellationToken cancel) =>
        await db.Messages.FromSql($"""
            WITH RECURSIVE thread(id, place) AS (
                SELECT c.last_message_id, 1 FROM conversations c WHERE c.id = {conversationId} AND c.last_message_id > {afterId}
                UNION ALL
                SELECT m.previous_id, t.place + 1 FROM thread t JOIN messages m ON m.id = t.id WHERE m.previous_id > {afterId} AND t.place < {AtMost}
            )
            SELECT m.* FROM thread t JOIN messages m ON m.id = t.id ORDER BY m.id
            """).AsNoTracking().ToListAsync(cancel);
}
