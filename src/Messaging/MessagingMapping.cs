using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Outbox;
using CoopAssistant.Messaging.Web;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging;

/// <summary>Tables of what is said. The turn stores in Data write conversations and messages by these very names.</summary>
public static class MessagingMapping
{
    public static void MapMessaging(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);

        model.Entity<Contact>(contact =>
        {
            contact.ToTable("contacts");
            contact.HasKey(c => c.Id);
        });
        model.Entity<ContactAddress>(address =>
        {
            address.ToTable("contact_addresses");
            address.HasKey(a => new { a.Channel, a.Address });
            address.HasIndex(a => a.ContactId);
        });
        model.Entity<ContactParticipant>(link =>
        {
            link.ToTable("contact_participants");
            link.HasKey(l => new { l.ContactId, l.ParticipantId });
            link.Property(l => l.ParticipantId).HasConversion(id => id.Value, value => new ParticipantId(value));
            link.HasIndex(l => l.ParticipantId);
        });
        model.Entity<Conversation>(conversation =>
        {
            conversation.ToTable("conversations");
            conversation.HasKey(c => c.Id);
            conversation.Property(c => c.Id).ValueGeneratedNever();
            conversation.Property(c => c.Version).IsConcurrencyToken();
            conversation.Ignore(c => c.WasInvited);
            conversation.Ignore(c => c.IsOutOfReach);
            conversation.HasOne(c => c.LastMessage).WithMany().HasForeignKey(c => c.LastMessageId);
        });
        model.Entity<Message>(message =>
        {
            message.ToTable("messages");
            message.HasKey(m => m.Id);

            // The chain is known to EF Core only, so that it finds the ids of what is said: the databases carry no constraint and
            // no index for it (the migrations tool leaves them out), and a turn pays for neither.
            message.HasOne(m => m.Previous).WithMany().HasForeignKey(m => m.PreviousId);

            // Partial indexes only, so that a turn pays for one append at most: the outbox in id order (unfinished rows), and what
            // only deliveries touch. Queries must name the same columns and constants for a database to use them.
            message.HasIndex(m => m.Id, "ix_messages_outbox").HasFilter("delivery IN (1, 3, 4, 5)");
            message.HasIndex(m => m.ConversationId, "ix_messages_parked").HasFilter("delivery = 2");
            message.HasIndex(m => m.Id, "ix_messages_failed").HasFilter("delivery = 9");
            message.HasIndex(m => m.ProviderId, "ix_messages_provider_id").HasFilter("provider_id IS NOT NULL AND direction = 2");
        });
        model.Entity<ParkedStatus>(status =>
        {
            status.ToTable("parked_statuses");
            status.HasKey(s => s.Id);
            status.HasIndex(s => s.ProviderId);
        });
        model.Entity<Ticket>(ticket =>
        {
            ticket.ToTable("tickets");
            ticket.HasKey(t => t.Id);
            ticket.Property(t => t.Version).IsConcurrencyToken();
            ticket.HasIndex(t => t.ConversationId).IsUnique().HasFilter("closed_at IS NULL");
            ticket.HasIndex(t => t.OpenedAt);
            ticket.HasIndex(t => new { t.ClosedAt, t.Id }).HasFilter("closed_at IS NOT NULL");
            ticket.Ignore(t => t.IsOpen);
        });
        model.Entity<ConversationNote>(note =>
        {
            note.ToTable("conversation_notes");
            note.HasKey(n => n.Id);
            note.HasIndex(n => n.ConversationId);
        });
        model.Entity<CannedAnswer>(answer =>
        {
            answer.ToTable("canned_answers");
            answer.HasKey(a => a.Id);
        });
        model.MapBroadcasts();
        model.MapWeb();
        model.MapWords();
    }
}
