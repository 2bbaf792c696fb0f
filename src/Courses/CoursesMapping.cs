using CoopAssistant.Courses.Certificates;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Recordings;
using CoopAssistant.Courses.Reminders;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Courses.Writing;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses;

/// <summary>Tables of what is taught and learnt. <see cref="LessonRows"/> writes some of them by these very names.</summary>
public static class CoursesMapping
{
    public static void MapCourses(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);

        model.Entity<OutlineVersion>(outline =>
        {
            outline.ToTable("outline_versions");
            outline.HasKey(o => o.Id);
            outline.HasIndex(o => new { o.CourseId, o.Language, o.Number }).IsUnique();
        });
        model.Entity<LessonVersion>(version =>
        {
            version.ToTable("lesson_versions");
            version.HasKey(v => v.Id);
            version.HasIndex(v => new { v.CourseId, v.Language, v.LessonId, v.Country, v.Number }).IsUnique();
        });
        model.Entity<Enrolment>(enrolment =>
        {
            enrolment.ToTable("enrolments");
            enrolment.HasKey(e => e.Id);
            enrolment.Property(e => e.ParticipantId).HasConversion(id => id!.Value.Value, value => new ParticipantId(value));
            enrolment.Property(e => e.Version).IsConcurrencyToken();
            enrolment.Property(e => e.Region).HasDefaultValue(""); // LessonRows do not know it
            enrolment.HasIndex(e => new { e.CourseId, e.ParticipantId }).IsUnique();
            enrolment.HasIndex(e => new { e.CourseId, e.ContactId }).IsUnique();
            enrolment.HasIndex(e => e.ParticipantId);
            enrolment.HasIndex(e => e.ContactId);
            enrolment.HasIndex(e => e.StartedAt);
            enrolment.HasIndex(e => e.FinishedAt).HasFilter("finished_at IS NOT NULL");
        });
        model.Entity<LessonRecord>(record =>
        {
            record.ToTable("lesson_records");
            record.HasKey(r => new { r.EnrolmentId, r.LessonId });
            record.HasOne<Enrolment>().WithMany().HasForeignKey(r => r.EnrolmentId).OnDelete(DeleteBehavior.Cascade);
            record.HasIndex(r => new { r.CourseId, r.LessonId, r.Country, r.FinishedAt });
            record.HasIndex(r => r.FinishedAt).HasFilter("finished_at IS NOT NULL"); // grows at its end: a lesson pays one append
        });
        model.Entity<LessonAnswer>(answer =>
        {
            answer.ToTable("lesson_answers");
            answer.HasKey(a => a.Id);
            answer.HasIndex(a => a.EnrolmentId);
            answer.HasIndex(a => new { a.VersionId, a.Question, a.Choice });
        });
        model.Entity<Review>(review =>
        {
            review.ToTable("reviews");
            review.HasKey(r => new { r.EnrolmentId, r.VersionId, r.Question });
            review.HasOne<Enrolment>().WithMany().HasForeignKey(r => r.EnrolmentId).OnDelete(DeleteBehavior.Cascade);
            review.HasIndex(r => new { r.EnrolmentId, r.DueAt });
        });
        model.Entity<Certificate>(certificate =>
        {
            certificate.ToTable("certificates");
            certificate.HasKey(c => c.Id);
            certificate.Property(c => c.ParticipantId).HasConversion(id => id.Value, value => new ParticipantId(value));
            certificate.Property(c => c.Version).IsConcurrencyToken();
            certificate.HasIndex(c => c.Code).IsUnique();
            certificate.HasIndex(c => new { c.ParticipantId, c.CourseId }).IsUnique();
        });
        model.Entity<Recording>(recording =>
        {
            recording.ToTable("recordings");
            recording.HasKey(r => r.Id);
            recording.HasIndex(r => new { r.CourseId, r.LessonId, r.Language, r.Country, r.TextHash, r.Number }).IsUnique();
            recording.HasIndex(r => r.FileId).IsUnique();
        });
        model.Entity<Reminder>(reminder =>
        {
            reminder.ToTable("reminders");
            reminder.HasKey(r => r.ContactId);
            reminder.Property(r => r.ContactId).ValueGeneratedNever();
            reminder.Property(r => r.Version).IsConcurrencyToken();
            reminder.HasIndex(r => r.NextAt);
        });
        model.MapWriting();
        model.MapStatistics();
    }
}
