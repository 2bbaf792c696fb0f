using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoopAssistant.Programme.Service;

/// <summary>Tables and use cases of offices' hours and of what waits too long.</summary>
internal static class ServiceModule
{
    public static void AddService(this IServiceCollection services)
    {
        services.TryAddSingleton(new ServiceDefaults());
        services.TryAddScoped<IOfficeDirectors, DirectorsEverywhere>();
        services.AddScoped<ReadServiceBook>();
        services.AddScoped<ChangeSchedule>();
        services.AddScoped<EscalateRegistrations>();
        services.AddScoped<ReadEscalations>();
        services.AddScoped<ReadSchedule>();
    }

    public static void MapService(this ModelBuilder model)
    {
        model.Entity<OfficeSchedule>(schedule =>
        {
            schedule.ToTable("office_schedules");
            schedule.HasKey(s => s.Id);
            schedule.Property(s => s.Version).IsConcurrencyToken();
            schedule.HasIndex(s => new { s.Country, s.OfficeCode }).IsUnique();
            schedule.HasMany(s => s.Closures).WithOne().HasForeignKey("ScheduleId").IsRequired().OnDelete(DeleteBehavior.Cascade);
            schedule.Navigation(s => s.Closures).UsePropertyAccessMode(PropertyAccessMode.Field);
            schedule.HasMany(s => s.Entries).WithOne().HasForeignKey("ScheduleId").IsRequired().OnDelete(DeleteBehavior.Cascade);
            schedule.Navigation(s => s.Entries).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<OfficeClosure>(closure =>
        {
            closure.ToTable("office_closures");
            closure.HasKey(c => c.Id);
        });
        model.Entity<ScheduleEntry>(entry =>
        {
            entry.ToTable("schedule_entries");
            entry.HasKey(e => e.Id);
        });
        model.Entity<Escalation>(escalation =>
        {
            escalation.ToTable("escalations");
            escalation.HasKey(e => e.Id);
            escalation.Property(e => e.RegistrationId).HasConversion(id => id!.Value.Value, value => new RegistrationId(value));
            escalation.HasOne<Registration>().WithMany().HasForeignKey(e => e.RegistrationId).OnDelete(DeleteBehavior.Cascade);
            escalation.HasIndex(e => new { e.RegistrationId, e.Level }).IsUnique().HasFilter("registration_id IS NOT NULL");
            escalation.HasIndex(e => new { e.TicketId, e.Level, e.Since }).IsUnique().HasFilter("ticket_id IS NOT NULL");
            escalation.HasIndex(e => e.Id, "ix_escalations_open").HasFilter("ended_at IS NULL");
        });
    }
}
