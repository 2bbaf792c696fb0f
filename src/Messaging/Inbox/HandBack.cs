namespace CoopAssistant.Messaging.Inbox;

/// <summary>The bot answers her again, and she waits for nobody; the ticket stays open for what staff still want to see through.</summary>
public sealed class HandBack(MessagingDb db)
{
    public Task<TicketResult> Handle(long ticket, CancellationToken cancel) =>
        db.Change(ticket, (back, conversation) =>
        {
            back.HandedBack();
            conversation.GiveBack();
        }, cancel);
}
