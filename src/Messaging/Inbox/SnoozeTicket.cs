namespace CoopAssistant.Messaging.Inbox;

/// <summary>Puts a ticket aside until a time; it comes back by itself, and at once when she writes.</summary>
public sealed class SnoozeTicket(MessagingDb db)
{
    /// <param name="until">Null wakes it up.</param>
    public Task<TicketResult> Handle(long ticket, DateTimeOffset? until, CancellationToken cancel) => db.Change(ticket, (set, _) => set.Snooze(until), cancel);
}
