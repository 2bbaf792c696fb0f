using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Courses.Packs;
using CoopAssistant.Host.Commands;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Host.Serving;

/// <summary>Reads the packs once, strictly: what is wrong stops the start, every problem named.</summary>
internal static class Content
{
    private static Task<Known?> _read = Task.FromResult<Known?>(null);

    private sealed record Known(string Path, ProgrammePacks Packs, FrequentQuestions Answers, PackProblem[] Problems);

    /// <summary>Reads on a thread of its own what <see cref="AddContent"/> will probably ask for, while the caller goes on with other things.</summary>
    public static void Begin(string[] settings) => _read = Task.Run(() => Settings.LikelyContentPath(settings) is { } path ? ReadNow(path) : null);

    public static IServiceCollection AddContent(this IServiceCollection services, string path)
    {
        services.AddSingleton(_ => Read(path).Packs.Copy());
        services.AddSingleton(_ => Read(path).Answers);
        services.AddWords(path, BotContentFile.Said).AddHostedService<KeepWords>();
        return services;
    }

    /// <summary>What is wrong in the packs stops the start here, where nothing has asked for them yet.</summary>
    /// <exception cref="WrongSettingException">Every problem named.</exception>
    public static WebApplication WithContent(this WebApplication face)
    {
        _ = face.Services.GetRequiredService<ProgrammePacks>();
        return face;
    }

    /// <summary>Read once for both faces; each exchanges its own copy when staff publish.</summary>
    private static Known Read(string path)
    {
        if (_read.GetAwaiter().GetResult() is not { } known || known.Path != path) _read = Task.FromResult<Known?>(known = ReadNow(path));
        return known.Problems.Length == 0
            ? known
            : throw new WrongSettingException($"The content in {path} has {known.Problems.Length} problem(s):\n{string.Join('\n', known.Problems.Select(p => p.ToString()))}");
    }

    private static Known ReadNow(string path)
    {
        var packs = ProgrammePackReader.ReadAll(path);
        var answers = AnswersReader.Read(path, "es", packs);
        return new(path, packs, answers, [.. packs.Problems, .. answers.Problems]);
    }

    /// <summary><c>coop content check</c>: everything, courses included. 0 when clean, 1 when something is to be mended.</summary>
    public static int Check(string[] settings, string? path)
    {
        path ??= Settings.ContentPath(Settings.NewBuilder(settings).Configuration);
        var packs = ProgrammePackReader.ReadAll(path);
        var answers = AnswersReader.Read(path, "es", packs);
        var courses = CoursePackReader.ReadAll(path, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var spoken = packs.Problems.Count > 0 || answers.Problems.Count > 0 ? [] : BotContentFile.Check(path, packs, answers);
        string[] problems = [.. packs.Problems.Concat(answers.Problems).Concat(courses.Problems).Concat(spoken).Select(p => p.ToString())];
        foreach (var problem in problems) Console.WriteLine(problem);
        foreach (var warning in courses.Warnings) Console.WriteLine($"To look at: {warning}");
        Console.WriteLine(problems.Length == 0
            ? $"{path}: {packs.All.Count} programmes, {answers.All.Count} answers and {courses.Courses.Count} courses, nothing to mend."
            : $"{path}: {problems.Length} to mend.");
        return problems.Length == 0 ? 0 : 1;
    }
}
