using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging;

/// <summary>Messaging's window on the one database: only its own sets.</summary>
public sealed class MessagingDb(DbContext context)
{
    public DbSet<Contact> Contacts => context.Set<Contact>();
    public DbSet<ContactAddress> Addresses => context.Set<ContactAddress>();
    public DbSet<ContactParticipant> ContactParticipants => context.Set<ContactParticipant>();
    public DbSet<Conversation> Conversations => context.Set<Conversation>();
    public DbSet<Message> Messages => context.Set<Message>();
    public DbSet<Ticket> Tickets => context.Set<Ticket>();

    public Task SaveAsync(CancellationToken cancel) => context.SaveChangesAsync(cancel);
}
