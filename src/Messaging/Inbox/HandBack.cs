namespace CoopAssistant.Messaging.Inbox;

/// <summary>The bot answers her again; the ticket stays open for what staff still owe her.</summary>
public sealed class HandBack(MessagingDb db)
{
    public Task<TicketResult> Handle(long ticket, CancellationToken cancel) =>
        db.Change(ticket, (_, conversation) => conversation.GiveBack(), cancel);
}
