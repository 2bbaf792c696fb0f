using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Translating;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Courses.Writing;

/// <summary>Tables and use cases of the author's desk.</summary>
internal static class WritingModule
{
    public static IServiceCollection AddWriting(this IServiceCollection services)
    {
        services.AddScoped<ReadDesk>();
        services.AddScoped<SaveDraft>();
        services.AddScoped<DiscardDraft>();
        services.AddScoped<AddVariant>();
        services.AddScoped<ChangeOutline>();
        services.AddSingleton<ReviewLesson>();
        services.AddScoped<PublishLesson>();
        services.AddScoped<PublishOutline>();
        services.AddScoped<RollBack>();
        services.AddScoped<LessonHistory>();
        services.AddScoped<GoOnWithDraft>();
        services.AddScoped<RecoverEdit>();
        services.AddScoped<CheckVoices>();
        services.AddScoped<ReviewCourse>();
        services.AddScoped<ExportCourses>();
        services.AddScoped<ReadTranslations>();
        services.AddScoped<ReturnTranslation>();
        services.AddScoped<ReadTranslatedTexts>();
        services.AddScoped<WriteTranslation>();
        services.AddScoped<PublishTranslation>();
        return services;
    }

    public static void MapWriting(this ModelBuilder model)
    {
        model.Entity<LessonDraft>(draft =>
        {
            draft.ToTable("lesson_drafts");
            draft.HasKey(d => d.Id);
            draft.Property(d => d.Version).IsConcurrencyToken();
            draft.HasIndex(d => new { d.CourseId, d.LessonId, d.Country }).IsUnique();
        });
        model.Entity<LessonEdit>(edit =>
        {
            edit.ToTable("lesson_edits");
            edit.HasKey(e => e.Id);
            edit.HasIndex(e => new { e.CourseId, e.LessonId, e.Country, e.Id });
        });
        model.Entity<OutlineDraft>(outline =>
        {
            outline.ToTable("outline_drafts");
            outline.HasKey(o => o.CourseId);
            outline.Property(o => o.Version).IsConcurrencyToken();
        });
        model.Entity<CourseTranslation>(translation =>
        {
            translation.ToTable("course_translations");
            translation.HasKey(t => new { t.CourseId, t.Language });
            translation.Property(t => t.Version).IsConcurrencyToken();
        });
    }
}
