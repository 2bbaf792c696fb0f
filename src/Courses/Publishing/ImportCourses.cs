using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Publishing;

/// <summary>
/// Publishes courses as their packs have them. At the start only those the database does not know, so that what staff wrote
/// since stays; on request also what differs, as new versions. Lessons that are the same get no new version.
/// </summary>
public sealed class ImportCourses(CoursesDb db, TimeProvider clock)
{
    /// <param name="Courses">Read without a problem.</param>
    /// <param name="OnlyUnknown">Leave courses alone that the database has.</param>
    public sealed record Request(IReadOnlyList<Course> Courses, bool OnlyUnknown, string PublishedBy);

    /// <returns>How many outlines and lessons were published.</returns>
    public async Task<int> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var published = 0;
        foreach (var course in request.Courses)
        {
            var known = await db.OutlineVersions.Where(o => o.CourseId == course.Id && o.Language == course.Language).OrderByDescending(o => o.Number).FirstOrDefaultAsync(cancel);
            if (known is not null && request.OnlyUnknown) continue;
            var outline = CourseWriter.WriteOutline(course);
            if (known?.Source != outline)
            {
                db.OutlineVersions.Add(new OutlineVersion(course.Id, course.Language, (known?.Number ?? 0) + 1, outline, request.PublishedBy, clock.GetUtcNow()));
                published++;
            }
            published += await PublishLessons(course, request.PublishedBy, cancel);
        }
        await db.SaveAsync(cancel);
        return published;
    }

    private async Task<int> PublishLessons(Course course, string publishedBy, CancellationToken cancel)
    {
        var known = (await db.LessonVersions.AsNoTracking().Where(v => v.CourseId == course.Id && v.Language == course.Language).ToListAsync(cancel))
            .GroupBy(v => (v.LessonId, v.Country)).ToDictionary(same => same.Key, same => same.MaxBy(v => v.Number)!);
        var published = 0;
        foreach (var lesson in course.Modules.SelectMany(module => module.Lessons).SelectMany(slot => slot.Variants))
        {
            var source = CourseWriter.WriteLesson(lesson);
            var newest = known.GetValueOrDefault((lesson.Id, lesson.Country ?? ""));
            if (newest?.Source == source && newest.File == lesson.File) continue;
            db.LessonVersions.Add(new LessonVersion(course.Id, course.Language, lesson.Id, lesson.Country, (newest?.Number ?? 0) + 1, lesson.File, source, publishedBy, clock.GetUtcNow(), course.Reviewer ?? ""));
            published++;
        }
        return published;
    }
}
