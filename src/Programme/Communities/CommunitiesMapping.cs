using CoopAssistant.Programme.Places;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Communities;

/// <summary>Tables of communities and of what staff know about places.</summary>
internal static class CommunitiesMapping
{
    public static void MapCommunities(this ModelBuilder model)
    {
        model.Entity<Community>(community =>
        {
            community.ToTable("communities");
            community.HasKey(c => c.Id);
            community.Property(c => c.Id).HasConversion(id => id.Value, value => new CommunityId(value)).ValueGeneratedNever();
            community.Property(c => c.Version).IsConcurrencyToken();
            community.HasIndex(c => new { c.Country, c.PlaceCode, c.PlainName }).IsUnique();
            community.HasIndex(c => new { c.State, c.Priority });
            community.Ignore(c => c.Permitted);
            community.HasMany(c => c.Entries).WithOne().HasForeignKey("CommunityId").OnDelete(DeleteBehavior.Cascade);
            community.Navigation(c => c.Entries).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<CommunityEntry>(entry =>
        {
            entry.ToTable("community_entries");
            entry.HasKey(e => e.Id);
        });
        model.Entity<PlaceAlias>(alias =>
        {
            alias.ToTable("place_aliases");
            alias.HasKey(a => a.Id);
            alias.HasIndex(a => new { a.Country, a.Plain }).IsUnique();
        });
        model.Entity<UnknownPlace>(unknown =>
        {
            unknown.ToTable("unknown_places");
            unknown.HasKey(u => u.Id);
            unknown.Property(u => u.RegistrationId).HasConversion(id => id.Value, value => new RegistrationId(value));
            unknown.HasIndex(u => new { u.SettledAt, u.Country, u.Plain });
        });
    }
}
