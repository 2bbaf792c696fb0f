using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>
/// She wrote while staff hold the thread: her clock starts, unless it is running. Belongs into every held turn. Nothing
/// happens where no ticket is open.
/// </summary>
public sealed class NoteWaiting(MessagingDb db, TimeProvider clock)
{
    public async Task Handle(long contactId, CancellationToken cancel)
    {
        var open = await db.Tickets.SingleOrDefaultAsync(t => t.ConversationId == contactId && t.ClosedAt == null, cancel);
        if (open is null || (open.WaitingSince is not null && open.SnoozedUntil is null)) return;
        open.Waits(clock.GetUtcNow());
        await db.SaveAsync(cancel);
    }
}
