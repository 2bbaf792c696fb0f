using CoopAssistant.Courses.Certificates;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Recordings;
using CoopAssistant.Courses.Reminders;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Courses.Translating;
using CoopAssistant.Courses.Writing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses;

/// <summary>Courses' window on the one database: only its own sets.</summary>
public sealed class CoursesDb(DbContext context)
{
    public DbSet<OutlineVersion> OutlineVersions => context.Set<OutlineVersion>();
    public DbSet<LessonVersion> LessonVersions => context.Set<LessonVersion>();
    public DbSet<Enrolment> Enrolments => context.Set<Enrolment>();
    public DbSet<LessonRecord> LessonRecords => context.Set<LessonRecord>();
    public DbSet<LessonAnswer> LessonAnswers => context.Set<LessonAnswer>();
    public DbSet<Certificate> Certificates => context.Set<Certificate>();
    public DbSet<Review> Reviews => context.Set<Review>();
    public DbSet<Recording> Recordings => context.Set<Recording>();
    public DbSet<Reminder> Reminders => context.Set<Reminder>();
    public DbSet<LessonDraft> LessonDrafts => context.Set<LessonDraft>();
    public DbSet<LessonEdit> LessonEdits => context.Set<LessonEdit>();
    public DbSet<OutlineDraft> OutlineDrafts => context.Set<OutlineDraft>();
    public DbSet<CourseTranslation> CourseTranslations => context.Set<CourseTranslation>();
    public DbSet<LessonTotal> LessonTotals => context.Set<LessonTotal>();
    public DbSet<AnswerTotal> AnswerTotals => context.Set<AnswerTotal>();
    public DbSet<LessonStop> LessonStops => context.Set<LessonStop>();
    public DbSet<StopTotal> StopTotals => context.Set<StopTotal>();
    public DbSet<TotalsStamp> TotalsStamps => context.Set<TotalsStamp>();

    /// <summary>Lets go of everything loaded, to begin anew after a conflict.</summary>
    internal void Forget() => context.ChangeTracker.Clear();

    /// <summary>For compiled queries.</summary>
    internal DbContext Context => context;

    public Task SaveAsync(CancellationToken cancel) => context.SaveChangesAsync(cancel);
}
