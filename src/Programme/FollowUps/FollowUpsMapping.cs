using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Participants;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>Tables of follow-up. That a group has one round a month is a unique index, so that two processes open it once.</summary>
internal static class FollowUpsMapping
{
    public static void MapFollowUps(this ModelBuilder model)
    {
        model.Entity<FollowUpRound>(round =>
        {
            round.ToTable("follow_up_rounds");
            round.HasKey(r => r.Id);
            round.Property(r => r.GroupId).HasConversion(id => id.Value, value => new GroupId(value));
            round.Property(r => r.AskedOf).HasConversion(id => id!.Value.Value, value => new ParticipantId(value));
            round.Property(r => r.Version).IsConcurrencyToken();
            round.Ignore(r => r.WaitsForAnswer);
            round.HasOne<Group>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
            round.HasOne<Participant>().WithMany().HasForeignKey(r => r.AskedOf).OnDelete(DeleteBehavior.Restrict);
            round.HasIndex(r => new { r.GroupId, r.Month }).IsUnique();
            round.HasIndex(r => new { r.State, r.AskOn });
            round.HasIndex(r => r.AnsweredAt);
            round.HasMany(r => r.Answers).WithOne().HasForeignKey("RoundId").OnDelete(DeleteBehavior.Cascade);
            round.Navigation(r => r.Answers).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<FollowUpAnswer>(answer =>
        {
            answer.ToTable("follow_up_answers");
            answer.HasKey(a => a.Id);
            answer.Ignore(a => a.Amount);
            answer.Property(a => a.ParticipantId).HasConversion(id => id!.Value.Value, value => new ParticipantId(value));
            answer.HasOne<Participant>().WithMany().HasForeignKey(a => a.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
