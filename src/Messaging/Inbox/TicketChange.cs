using CoopAssistant.Messaging.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>What the use cases below share: load a ticket with its conversation, change both, save once.</summary>
internal static class TicketChange
{
    public static async Task<TicketResult> Change(this MessagingDb db, long ticketId, Action<Ticket, Conversation> change, CancellationToken cancel)
    {
        var ticket = await db.Tickets.SingleOrDefaultAsync(t => t.Id == ticketId, cancel);
        if (ticket is null) return TicketResult.NotFound;
        if (!ticket.IsOpen) return TicketResult.Closed;
        change(ticket, await db.Conversations.SingleAsync(c => c.Id == ticket.ConversationId, cancel));
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return TicketResult.ChangedMeanwhile;
        }
        return TicketResult.Done;
    }
}
