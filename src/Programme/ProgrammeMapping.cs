using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme;

/// <summary>Tables of who takes part.</summary>
public static class ProgrammeMapping
{
    public static void MapProgramme(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);

        model.Entity<Participant>(participant =>
        {
            participant.ToTable("participants");
            participant.HasKey(p => p.Id);
            participant.Property(p => p.Id).HasConversion(id => id.Value, value => new ParticipantId(value)).ValueGeneratedNever();
            participant.Property(p => p.Version).IsConcurrencyToken();
            participant.HasIndex(p => p.Document);
        });

        model.Entity<Registration>(registration =>
        {
            registration.ToTable("registrations");
            registration.HasKey(r => r.Id);
            registration.Property(r => r.Id).HasConversion(id => id.Value, value => new RegistrationId(value)).ValueGeneratedNever();
            registration.Property(r => r.ParticipantId).HasConversion(id => id.Value, value => new ParticipantId(value));
            registration.Property(r => r.Version).IsConcurrencyToken();
            registration.HasOne<Participant>().WithMany().HasForeignKey(r => r.ParticipantId).OnDelete(DeleteBehavior.Restrict);
            registration.HasIndex(r => r.Folio).IsUnique();
            registration.HasIndex(r => new { r.Country, r.Status, r.SubmittedAt });
            registration.HasIndex(r => new { r.SubmittedAt, r.Id });
            registration.HasIndex(r => new { r.RegionCode, r.Status, r.SubmittedAt });
            registration.HasIndex(r => new { r.SearchName, r.Id });
            registration.Ignore(r => r.Permitted);
            registration.HasMany(r => r.Steps).WithOne().HasForeignKey("RegistrationId").OnDelete(DeleteBehavior.Cascade);
            registration.Navigation(r => r.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
        });

        model.Entity<RegistrationStep>(step =>
        {
            step.ToTable("registration_steps");
            step.HasKey(s => s.Id);
        });

        model.Entity<Consent>(consent =>
        {
            consent.ToTable("consents");
            consent.HasKey(c => c.Id);
            consent.HasIndex(c => c.ContactId);
        });

        model.Entity<AccessEntry>(entry =>
        {
            entry.ToTable("access_entries");
            entry.HasKey(e => e.Id);
            entry.Property(e => e.RegistrationId).HasConversion(id => id.Value, value => new RegistrationId(value));
            entry.HasIndex(e => e.RegistrationId);
            entry.HasIndex(e => new { e.Staff, e.Id });
        });

        model.Entity<ChangeEntry>(entry =>
        {
            entry.ToTable("change_entries");
            entry.HasKey(e => e.Id);
            entry.HasIndex(e => new { e.Staff, e.Id });
            entry.HasIndex(e => new { e.Subject, e.SubjectId });
        });

        model.MapCommunities();
        model.MapGroups();
    }
}
