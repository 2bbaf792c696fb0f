using CoopAssistant.Programme.Figures.Goals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Figures;

/// <summary>Tables and use cases of where the programme stands.</summary>
internal static class FiguresModule
{
    public static void AddFigures(this IServiceCollection services)
    {
        services.AddScoped<ICountFigures, CountRegistrations>();
        services.AddScoped<ICountFigures, CountGroups>();
        services.AddScoped<CountFigures>();
        services.AddSingleton<RefreshFigures>();
        services.AddScoped<ReadFigures>();
        services.AddScoped<SumFigures>();
        services.AddScoped<ReadPublicFigures>();
        services.AddScoped<ReadDays>();
        services.AddScoped<SetGoal>();
        services.AddScoped<ReadGoals>();
    }

    public static void MapFigures(this ModelBuilder model)
    {
        model.Entity<Figure>(figure =>
        {
            figure.ToTable("figures");
            figure.HasKey(f => new { f.Country, f.Month, f.Kind, f.Code, f.RegionCode, f.PlaceCode });
            figure.HasIndex(f => new { f.Month, f.Kind });
        });
        model.Entity<FiguresStamp>(stamp =>
        {
            stamp.ToTable("figures_stamps");
            stamp.HasKey(s => s.Id);
            stamp.Property(s => s.Id).ValueGeneratedNever();
        });
        model.Entity<Goal>(goal =>
        {
            goal.ToTable("goals");
            goal.HasKey(g => g.Id);
            goal.Property(g => g.Version).IsConcurrencyToken();
            goal.HasIndex(g => new { g.Year, g.Country, g.RegionCode, g.Kind }).IsUnique();
            goal.HasMany(g => g.Entries).WithOne().HasForeignKey("GoalId").OnDelete(DeleteBehavior.Cascade);
            goal.Navigation(g => g.Entries).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<GoalEntry>(entry =>
        {
            entry.ToTable("goal_entries");
            entry.HasKey(e => e.Id);
        });
    }
}
