using CoopAssistant.Courses.Lessons;
using CoopAssistant.Programme.Recordings;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Recordings;

/// <summary>A part of a lesson with the recording women hear for it; null where they read it.</summary>
/// <param name="Country">For whom: empty for all.</param>
public sealed record HeardPart(SpokenPart Part, string Country, HeardRecording? Recording);

/// <param name="Size">Bytes.</param>
public sealed record HeardRecording(long Id, string FileId, TimeSpan Length, int Size, string RecordedBy, DateTimeOffset RecordedAt);

/// <summary>What of a lesson, draft or published, can be heard, and what is missing: for the editor, with a query for each lesson.</summary>
public sealed class ListRecordings(CoursesDb db)
{
    /// <param name="countries">ISO codes: a part that <see cref="SpokenPart.NeedsCountry"/> is listed once for each.</param>
    public async Task<IReadOnlyList<HeardPart>> Handle(string courseId, string language, Lesson lesson, IReadOnlyList<string> countries, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var rows = await db.Recordings.AsNoTracking().Where(r => r.CourseId == courseId && r.LessonId == lesson.Id && r.Language == language).OrderBy(r => r.Number)
            .Select(r => new { r.Id, r.Country, r.TextHash, r.FileId, r.Milliseconds, r.Size, r.RecordedBy, r.RecordedAt, IsWithdrawn = r.WithdrawnAt != null }).ToListAsync(cancel);
        var newest = rows.GroupBy(r => (r.Country, r.TextHash)).ToDictionary(same => same.Key, same => same.Last());
        return [.. SpokenPart.Of(lesson).SelectMany(part => part.NeedsCountry ? countries.Select(country => Heard(part, country)) : [Heard(part, lesson.Country ?? "")])];

        HeardPart Heard(SpokenPart part, string country)
        {
            var hash = RecordingFile.HashOf(part.Text);
            var row = newest.GetValueOrDefault((country, hash)) is { IsWithdrawn: false } own ? own : newest.GetValueOrDefault(("", hash));
            return new HeardPart(part, country, row is not { IsWithdrawn: false } ? null
                : new HeardRecording(row.Id, row.FileId, TimeSpan.FromMilliseconds(row.Milliseconds), row.Size, row.RecordedBy, row.RecordedAt));
        }
    }
}

/// <summary>A published text without a voice.</summary>
public sealed record MissingRecording(string CourseId, string Language, Lesson Lesson, SpokenPart Part, string Country);

/// <summary>Every text of a published course that women can only read, in the course's order: one query for the whole course.</summary>
public sealed class ListMissingRecordings(CoursesDb db)
{
    /// <param name="countries">ISO codes of the programmes.</param>
    public async Task<IReadOnlyList<MissingRecording>> Handle(Course course, IReadOnlyList<string> countries, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(course);
        var recorded = await RecordingShelf.Load(db, cancel);
        return [.. course.Modules.SelectMany(module => module.Lessons).SelectMany(slot => slot.Variants).SelectMany(lesson => SpokenPart.Of(lesson)
            .SelectMany(part => (part.NeedsCountry ? countries : [lesson.Country ?? ""]).Select(country => new MissingRecording(course.Id, course.Language, lesson, part, country)))
            .Where(missing => recorded.Find(course.Id, lesson, course.Language, missing.Country, missing.Part.Text) is null))];
    }
}
