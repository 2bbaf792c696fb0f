using CoopAssistant.Messaging.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Outbox;

/// <param name="Gap">How long the next message of the conversation waits after this one, unless its status comes first.</param>
public sealed record DeliveryNote(DueMessage Message, SendOutcome Outcome, TimeSpan Gap);

/// <summary>
/// Writes down what came of sends, many in one transaction. A note whose lease has passed to somebody else changes nothing: who holds the
/// claim now finds the message at the provider.
/// </summary>
public sealed class NoteDeliveries(MessagingDb db, RecordRefusal refuse, NoteStatuses statuses, TimeProvider clock)
{
    /// <summary>How long to wait before looking for a message of unknown fate, by attempt. After the last it counts as failed.</summary>
    public static IReadOnlyList<TimeSpan> UncertainDelays { get; } =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(2),
    ];

    public async Task Handle(IReadOnlyList<DeliveryNote> notes, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notes);

        // Refusals may change the conversation: one short transaction each, so that no two rows are ever locked crosswise with turns.
        foreach (var note in notes.Where(TouchesConversation)) await Refuse(note, cancel);

        var plain = notes.Where(n => !TouchesConversation(n)).ToList();
        if (plain.Count == 0) return;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            foreach (var note in plain) await Write(note, cancel);
            await transaction.CommitAsync(cancel);
        }

        await statuses.ApplyParked(plain.Select(n => n.Outcome).OfType<SendOutcome.Accepted>().Select(a => a.ProviderId).ToArray(), cancel);
    }

    private static bool TouchesConversation(DeliveryNote note) => note.Outcome is SendOutcome.Refused or SendOutcome.OutsideWindow;

    private Task<int> Write(DeliveryNote note, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var row = Claimed(note.Message);
        return note.Outcome switch
        {
            SendOutcome.Accepted accepted => row.ExecuteUpdateAsync(set => set
                .SetProperty(m => m.Delivery, accepted.Status).SetProperty(m => m.ProviderId, accepted.ProviderId)
                .SetProperty(m => m.NotBefore, now + note.Gap).SetProperty(m => m.ErrorCode, (string?)null), cancel),
            SendOutcome.NotProcessed wait => row.ExecuteUpdateAsync(set => set
                .SetProperty(m => m.Delivery, note.Message.MayHaveBeenSent ? Delivery.Uncertain : Delivery.Pending)
                .SetProperty(m => m.Attempts, m => m.Attempts - 1)
                .SetProperty(m => m.NotBefore, now + wait.RetryAfter).SetProperty(m => m.ErrorCode, wait.Code), cancel),
            SendOutcome.Unknown unknown when note.Message.Attempts <= UncertainDelays.Count => row.ExecuteUpdateAsync(set => set
                .SetProperty(m => m.Delivery, Delivery.Uncertain)
                .SetProperty(m => m.NotBefore, now + UncertainDelays[note.Message.Attempts - 1]).SetProperty(m => m.ErrorCode, unknown.Code), cancel),
            SendOutcome.Unknown unknown => row.ExecuteUpdateAsync(set => set
                .SetProperty(m => m.Delivery, Delivery.Failed).SetProperty(m => m.ErrorCode, unknown.Code), cancel),
            _ => Task.FromResult(0),
        };
    }

    private Task Refuse(DeliveryNote note, CancellationToken cancel)
    {
        var refusal = note.Outcome is SendOutcome.Refused refused ? refused.Refusal : new Refusal("", RefusalKind.WindowClosed);
        return refuse.Handle(Claimed(note.Message), note.Message.ConversationId, note.Message.Attempts, note.Message.LastInboundAt, refusal, cancel);
    }

    private IQueryable<Message> Claimed(DueMessage message) =>
        db.Messages.Where(m => m.Id == message.Id && m.Delivery == Delivery.Sending && m.Attempts == message.Attempts);
}
