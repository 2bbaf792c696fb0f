namespace CoopAssistant.Messaging.Inbox;

/// <summary>Gives a ticket to a colleague, or to nobody in particular. Who holds the thread does not change.</summary>
public sealed class AssignTicket(MessagingDb db)
{
    /// <param name="staff">Staff id; null for nobody.</param>
    public Task<TicketResult> Handle(long ticket, string? staff, CancellationToken cancel) =>
        db.Change(ticket, (given, _) => given.Assign(staff), cancel);
}
