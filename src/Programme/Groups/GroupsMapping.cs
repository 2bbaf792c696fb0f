using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups.Files;
using CoopAssistant.Programme.Participants;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>Tables of groups. That a woman has one seat in a forming group is a unique index; in code the refusal is only made polite.</summary>
internal static class GroupsMapping
{
    public static void MapGroups(this ModelBuilder model)
    {
        model.Entity<Group>(group =>
        {
            group.ToTable("groups");
            group.HasKey(g => g.Id);
            group.Property(g => g.Id).HasConversion(id => id.Value, value => new GroupId(value)).ValueGeneratedNever();
            group.Property(g => g.CommunityId).HasConversion(id => id!.Value.Value, value => new CommunityId(value));
            group.Property(g => g.CoordinatorId).HasConversion(id => id!.Value.Value, value => new ParticipantId(value));
            group.Property(g => g.Version).IsConcurrencyToken();
            group.HasOne<Community>().WithMany().HasForeignKey(g => g.CommunityId).OnDelete(DeleteBehavior.Restrict);
            group.HasOne<Participant>().WithMany().HasForeignKey(g => g.CoordinatorId).OnDelete(DeleteBehavior.Restrict);
            group.HasIndex(g => g.Code).IsUnique();
            group.HasIndex(g => new { g.State, g.ChangedAt });
            group.HasIndex(g => new { g.RegionCode, g.State });
            group.Ignore(g => g.Permitted);
            group.Ignore(g => g.TakesMembers);
            group.Ignore(g => g.Formalities);
            group.HasIndex(g => new { g.Country, g.DueOn }).HasFilter("due_on IS NOT NULL");
            group.HasMany(g => g.Officers).WithOne().HasForeignKey("GroupId").OnDelete(DeleteBehavior.Cascade);
            group.Navigation(g => g.Officers).UsePropertyAccessMode(PropertyAccessMode.Field);
            group.HasMany(g => g.Members).WithOne().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Cascade);
            group.Navigation(g => g.Members).UsePropertyAccessMode(PropertyAccessMode.Field);
            group.HasMany(g => g.Steps).WithOne().HasForeignKey("GroupId").OnDelete(DeleteBehavior.Cascade);
            group.Navigation(g => g.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
            group.HasMany(g => g.Entries).WithOne().HasForeignKey(GroupEntry.OfGroup).OnDelete(DeleteBehavior.Cascade);
            group.Navigation(g => g.Entries).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<GroupMember>(member =>
        {
            member.ToTable("group_members");
            member.HasKey(m => m.Id);
            member.Property(m => m.GroupId).HasConversion(id => id.Value, value => new GroupId(value));
            member.Property(m => m.ParticipantId).HasConversion(id => id.Value, value => new ParticipantId(value));
            member.HasOne<Participant>().WithMany().HasForeignKey(m => m.ParticipantId).OnDelete(DeleteBehavior.Restrict);
            member.HasIndex(m => new { m.GroupId, m.ParticipantId }).IsUnique();
            member.HasIndex(m => new { m.ParticipantId, m.State });
            member.HasIndex(m => m.Seat).IsUnique();
        });
        model.Entity<GroupEntry>(entry =>
        {
            entry.ToTable("group_entries");
            entry.HasKey(e => e.Id);
            entry.Property(e => e.ParticipantId).HasConversion(id => id!.Value.Value, value => new ParticipantId(value));
            entry.HasIndex([nameof(GroupEntry.Code), nameof(GroupEntry.At), GroupEntry.OfGroup], "ix_group_entries_moved").HasFilter("kind = 9"); // what moves a group from one state to another
        });
        model.Entity<GroupStep>(step =>
        {
            step.ToTable("group_steps");
            step.HasKey(s => s.Id);
            step.ComplexProperty(s => s.Details, details =>
            {
                details.Property(d => d.On).HasColumnName("details_on");
                details.Property(d => d.Place).HasColumnName("details_place");
                details.Property(d => d.Number).HasColumnName("details_number");
                details.Property(d => d.Partner).HasColumnName("details_partner");
            });
            step.HasIndex(s => new { s.State, s.DueOn });
        });
        model.Entity<GroupOfficer>(officer =>
        {
            officer.ToTable("group_officers");
            officer.HasKey(o => o.Id);
            officer.Ignore(o => o.IsInOffice);
            officer.Property(o => o.ParticipantId).HasConversion(id => id.Value, value => new ParticipantId(value));
            officer.HasOne<Participant>().WithMany().HasForeignKey(o => o.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        });
        model.MapGroupFiles();
        model.Entity<ProposalDismissal>(dismissal =>
        {
            dismissal.ToTable("proposal_dismissals");
            dismissal.HasKey(d => d.Id);
            dismissal.Ignore(d => d.ComesBackAt);
            dismissal.HasIndex(d => new { d.Country, d.Key }).IsUnique();
        });
    }
}
