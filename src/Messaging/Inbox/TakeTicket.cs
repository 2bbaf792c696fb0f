namespace CoopAssistant.Messaging.Inbox;

/// <summary>A member of staff takes the thread: the bot falls silent and the ticket is hers or his. Taking it from a colleague is allowed and shows.</summary>
public sealed class TakeTicket(MessagingDb db)
{
    public Task<TicketResult> Handle(long ticket, string staff, CancellationToken cancel) => db.Change(ticket, (taken, conversation) =>
    {
        taken.Assign(staff);
        conversation.Hold();
    }, cancel);
}
