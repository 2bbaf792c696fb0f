using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;

namespace CoopAssistant.Data.Postgres;

/// <summary>A turn that will be written, and whose contact it is.</summary>
internal sealed record KeptTurn(PendingTurn Pending, long ContactId)
{
    /// <summary>Known conversations by id, then new addresses: as all processes lock them.</summary>
    public static int InOrderOfLocks(KeptTurn one, KeptTurn other) => (one.Turn.Before.IsNew, other.Turn.Before.IsNew) switch
    {
        (false, false) => one.ContactId.CompareTo(other.ContactId),
        (true, true) => string.CompareOrdinal(one.Turn.Inbound.Address, other.Turn.Inbound.Address),
        (var isNew, _) => isNew ? 1 : -1,
    };

    public TurnCommit Turn => Pending.Turn;
    public string? Link => Turn.Before.IsNew ? Turn.Inbound.OtherAddress : Turn.LinkAddress;

    public void Write(MessageColumns messages, Queue<long> ids)
    {
        var (inbound, at) = (Turn.Inbound, Turn.Inbound.ReceivedAt.UtcDateTime);
        var inboundId = ids.Dequeue();
        messages.Add(
            inboundId, ContactId, Turn.Before.LastMessageId, MessageDirection.Inbound, Pending.InboundText, Pending.InboundExtras, inbound.ProviderId, at, Delivery.None);
        var newest = inboundId;
        foreach (var (reply, extras) in Turn.Replies.Zip(Pending.ReplyExtras))
        {
            var id = ids.Dequeue();
            messages.Add(
                id, ContactId, newest, MessageDirection.Outbound, reply.Text, extras, null, at,
                inbound.Channel == Channel.WhatsApp ? Delivery.Pending : Delivery.None);
            newest = id;
        }
        var after = new StoredConversation(
            ContactId, Turn.Before.Version + 1, Turn.State, newest, Turn.IsHeld, Turn.HasOptedOut, HasParked: false, Turn.AwaitedFromHer);
        Pending.Result = new CommitResult(CommitOutcome.Committed, after, inboundId);
    }
}
