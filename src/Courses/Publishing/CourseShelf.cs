using System.Collections.Concurrent;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Packs;
using CoopAssistant.Courses.Recordings;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Recordings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Courses.Publishing;

/// <summary>
/// The published courses, in memory: a turn in a lesson reads no table. Older versions are fetched once for those who are
/// still in them. Safe to use from many turns at once; one for the process.
/// </summary>
public sealed class CourseShelf(IServiceScopeFactory scopes)
{
    private const string Spanish = "es";
    private readonly ConcurrentDictionary<long, Lesson> _versions = new();
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private volatile IReadOnlyList<Course> _courses = [];
    private volatile RecordingShelf _recordings = RecordingShelf.Empty;
    private (long Outline, long Lesson) _newest;
    private (long Newest, int Withdrawn) _newestRecording;

    /// <summary>Completes when the filling that began with the process has ended, at once where none did; throws what the filling threw.</summary>
    public Task Filled { get; private set; } = Task.CompletedTask;

    internal void FillsBy(Task filling) => Filled = filling;

    /// <summary>By id, of each the Spanish first. Empty until <see cref="Refresh"/> ran once.</summary>
    public IReadOnlyList<Course> Courses => _courses;

    public Course? Find(string courseId, string language = Spanish) =>
        _courses.FirstOrDefault(course => course.Id == courseId && course.Language == language);

    /// <summary>A version of a lesson, published now or before; null where there never was one of this id.</summary>
    public async ValueTask<Lesson?> Version(long versionId, CancellationToken cancel)
    {
        if (_versions.TryGetValue(versionId, out var known)) return known;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoursesDb>();
        var stored = await db.LessonVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == versionId, cancel);
        return stored is not null && LessonReader.Read(stored.File, stored.File, stored.Source, new PackProblems()) is { } lesson
            ? _versions[versionId] = lesson with { VersionId = versionId }
            : null;
    }

    /// <summary>The voice for a text of a lesson, as women of this country hear it; null where they read it.</summary>
    /// <param name="text">As <see cref="SpokenPart.Text"/> has it.</param>
    public RecordingFile? Recording(string courseId, Lesson lesson, string country, string text, string language = Spanish)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        return _recordings.Find(courseId, lesson, language, country, text);
    }

    /// <summary>Takes up what was published and recorded since; a few small queries where nothing was.</summary>
    public async Task Refresh(CancellationToken cancel)
    {
        await _refreshing.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CoursesDb>();
            var newest = (
                await db.OutlineVersions.MaxAsync(o => (long?)o.Id, cancel) ?? 0,
                await db.LessonVersions.MaxAsync(v => (long?)v.Id, cancel) ?? 0);
            await RefreshRecordings(db, cancel);
            if (newest == _newest) return;
            _courses = await Load(db, cancel);
            _newest = newest;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private async Task RefreshRecordings(CoursesDb db, CancellationToken cancel)
    {
        var newest = (await db.Recordings.MaxAsync(r => (long?)r.Id, cancel) ?? 0, await db.Recordings.CountAsync(r => r.WithdrawnAt != null, cancel));
        if (newest == _newestRecording) return;
        _recordings = await RecordingShelf.Load(db, cancel);
        _newestRecording = newest;
    }

    private async Task<IReadOnlyList<Course>> Load(CoursesDb db, CancellationToken cancel)
    {
        var outlines = await db.OutlineVersions.AsNoTracking()
            .Where(o => o.Number == db.OutlineVersions.Where(n => n.CourseId == o.CourseId && n.Language == o.Language).Max(n => n.Number)).ToListAsync(cancel);
        var lessons = await db.LessonVersions.AsNoTracking()
            .Where(v => v.Number == db.LessonVersions.Where(n => n.CourseId == v.CourseId && n.Language == v.Language && n.LessonId == v.LessonId && n.Country == v.Country).Max(n => n.Number)).ToListAsync(cancel);
        return [.. outlines.OrderBy(o => o.CourseId, StringComparer.Ordinal).ThenBy(o => o.Language != Spanish).ThenBy(o => o.Language, StringComparer.Ordinal)
            .Select(outline => Assemble(outline, [.. lessons.Where(v => v.CourseId == outline.CourseId && v.Language == outline.Language)]))];
    }

    private Course Assemble(OutlineVersion outline, IReadOnlyList<LessonVersion> lessons)
    {
        var ids = lessons.ToDictionary(v => v.File, v => v.Id, StringComparer.Ordinal);
        var files = lessons.ToDictionary(v => v.File, v => v.Source, StringComparer.Ordinal);
        files[CourseReader.CourseFile] = outline.Source;
        var course = new CourseReader(outline.CourseId, [], new JargonList(), DateOnly.MinValue, new PackProblems(), new PackProblems()).Read(files);
        return course with { Modules = [.. course.Modules.Select(module => module with { Lessons = [.. module.Lessons.Select(slot => slot with { Variants = [.. slot.Variants.Select(Shelved)] })] })] };

        Lesson Shelved(Lesson lesson)
        {
            var id = ids[lesson.File];
            return _versions[id] = lesson with { VersionId = id };
        }
    }
}
