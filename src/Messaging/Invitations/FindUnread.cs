using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Invitations;

/// <summary>Who has messages waiting behind WhatsApp's closed window, and was not invited to read them since she last wrote. Where nothing arrives, no invitation does.</summary>
public sealed class FindUnread(MessagingDb db, TimeProvider clock)
{
    /// <summary>What waits longer is told when she writes: a template that is set up later must not wake a whole year.</summary>
    public static readonly TimeSpan Young = TimeSpan.FromDays(3);

    /// <param name="Purpose">See <see cref="TemplatePurpose"/>.</param>
    public sealed record Unread(long ConversationId, string Purpose);

    public async Task<IReadOnlyList<Unread>> Handle(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (closed, young) = (now - Conversation.OpenWindow, now - Young);
        var rows = await db.Messages.AsNoTracking().Where(m => m.Delivery == Delivery.Parked && m.At > young)
            .Join(
                db.Conversations.Where(c => c.Channel == Channel.WhatsApp && !c.HasOptedOut && c.LastInboundAt <= closed
                    && (c.InvitedAt == null || c.InvitedAt < c.LastInboundAt) && (c.OutOfReachSince == null || c.OutOfReachSince < c.LastInboundAt)),
                m => m.ConversationId, c => c.Id, (m, _) => new { m.Id, m.ConversationId, IsByStaff = m.Author != null, m.Extras })
            .OrderBy(m => m.Id).ToListAsync(cancel);
        return [.. rows.GroupBy(m => m.ConversationId).Select(g => new Unread(g.Key, TemplatePurpose.Of(g.Select(m => (m.IsByStaff, MessageExtras.Read(m.Extras).About)))))];
    }
}
