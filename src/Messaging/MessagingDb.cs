using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Outbox;
using CoopAssistant.Messaging.Web;
using CoopAssistant.Messaging.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

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
    public DbSet<ConversationNote> ConversationNotes => context.Set<ConversationNote>();
    public DbSet<CannedAnswer> CannedAnswers => context.Set<CannedAnswer>();
    public DbSet<Broadcast> Broadcasts => context.Set<Broadcast>();
    public DbSet<BroadcastRecipient> BroadcastRecipients => context.Set<BroadcastRecipient>();
    public DbSet<BroadcastPrice> BroadcastPrices => context.Set<BroadcastPrice>();
    public DbSet<WebSigningKey> WebSigningKeys => context.Set<WebSigningKey>();
    public DbSet<WebExit> WebExits => context.Set<WebExit>();
    public DbSet<WebUpload> WebUploads => context.Set<WebUpload>();

    public DbSet<WordsDraft> WordsDrafts => context.Set<WordsDraft>();
    public DbSet<WordsVersion> WordsVersions => context.Set<WordsVersion>();

    public DbSet<ParkedStatus> ParkedStatuses => context.Set<ParkedStatus>();

    /// <summary>For use cases that need a transaction or a row lock of their own.</summary>
    internal DatabaseFacade Database => context.Database;

    public Task SaveAsync(CancellationToken cancel) => context.SaveChangesAsync(cancel);
}
