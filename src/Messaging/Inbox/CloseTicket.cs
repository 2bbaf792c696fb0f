namespace CoopAssistant.Messaging.Inbox;

/// <summary>Staff are done: the ticket closes and the bot answers her again. Closing twice is refused as <see cref="TicketResult.Closed"/> and harmless.</summary>
public sealed class CloseTicket(MessagingDb db, TimeProvider clock)
{
    public Task<TicketResult> Handle(long ticket, CancellationToken cancel) => db.Change(ticket, (done, conversation) =>
    {
        done.Close(clock.GetUtcNow());
        conversation.GiveBack();
    }, cancel);
}
