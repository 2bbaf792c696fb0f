using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Data.Staff;

/// <summary>Tables of staff beside Identity's own.</summary>
internal static class StaffMapping
{
    public static void MapStaff(this ModelBuilder model)
    {
        model.Entity<StaffMember>().ToTable("staff");
        model.Entity<StaffSession>(session =>
        {
            session.ToTable("staff_sessions");
            session.HasKey(s => s.Id);
            session.HasIndex(s => new { s.StaffId, s.EndedAt });
            session.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
