using CoopAssistant.Courses.Packs;
using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoopAssistant.Courses.Publishing;

/// <summary>Adds the packs' courses that the database does not know (those it knows are not even read) and puts what is published on the shelf. Repeating it is harmless.</summary>
public sealed class PrepareCourses(IServiceScopeFactory scopes, CourseShelf shelf, TimeProvider clock, CoursesContent content)
{
    /// <exception cref="CoursesUnreadableException">The database has no course and the packs have problems.</exception>
    public async Task Handle(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoursesDb>();
        var known = (await db.OutlineVersions.Select(o => new { o.CourseId, o.Language }).Distinct().ToListAsync(cancel)).ConvertAll(o => CourseWriter.FolderOf(o.CourseId, o.Language));
        if (known.Count == 0 || CoursePackReader.FoldersOf(content.Path).Except(known, StringComparer.Ordinal).Any()) await Import(scope.ServiceProvider, isEmpty: known.Count == 0, cancel);
        await shelf.Refresh(cancel);
    }

    private async Task Import(IServiceProvider services, bool isEmpty, CancellationToken cancel)
    {
        var packs = CoursePackReader.ReadAll(content.Path, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (packs.Problems.Count == 0) await Import(services, packs, cancel);
        else if (isEmpty) throw new CoursesUnreadableException(packs.Problems);
    }

    private static async Task Import(IServiceProvider services, CoursePacks packs, CancellationToken cancel)
    {
        try
        {
            await services.GetRequiredService<ImportCourses>().Handle(new(packs.Courses, OnlyUnknown: true, PublishedBy: ""), cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Another process was first; the unique index refused ours whole. What it published is read next.
        }
    }
}

/// <param name="Path">The content folder.</param>
public sealed record CoursesContent(string Path);

/// <summary>The packs cannot be used; the message lists file, line and what to do.</summary>
public sealed class CoursesUnreadableException(IReadOnlyList<PackProblem> problems)
    : Exception("The courses cannot be read:" + string.Concat(problems.Take(20).Select(problem => $"\n  {problem}")));

/// <summary>After the database is ready; then looks every five seconds for what another process published.</summary>
/// <param name="isServing">Others are served meanwhile, and who opens a lesson waits for <see cref="CourseShelf.Filled"/>. Else nobody is before it is full.</param>
internal sealed class KeepShelf(bool isServing, PrepareCourses prepare, CourseShelf shelf, TimeProvider clock) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly TaskCompletionSource _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        shelf.FillsBy(Fill(isServing ? _serving.Task : Task.CompletedTask, cancellationToken));
        return isServing ? Task.CompletedTask : shelf.Filled;
    }

    /// <summary>The host listens: filling no longer keeps anybody from being answered.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _serving.SetResult();
        return Task.CompletedTask;
    }

    private async Task Fill(Task until, CancellationToken cancel)
    {
        await until;
        await prepare.Handle(cancel);
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await shelf.Filled.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await shelf.Refresh(stoppingToken);
    }
}
