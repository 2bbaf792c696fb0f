using System.Globalization;
using CoopAssistant.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Benchmarks.Filling.Whole;

/// <summary>Three in ten women learn: a fifth of them finished with a certificate, the others up to eleven lessons; some left in the midst of one.</summary>
internal static class Learners
{
    private const string Course = "gestion-cooperativa";
    public static readonly string[] Tables = ["enrolments", "lesson_records", "lesson_answers", "lesson_stops", "reviews", "reminders", "certificates"];

    public static async Task Write(FastFill fill, Span span, IServiceProvider process)
    {
        var lessons = await Lessons(process);
        int DoneBy(int woman) => woman / 10 % 5 == 4 ? lessons.Count : woman / 10 % Math.Min(12, Math.Max(1, lessons.Count));
        long Of(int woman) => (woman / 10 * 3) + (woman % 10) + 1L;
        DateTime Began(ManyRegistrations.Woman w) => span.At(w.I, span.Women);
        var learners = span.Everybody().Where(w => w.I % 10 < 3 && !Chats.IsStranger(w.I));
        await fill.Write("enrolments", "id, course_id, participant_id, contact_id, country, region, started_at, last_at, finished_at, lessons_done, version", learners.Select(w => new object?[]
        {
            Of(w.I), Course, w.Id, null, w.Country, w.Region, Began(w), Began(w).AddDays(DoneBy(w.I)), DoneBy(w.I) == lessons.Count ? Began(w).AddDays(lessons.Count) : null, DoneBy(w.I), 1,
        }));
        var records = learners.SelectMany(w => lessons.Take(DoneBy(w.I) + (w.I % 7 == 0 ? 1 : 0)).Select((lesson, nth) => (w, lesson, nth)));
        await fill.Write("lesson_records", "enrolment_id, lesson_id, course_id, country, version_id, started_at, finished_at, tries", records.Select(r => new object?[]
        {
            Of(r.w.I), r.lesson.Lesson, Course, r.w.Country, r.lesson.In(r.w.Country), Began(r.w).AddDays(r.nth), r.nth < DoneBy(r.w.I) ? Began(r.w).AddDays(r.nth).AddMinutes(9) : null, 1 + (r.nth % 2),
        }));
        await fill.Write("lesson_answers", "enrolment_id, version_id, question, choice, is_right, turn", records.Select(r => new object?[] { Of(r.w.I), r.lesson.In(r.w.Country), 0, r.w.I % 3, r.w.I % 3 == 0, 0 }));
        await fill.Write("lesson_stops", "enrolment_id, lesson_id, version_id, step", records.Where(r => r.nth == DoneBy(r.w.I)).Select(r => new object?[] { Of(r.w.I), r.lesson.Lesson, r.lesson.In(r.w.Country), r.w.I % 6 }));
        await fill.Write("reviews", "enrolment_id, version_id, question, due_at, stage", records.Where(r => r.nth == 0 && r.w.I % 2 == 0).Select(r => new object?[] { Of(r.w.I), r.lesson.In(r.w.Country), 0, Began(r.w).AddDays(9), 1 }));
        await fill.Write("reminders", "contact_id, country, hour, next_at, last_at, unanswered, version", learners.Where(w => w.I % 3 == 0).Select(w => new object?[] { Chats.ContactOf(w.I), w.Country, 18, w.I % 2 == 0 ? span.Until.AddHours(w.I % 24) : null, null, 0, 1 }));
        await fill.Write("certificates", "code, course_id, participant_id, country, name, course_title, lessons, hours, completed_at, issued_at, reissued_at, version", learners.Where(w => DoneBy(w.I) == lessons.Count).Select(w => new object?[]
        {
            string.Create(CultureInfo.InvariantCulture, $"C{w.I:D9}"), Course, w.Id, w.Country, $"{w.GivenNames} {w.Surname}", "Gestión cooperativa", lessons.Count, 10, Began(w).AddDays(lessons.Count), Began(w).AddDays(lessons.Count), null, 1,
        }));
    }

    private static async Task<List<Taught>> Lessons(IServiceProvider process)
    {
        await using var scope = process.CreateAsyncScope();
        var versions = await scope.ServiceProvider.GetRequiredService<CoursesDb>().LessonVersions.Where(v => v.CourseId == Course && v.Language == "es").OrderBy(v => v.Id).Select(v => new { v.LessonId, v.Country, v.Id }).ToListAsync();
        return [.. versions.GroupBy(v => v.LessonId).Select(lesson => new Taught(lesson.Key, lesson.ToDictionary(v => v.Country, v => v.Id)))];
    }

    private sealed record Taught(string Lesson, Dictionary<string, long> Versions)
    {
        public long In(string country) => Versions.TryGetValue(country, out var own) || Versions.TryGetValue("", out own) ? own : Versions.Values.First();
    }
}
