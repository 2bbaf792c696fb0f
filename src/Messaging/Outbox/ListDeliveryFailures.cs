using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Outbox;

/// <param name="To">Address it went to; may be a hidden number.</param>
/// <param name="ProfileName">Name the channel gave, as it came; null where none.</param>
/// <param name="Code">Provider's code, "timeout" or an HTTP status; empty when none was given.</param>
/// <param name="Meaning">What happened, in Spanish, for staff.</param>
/// <param name="Advice">What to do now, in Spanish, for staff.</param>
public sealed record DeliveryFailure(
    long MessageId, long ConversationId, string To, string? ProfileName, DateTimeOffset At, string Text, int Attempts, string Code, string Meaning, string Advice)
{
    /// <summary>Documents and phones of the women on this contact: mask them in the text before showing it.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];
}

/// <param name="Total">Failures in all, not only on this page.</param>
public sealed record DeliveryFailures(IReadOnlyList<DeliveryFailure> Items, int Total);

/// <summary>Messages that finally could not be delivered, newest first.</summary>
public sealed class ListDeliveryFailures(MessagingDb db, ProgrammeDb programme)
{
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">1 to 200.</param>
    /// <param name="territory">Null for everything.</param>
    public async Task<DeliveryFailures> Handle(int page, int pageSize, Territory? territory, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageSize, 200);

        var failed = db.Messages.AsNoTracking().Where(m => m.Delivery == Delivery.Failed).Within(db, programme, territory);
        var total = await failed.CountAsync(cancel);
        var rows = await failed.OrderByDescending(m => m.Id).Skip((page - 1) * pageSize).Take(pageSize)
            .Join(db.Conversations, m => m.ConversationId, c => c.Id, (m, c) => new { Message = m, c.ReplyAddress })
            .Join(db.Contacts, r => r.Message.ConversationId, c => c.Id, (r, c) => new { r.Message.Id, r.Message.ConversationId, r.ReplyAddress, c.ProfileName, r.Message.At, r.Message.Text, r.Message.Attempts, r.Message.ErrorCode })
            .OrderByDescending(r => r.Id)
            .ToListAsync(cancel);

        var women = await WomenOnContacts.Of(db, programme, rows.Select(r => r.ConversationId), cancel);
        return new DeliveryFailures(rows.ConvertAll(r =>
        {
            var code = r.ErrorCode ?? "";
            var explanation = DeliveryExplanation.For(code);
            return new DeliveryFailure(r.Id, r.ConversationId, r.ReplyAddress, r.ProfileName, r.At, r.Text, r.Attempts, code, explanation.Meaning, explanation.Advice) { Numbers = [.. women[r.ConversationId].SelectMany(woman => woman.Numbers)] };
        }), total);
    }
}
