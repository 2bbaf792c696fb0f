using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Posters;

/// <summary>Tables of posters. <see cref="GreetByPoster"/> writes one of them by this very name.</summary>
internal static class PostersMapping
{
    public static void MapPosters(this ModelBuilder model)
    {
        model.Entity<Poster>(poster =>
        {
            poster.ToTable("posters");
            poster.HasKey(p => p.Id);
            poster.Property(p => p.CommunityId).HasConversion(id => id!.Value.Value, value => new CommunityId(value));
            poster.Property(p => p.MeetingId).HasConversion(id => id!.Value.Value, value => new MeetingId(value));
            poster.Property(p => p.Version).IsConcurrencyToken();
            poster.HasIndex(p => p.Code).IsUnique();
        });
        model.Entity<PosterArrival>(arrival =>
        {
            arrival.ToTable("poster_arrivals");
            arrival.HasKey(a => a.Id);
            arrival.Property(a => a.RegistrationId).HasConversion(id => id!.Value.Value, value => new RegistrationId(value));
            arrival.HasOne<Poster>().WithMany().HasForeignKey(a => a.PosterId).OnDelete(DeleteBehavior.Cascade);
            arrival.HasOne<Registration>().WithMany().HasForeignKey(a => a.RegistrationId).OnDelete(DeleteBehavior.Cascade);
            arrival.HasIndex(a => new { a.PosterId, a.Event });
            arrival.HasIndex(a => a.ContactId).IsUnique();
        });
    }
}
