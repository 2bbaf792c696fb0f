using CoopAssistant.Courses;
using CoopAssistant.Data.Keys;
using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging;
using CoopAssistant.Programme;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CoopAssistant.Data;

/// <summary>The one context behind every module's window, with the staff's accounts. Two thin subclasses keep each provider's migrations.</summary>
public abstract class CoopDbContext(DbContextOptions options) : IdentityDbContext<StaffMember, IdentityRole, string>(options)
{
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    /// <summary>Fixed, so that migrations do not depend on how the application configures Identity.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTime>();
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.MapStaff();
        builder.Entity<IdentityRole>().ToTable("staff_roles");
        builder.Entity<IdentityUserRole<string>>().ToTable("staff_role_members");
        builder.Entity<IdentityUserClaim<string>>().ToTable("staff_claims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("staff_logins");
        builder.Entity<IdentityUserToken<string>>().ToTable("staff_tokens");
        builder.Entity<IdentityRoleClaim<string>>().ToTable("staff_role_claims");
        builder.Entity<ProtectionKey>().ToTable("protection_keys");
        builder.MapProgramme();
        builder.MapMessaging();
        builder.MapCourses();
    }

    /// <summary>With what follows for the search: see <see cref="IndexAnew"/>. Most saves change nothing that it has to write itself.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (IndexAnew.Mark(this) is not { } others) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await others.MarkOthers(this, cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null) await own.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>Nobody saves without waiting: what follows for the search would be missing.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save by SaveChangesAsync.");

    /// <summary>SQLite cannot order or compare <see cref="DateTimeOffset"/>; UTC <see cref="DateTime"/> serves both databases.</summary>
    private sealed class UtcTime() : ValueConverter<DateTimeOffset, DateTime>(
        time => time.UtcDateTime, time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)));
}
