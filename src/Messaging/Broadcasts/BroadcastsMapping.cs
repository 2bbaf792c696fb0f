using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>Tables of broadcasts. That a contact gets one once is the key.</summary>
internal static class BroadcastsMapping
{
    public static void MapBroadcasts(this ModelBuilder model)
    {
        model.Entity<Broadcast>(broadcast =>
        {
            broadcast.ToTable("broadcasts");
            broadcast.HasKey(b => b.Id);
            broadcast.Property(b => b.Version).IsConcurrencyToken();
            broadcast.Ignore(b => b.Segment);
            broadcast.Ignore(b => b.Message);
            broadcast.Ignore(b => b.IsActive);
            broadcast.HasIndex(b => b.State);
        });
        model.Entity<BroadcastRecipient>(recipient =>
        {
            recipient.ToTable("broadcast_recipients");
            recipient.HasKey(r => new { r.BroadcastId, r.ContactId });
            recipient.Property(r => r.State).IsConcurrencyToken();
            recipient.HasOne<Broadcast>().WithMany().HasForeignKey(r => r.BroadcastId).OnDelete(DeleteBehavior.Cascade);
            recipient.HasOne(r => r.Message).WithMany().HasForeignKey(r => r.MessageId);
            recipient.HasIndex(r => new { r.BroadcastId, r.State, r.ContactId });
        });
        model.Entity<BroadcastPrice>(price =>
        {
            price.ToTable("broadcast_prices");
            price.HasKey(p => p.Country);
        });
    }
}
