using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Writing;

/// <summary>What happened to one text: publications and sittings of its editors.</summary>
/// <param name="VersionId">Null for a sitting that was not a publication.</param>
/// <param name="EditId">Of a sitting; null for a publication.</param>
/// <param name="Number">Of the publication; 0 for a sitting.</param>
/// <param name="By">Staff member; empty where it came with the packs.</param>
/// <param name="Lines">What it changed against the one before.</param>
public sealed record HistoryEntry(long? VersionId, long? EditId, int Number, string By, DateTimeOffset At, IReadOnlyList<DiffLine> Lines);

/// <summary>Reads who changed what in a lesson's text, newest first.</summary>
public sealed class LessonHistory(CoursesDb db)
{
    private const int MostEntries = 60;

    public async Task<IReadOnlyList<HistoryEntry>> Handle(LessonKey key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(key);
        var versions = await db.LessonVersions.AsNoTracking()
            .Where(v => v.CourseId == key.CourseId && v.Language == LessonKey.WrittenLanguage && v.LessonId == key.LessonId && v.Country == key.Country)
            .OrderByDescending(v => v.Number).Take(MostEntries).Select(v => new { v.Id, v.Number, v.PublishedBy, v.PublishedAt, v.Source }).ToListAsync(cancel);
        var edits = await db.LessonEdits.AsNoTracking()
            .Where(e => e.CourseId == key.CourseId && e.LessonId == key.LessonId && e.Country == key.Country)
            .OrderByDescending(e => e.Id).Take(MostEntries).ToListAsync(cancel);

        var all = versions.Select(v => (VersionId: (long?)v.Id, EditId: (long?)null, v.Number, By: v.PublishedBy, At: v.PublishedAt, v.Source))
            .Concat(edits.OrderBy(e => e.Id).Select(e => (VersionId: (long?)null, EditId: (long?)e.Id, Number: 0, e.By, e.At, e.Source)))
            .OrderBy(entry => entry.At).ThenBy(entry => entry.Number).ToList();
        var entries = new List<HistoryEntry>();
        var (published, before) = ("", "");
        foreach (var (id, edit, number, by, at, source) in all)
        {
            entries.Add(new(id, edit, number, by, at, LineDiff.Of(id is null ? before : published, source)));
            before = source;
            if (id is not null) published = source;
        }
        entries.Reverse();
        return entries;
    }
}
