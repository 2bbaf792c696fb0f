using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Posters;
using CoopAssistant.Programme.Recordings;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.Corrections;
using CoopAssistant.Programme.Registrations.Duplicates;
using CoopAssistant.Programme.Registrations.Notes;
using CoopAssistant.Programme.Registrations.PaperLists;
using CoopAssistant.Programme.Registrations.Search;
using CoopAssistant.Programme.Service;
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
            participant.HasIndex(p => p.Phone);
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
            registration.HasIndex(r => r.NewInformationAt).HasFilter("new_information_at IS NOT NULL");
            registration.HasIndex(r => r.AssignedTo).HasFilter("assigned_to IS NOT NULL");
            registration.HasIndex(r => r.Id, "ix_registrations_to_index").HasFilter("NOT is_indexed");
            registration.HasIndex(r => new { r.SubmittedAt, r.Id }, "ix_registrations_duplicates").HasFilter("has_duplicate_document");
            registration.HasIndex(r => new { r.Status, r.SubmittedAt, r.Id });
            registration.HasIndex(r => new { r.ChangedAt, r.Id });
            registration.HasIndex(r => new { r.Status, r.SearchName, r.Id });
            registration.HasIndex(r => new { r.Status, r.ChangedAt, r.Id });
            registration.Ignore(r => r.Permitted).Ignore(r => r.Undoable);
            registration.HasMany(r => r.Steps).WithOne().HasForeignKey("RegistrationId").OnDelete(DeleteBehavior.Cascade);
            registration.Navigation(r => r.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
        });

        model.MapSearch();
        model.MapPaperLists();
        model.Entity<RegistrationNote>(note =>
        {
            note.ToTable("registration_notes");
            note.HasKey(n => n.Id);
            note.Property(n => n.RegistrationId).HasConversion(id => id.Value, value => new RegistrationId(value));
            note.HasIndex(n => n.RegistrationId);
            note.HasOne<Registration>().WithMany().HasForeignKey(n => n.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AnswerCorrection>(correction =>
        {
            correction.ToTable("answer_corrections");
            correction.HasKey(c => c.Id);
            correction.Property(c => c.RegistrationId).HasConversion(id => id.Value, value => new RegistrationId(value));
            correction.HasIndex(c => c.RegistrationId);
            correction.HasOne<Registration>().WithMany().HasForeignKey(c => c.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<DuplicateVerdict>(verdict =>
        {
            verdict.ToTable("duplicate_verdicts");
            verdict.HasKey(v => new { v.First, v.Second });
            verdict.Property(v => v.First).HasConversion(id => id.Value, value => new RegistrationId(value));
            verdict.Property(v => v.Second).HasConversion(id => id.Value, value => new RegistrationId(value));
            verdict.Property(v => v.Kept).HasConversion(id => id!.Value.Value, value => new RegistrationId(value));
            verdict.HasIndex(v => v.Second);
            verdict.HasOne<Registration>().WithMany().HasForeignKey(v => v.First).OnDelete(DeleteBehavior.Cascade);
            verdict.HasOne<Registration>().WithMany().HasForeignKey(v => v.Second).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SavedView>(view =>
        {
            view.ToTable("saved_views");
            view.HasKey(v => v.Id);
            view.HasIndex(v => v.Staff);
        });
        model.Entity<RegistrationStep>(step =>
        {
            step.ToTable("registration_steps");
            step.HasKey(s => s.Id);
        });

        model.MapPosters();
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
            entry.HasIndex(e => new { e.At, e.Id });
            entry.HasIndex(e => new { e.Staff, e.At, e.Id });
        });

        model.Entity<ChangeEntry>(entry =>
        {
            entry.ToTable("change_entries");
            entry.HasKey(e => e.Id);
            entry.HasIndex(e => new { e.At, e.Id });
            entry.HasIndex(e => new { e.Staff, e.At, e.Id });
            entry.HasIndex(e => e.SubjectId);
        });

        model.MapCommunities();
        model.MapGroups();
        model.MapStatusVoices();
        model.MapMeetings();
        model.MapAllies();
        model.MapFollowUps();
        model.MapFigures();
        model.MapService();
    }
}
