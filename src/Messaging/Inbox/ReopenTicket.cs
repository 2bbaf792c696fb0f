using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>A closed ticket is open again; the bot goes on answering until staff take it. Refused where a newer one is open.</summary>
public sealed class ReopenTicket(MessagingDb db)
{
    public async Task<TicketResult> Handle(long ticketId, CancellationToken cancel)
    {
        if (await db.Tickets.SingleOrDefaultAsync(t => t.Id == ticketId, cancel) is not { } ticket) return TicketResult.NotFound;
        if (ticket.IsOpen) return TicketResult.Done;
        if (await db.Tickets.AnyAsync(t => t.ConversationId == ticket.ConversationId && t.ClosedAt == null, cancel)) return TicketResult.ChangedMeanwhile;
        ticket.Reopen();
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return TicketResult.ChangedMeanwhile; // somebody opened another at the same instant
        }
        return TicketResult.Done;
    }
}
