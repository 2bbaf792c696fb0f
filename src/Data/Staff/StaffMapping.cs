using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Data.Staff;

/// <summary>Tables of staff beside Identity's own.</summary>
internal static class StaffMapping
{
    public static void MapStaff(this ModelBuilder model)
    {
        model.Entity<StaffMember>(member =>
        {
            member.ToTable("staff");
            member.Property(m => m.AllyId).HasConversion(id => id!.Value.Value, value => new AllyId(value));
        });
        model.Entity<StaffSession>(session =>
        {
            session.ToTable("staff_sessions");
            session.HasKey(s => s.Id);
            session.HasIndex(s => new { s.StaffId, s.EndedAt });
            session.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
