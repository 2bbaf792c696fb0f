using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>
/// Staff write to her. They hold the thread from then on, and whoever answers first looks after it. Outside WhatsApp's
/// 24-hour window the message is parked until she writes.
/// </summary>
public sealed class ReplyToTicket(MessagingDb db, ReadServiceBook service, TimeProvider clock)
{
    /// <summary>Longest text a WhatsApp message takes.</summary>
    public const int LongestText = 1600;

    /// <param name="Staff">Staff id.</param>
    public sealed record Request(long Ticket, string Staff, string Text);

    public async Task<ReplyResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var text = request.Text.Trim().ReplaceLineEndings("\n");
        if (text.Length == 0) return ReplyResult.Empty;
        if (text.Length > LongestText) return ReplyResult.TooLong;

        var ticket = await db.Tickets.SingleOrDefaultAsync(t => t.Id == request.Ticket, cancel);
        if (ticket is null) return ReplyResult.NotFound;
        if (!ticket.IsOpen) return ReplyResult.Closed;
        var conversation = await db.Conversations.SingleAsync(c => c.Id == ticket.ConversationId, cancel);
        // Who opted out still gets the answer she waits for, and nothing more.
        if (conversation.HasOptedOut && ticket.WaitingSince is null) return ReplyResult.OptedOut;

        var now = clock.GetUtcNow();
        var said = conversation.Say(new OutgoingMessage(text), request.Staff, now);
        conversation.Hold();
        var book = ticket.MinutesToAnswer is null ? await service.Handle(cancel) : null;
        ticket.Answered(book?.Of(ticket.Country, ticket.RegionCode, ticket.PlaceCode)?.Calendar.Worked(ticket.OpenedAt, now) ?? now - ticket.OpenedAt);
        if (ticket.AssignedTo is null) ticket.Assign(request.Staff);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ReplyResult.ChangedMeanwhile;
        }
        return said.Delivery == Delivery.Parked ? ReplyResult.Parked : ReplyResult.Said;
    }
}

public enum ReplyResult
{
    Said,

    /// <summary>Kept: it goes out when she writes again.</summary>
    Parked,
    NotFound,
    Closed,
    Empty,
    TooLong,

    /// <summary>She asked for no messages and waits for no answer.</summary>
    OptedOut,

    /// <summary>She or a colleague wrote at the same instant: ask again, in a fresh scope.</summary>
    ChangedMeanwhile,
}
