using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>Tables of the search. Written past EF Core by <see cref="IndexRegistrations"/>, which names these columns.</summary>
internal static class SearchMapping
{
    public static void MapSearch(this ModelBuilder model)
    {
        model.Entity<RegistrationWord>(word =>
        {
            word.ToTable("registration_words");
            word.HasKey(w => new { w.Word, w.RegistrationId });
            word.Property(w => w.RegistrationId).HasConversion(id => id.Value, value => new RegistrationId(value));
            word.HasIndex(w => w.RegistrationId);
            word.HasOne<Registration>().WithMany().HasForeignKey(w => w.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SearchWord>(word =>
        {
            word.ToTable("search_words");
            word.HasKey(w => w.Id);
            word.HasIndex(w => w.Word).IsUnique();
        });
    }
}
