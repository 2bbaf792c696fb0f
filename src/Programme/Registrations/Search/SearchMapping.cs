using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>Tables of the search. Written past EF Core by <see cref="IndexRegistrations"/>, which names these columns.</summary>
internal static class SearchMapping
{
    public static void MapSearch(this ModelBuilder model)
    {
        model.Entity<SearchEntry>(entry =>
        {
            entry.ToTable("search_entries");
            entry.HasKey(e => e.Position);
            entry.Property(e => e.Position).ValueGeneratedNever();
            entry.Property(e => e.RegistrationId).HasConversion(new ValueConverter<RegistrationId, Guid>(id => id.Value, value => new RegistrationId(value))); // of the id itself, so that lists of ids are compared with it
            entry.HasIndex(e => e.RegistrationId).IsUnique();
            entry.HasIndex(e => e.Position, "ix_search_entries_gone").HasFilter("registration_id IS NULL");
            entry.HasOne<Registration>().WithMany().HasForeignKey(e => e.RegistrationId).OnDelete(DeleteBehavior.SetNull);
        });
        model.Entity<SearchBits>(bits =>
        {
            bits.ToTable("search_bits");
            bits.HasKey(b => new { b.Term, b.Block });
        });
        model.Entity<SearchKeys>(keys =>
        {
            keys.ToTable("search_keys");
            keys.HasKey(k => new { k.Kind, k.Chunk });
        });
        model.Entity<SearchCode>(code =>
        {
            code.ToTable("search_codes");
            code.HasKey(c => new { c.Code, c.RegistrationId });
            code.Property(c => c.RegistrationId).HasConversion(id => id.Value, value => new RegistrationId(value));
            code.HasIndex(c => c.RegistrationId);
            code.HasOne<Registration>().WithMany().HasForeignKey(c => c.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SearchWord>(word =>
        {
            word.ToTable("search_words");
            word.HasKey(w => w.Id);
            word.HasIndex(w => w.Word).IsUnique();
        });
    }
}
