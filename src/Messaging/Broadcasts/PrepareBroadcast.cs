using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>
/// Writes down who gets a confirmed broadcast, a chunk at a time in the order of contacts. A chunk and how far it goes are saved together,
/// under the broadcast's version: whoever dies or loses the race has written nothing, and the next begins where the last whole chunk ended.
/// </summary>
public sealed class PrepareBroadcast(MessagingDb db, Audience audience)
{
    public const int Chunk = 500;

    /// <returns>False where nothing is left to write down, or somebody else does it.</returns>
    public async Task<bool> Handle(long id, CancellationToken cancel)
    {
        if (await db.Broadcasts.SingleOrDefaultAsync(b => b.Id == id, cancel) is not { State: BroadcastState.Preparing } broadcast) return false;
        var after = broadcast.PreparedUpTo;
        var contacts = await audience.Contacts(broadcast).Where(c => c > after).OrderBy(c => c).Take(Chunk).ToListAsync(cancel);
        db.BroadcastRecipients.AddRange(contacts.Select(c => new BroadcastRecipient(id, c)));
        broadcast.Prepared(contacts.Count > 0 ? contacts[^1] : after, isLast: contacts.Count < Chunk);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateException) // another process wrote this chunk, or staff paused it
        {
            return false;
        }
        return broadcast.State == BroadcastState.Preparing;
    }
}
