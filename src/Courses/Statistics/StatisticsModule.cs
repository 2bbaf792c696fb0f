using CoopAssistant.Courses.Learning;
using CoopAssistant.Programme.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoopAssistant.Courses.Statistics;

/// <summary>Tables and use cases of what staff see of learning.</summary>
internal static class StatisticsModule
{
    public static IServiceCollection AddStatistics(this IServiceCollection services)
    {
        services.AddScoped<CountLearning>();
        services.AddSingleton<RefreshTotals>();
        services.AddScoped<CountGroup>();
        services.AddScoped<ReadLearningNumbers>();
        services.AddScoped<ReadQuestionNumbers>();
        services.AddScoped<ReadStopNumbers>();
        services.AddScoped<NoteStops>();
        services.AddScoped<ReadLearningPath>();
        services.AddScoped<ListLearners>();
        services.AddScoped<ICountFigures, CountLearners>();
        services.AddScoped<ICountFigures, CountLessons>();
        return services;
    }

    public static IServiceCollection AddCounting(this IServiceCollection services) => services.AddSingleton<IHostedService, KeepTotals>();

    public static void MapStatistics(this ModelBuilder model)
    {
        model.Entity<LessonTotal>(total =>
        {
            total.ToTable("lesson_totals");
            total.HasKey(t => new { t.CourseId, t.LessonId, t.Country, t.Region });
        });
        model.Entity<AnswerTotal>(total =>
        {
            total.ToTable("answer_totals");
            total.HasKey(t => new { t.VersionId, t.Question, t.Choice, t.Country, t.Region });
        });
        model.Entity<LessonStop>(stop =>
        {
            stop.ToTable("lesson_stops");
            stop.HasKey(s => new { s.EnrolmentId, s.LessonId });
            stop.HasOne<Enrolment>().WithMany().HasForeignKey(s => s.EnrolmentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StopTotal>(total =>
        {
            total.ToTable("stop_totals");
            total.HasKey(t => new { t.VersionId, t.Step, t.Country, t.Region });
        });
        model.Entity<TotalsStamp>(stamp =>
        {
            stamp.ToTable("totals_stamps");
            stamp.HasKey(s => s.Id);
            stamp.Property(s => s.Id).ValueGeneratedNever();
        });
    }
}
