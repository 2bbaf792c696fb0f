using CoopAssistant.Programme.Allies.Agreements;
using CoopAssistant.Programme.Allies.Commitments;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies;

/// <summary>Tables of allies. That a woman is sent to an institution once at a time is a unique index.</summary>
internal static class AlliesMapping
{
    public static void MapAllies(this ModelBuilder model)
    {
        model.Entity<Ally>(ally =>
        {
            ally.ToTable("allies");
            ally.HasKey(a => a.Id);
            ally.Property(a => a.Id).HasConversion(id => id.Value, value => new AllyId(value)).ValueGeneratedNever();
            ally.Property(a => a.Version).IsConcurrencyToken();
            ally.Ignore(a => a.RegionCodes).Ignore(a => a.Profile);
            ally.HasIndex(a => new { a.Country, a.Code }).IsUnique();
            ally.HasMany(a => a.Contacts).WithOne().HasForeignKey("AllyId").IsRequired().OnDelete(DeleteBehavior.Cascade);
            ally.Navigation(a => a.Contacts).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<AllyContact>(contact =>
        {
            contact.ToTable("ally_contacts");
            contact.HasKey(c => c.Id);
        });
        model.MapAgreements();
        model.MapReferrals();
    }

    private static void MapAgreements(this ModelBuilder model)
    {
        model.Entity<Agreement>(agreement =>
        {
            agreement.ToTable("agreements");
            agreement.HasKey(g => g.Id);
            agreement.Property(g => g.Id).HasConversion(id => id.Value, value => new AgreementId(value)).ValueGeneratedNever();
            agreement.Property(g => g.AllyId).HasConversion(id => id.Value, value => new AllyId(value));
            agreement.Property(g => g.Version).IsConcurrencyToken();
            agreement.Ignore(g => g.Terms);
            agreement.HasOne<Ally>().WithMany().HasForeignKey(g => g.AllyId).OnDelete(DeleteBehavior.Restrict);
            agreement.HasIndex(g => g.RenewBy).HasFilter("renew_by IS NOT NULL");
            agreement.HasMany(g => g.Contributions).WithOne().HasForeignKey("AgreementId").IsRequired().OnDelete(DeleteBehavior.Cascade);
            agreement.Navigation(g => g.Contributions).UsePropertyAccessMode(PropertyAccessMode.Field);
            agreement.HasMany(g => g.Entries).WithOne().HasForeignKey("AgreementId").IsRequired().OnDelete(DeleteBehavior.Cascade);
            agreement.Navigation(g => g.Entries).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<Contribution>(contribution =>
        {
            contribution.ToTable("agreement_contributions");
            contribution.HasKey(c => c.Id);
        });
        model.Entity<AgreementEntry>(entry =>
        {
            entry.ToTable("agreement_entries");
            entry.HasKey(e => e.Id);
        });
        model.Entity<Commitment>(commitment =>
        {
            commitment.ToTable("commitments");
            commitment.HasKey(c => c.Id);
            commitment.Property(c => c.Id).HasConversion(id => id.Value, value => new CommitmentId(value)).ValueGeneratedNever();
            commitment.Property(c => c.AllyId).HasConversion(id => id.Value, value => new AllyId(value));
            commitment.Property(c => c.AgreementId).HasConversion(id => id!.Value.Value, value => new AgreementId(value));
            commitment.Property(c => c.GroupId).HasConversion(id => id!.Value.Value, value => new GroupId(value));
            commitment.Property(c => c.Version).IsConcurrencyToken();
            commitment.Ignore(c => c.Permitted);
            commitment.HasOne<Ally>().WithMany().HasForeignKey(c => c.AllyId).OnDelete(DeleteBehavior.Restrict);
            commitment.HasOne<Agreement>().WithMany().HasForeignKey(c => c.AgreementId).OnDelete(DeleteBehavior.Restrict);
            commitment.HasOne<Group>().WithMany().HasForeignKey(c => c.GroupId).OnDelete(DeleteBehavior.Restrict);
            commitment.HasIndex(c => new { c.State, c.DueOn });
            commitment.HasMany(c => c.Entries).WithOne().HasForeignKey("CommitmentId").IsRequired().OnDelete(DeleteBehavior.Cascade);
            commitment.Navigation(c => c.Entries).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<CommitmentEntry>(entry =>
        {
            entry.ToTable("commitment_entries");
            entry.HasKey(e => e.Id);
        });
    }

    private static void MapReferrals(this ModelBuilder model)
    {
        model.Entity<Referral>(referral =>
        {
            referral.ToTable("referrals");
            referral.HasKey(r => r.Id);
            referral.Property(r => r.Id).HasConversion(id => id.Value, value => new ReferralId(value)).ValueGeneratedNever();
            referral.Property(r => r.AllyId).HasConversion(id => id.Value, value => new AllyId(value));
            referral.Property(r => r.ParticipantId).HasConversion(id => id!.Value.Value, value => new ParticipantId(value));
            referral.Property(r => r.GroupId).HasConversion(id => id!.Value.Value, value => new GroupId(value));
            referral.Property(r => r.Version).IsConcurrencyToken();
            referral.Ignore(r => r.FieldNames);
            referral.HasOne<Ally>().WithMany().HasForeignKey(r => r.AllyId).OnDelete(DeleteBehavior.Restrict);
            referral.HasOne<Participant>().WithMany().HasForeignKey(r => r.ParticipantId).OnDelete(DeleteBehavior.Restrict);
            referral.HasOne<Group>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
            referral.HasIndex(r => new { r.AllyId, r.ParticipantId }, "ix_referrals_open_woman").IsUnique().HasFilter("participant_id IS NOT NULL AND state < 10");
            referral.HasIndex(r => new { r.AllyId, r.GroupId }, "ix_referrals_open_group").IsUnique().HasFilter("group_id IS NOT NULL AND state < 10");
            referral.HasIndex(r => new { r.State, r.AnswerBy });
            referral.HasMany(r => r.People).WithOne().HasForeignKey(p => p.ReferralId).OnDelete(DeleteBehavior.Cascade);
            referral.Navigation(r => r.People).UsePropertyAccessMode(PropertyAccessMode.Field);
            referral.HasMany(r => r.Consents).WithOne().HasForeignKey("ReferralId").IsRequired().OnDelete(DeleteBehavior.Cascade);
            referral.Navigation(r => r.Consents).UsePropertyAccessMode(PropertyAccessMode.Field);
            referral.HasMany(r => r.Entries).WithOne().HasForeignKey("ReferralId").IsRequired().OnDelete(DeleteBehavior.Cascade);
            referral.Navigation(r => r.Entries).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<ReferralPerson>(person =>
        {
            person.ToTable("referral_people");
            person.HasKey(p => p.Id);
            person.Property(p => p.ReferralId).HasConversion(id => id.Value, value => new ReferralId(value));
            person.Property(p => p.ParticipantId).HasConversion(id => id.Value, value => new ParticipantId(value));
            person.Property(p => p.RegistrationId).HasConversion(id => id.Value, value => new RegistrationId(value));
            person.HasOne<Participant>().WithMany().HasForeignKey(p => p.ParticipantId).OnDelete(DeleteBehavior.Restrict);
            person.HasOne<Registration>().WithMany().HasForeignKey(p => p.RegistrationId).OnDelete(DeleteBehavior.Restrict);
            person.HasIndex(p => new { p.ReferralId, p.ParticipantId }).IsUnique();
            person.HasIndex(p => p.ParticipantId);
        });
        model.Entity<SharingConsent>(consent =>
        {
            consent.ToTable("sharing_consents");
            consent.HasKey(c => c.Id);
            consent.Property(c => c.ParticipantId).HasConversion(id => id.Value, value => new ParticipantId(value));
        });
        model.Entity<ReferralEntry>(entry =>
        {
            entry.ToTable("referral_entries");
            entry.HasKey(e => e.Id);
            entry.Property(e => e.ParticipantId).HasConversion(id => id!.Value.Value, value => new ParticipantId(value));
        });
    }
}
