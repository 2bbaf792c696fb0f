using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.PaperLists;

internal static class PaperListsMapping
{
    public static void MapPaperLists(this ModelBuilder model)
    {
        model.Entity<PaperList>(list =>
        {
            list.ToTable("paper_lists");
            list.HasKey(l => l.Id);
            list.Property(l => l.Version).IsConcurrencyToken();
        });
        model.Entity<PaperRow>(row =>
        {
            row.ToTable("paper_rows");
            row.HasKey(r => r.Id);
            row.HasOne(r => r.List).WithMany().HasForeignKey(r => r.ListId).OnDelete(DeleteBehavior.Cascade);
            row.Property(r => r.RegistrationId).HasConversion(id => id!.Value.Value, value => new RegistrationId(value)).IsConcurrencyToken();
            row.HasIndex(r => r.Key).IsUnique();
            row.HasIndex(r => r.RegistrationId).IsUnique();
            row.HasIndex(r => new { r.ListId, r.Line });
            row.HasOne<Registration>().WithMany().HasForeignKey(r => r.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
