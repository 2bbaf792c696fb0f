using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Participants;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>Tables of meetings. That a woman stands once on a list is a unique index.</summary>
internal static class MeetingsMapping
{
    public static void MapMeetings(this ModelBuilder model)
    {
        model.Entity<Meeting>(meeting =>
        {
            meeting.ToTable("meetings");
            meeting.HasKey(m => m.Id);
            meeting.Property(m => m.Id).HasConversion(id => id.Value, value => new MeetingId(value)).ValueGeneratedNever();
            meeting.Property(m => m.GroupId).HasConversion(id => id!.Value.Value, value => new GroupId(value));
            meeting.Property(m => m.CommunityId).HasConversion(id => id!.Value.Value, value => new CommunityId(value));
            meeting.Property(m => m.Version).IsConcurrencyToken();
            meeting.HasOne<Group>().WithMany().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Restrict);
            meeting.HasOne<Community>().WithMany().HasForeignKey(m => m.CommunityId).OnDelete(DeleteBehavior.Restrict);
            meeting.HasIndex(m => new { m.State, m.StartsAt });
            meeting.HasIndex(m => new { m.GroupId, m.State, m.StartsAt });
            meeting.HasIndex(m => new { m.CommunityId, m.State, m.StartsAt });
            meeting.HasIndex(m => m.Code);
            meeting.Ignore(m => m.Coming);
            meeting.Ignore(m => m.Described);
            meeting.HasMany(m => m.Guests).WithOne().HasForeignKey(g => g.MeetingId).OnDelete(DeleteBehavior.Cascade);
            meeting.Navigation(m => m.Guests).UsePropertyAccessMode(PropertyAccessMode.Field);
            meeting.HasMany(m => m.Entries).WithOne().HasForeignKey("MeetingId").OnDelete(DeleteBehavior.Cascade);
            meeting.Navigation(m => m.Entries).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<MeetingGuest>(guest =>
        {
            guest.ToTable("meeting_guests");
            guest.HasKey(g => g.Id);
            guest.Property(g => g.MeetingId).HasConversion(id => id.Value, value => new MeetingId(value));
            guest.Property(g => g.ParticipantId).HasConversion(id => id.Value, value => new ParticipantId(value));
            guest.Ignore(g => g.IsExpected);
            guest.HasOne<Participant>().WithMany().HasForeignKey(g => g.ParticipantId).OnDelete(DeleteBehavior.Restrict);
            guest.HasIndex(g => new { g.MeetingId, g.ParticipantId }).IsUnique();
            guest.HasIndex(g => g.ParticipantId);
        });
        model.Entity<MeetingEntry>(entry =>
        {
            entry.ToTable("meeting_entries");
            entry.HasKey(e => e.Id);
            entry.Property(e => e.ParticipantId).HasConversion(id => id!.Value.Value, value => new ParticipantId(value));
        });
        model.Entity<CalendarFeed>(feed =>
        {
            feed.ToTable("calendar_feeds");
            feed.HasKey(f => f.Staff);
            feed.HasIndex(f => f.SecretHash).IsUnique();
        });
    }
}
