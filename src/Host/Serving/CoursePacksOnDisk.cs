using CoopAssistant.Courses.Packs;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Data;
using CoopAssistant.Host.Commands;

namespace CoopAssistant.Host.Serving;

/// <summary>Courses, and the words beside them (<see cref="WordsOnDisk"/>), between the database and a folder.</summary>
internal static class CoursePacksOnDisk
{
    /// <summary>0 when published or nothing differed, 1 when something is to be mended first.</summary>
    public static async Task<int> Import(string[] settings, string? path, CancellationToken cancel)
    {
        await using var admin = AdminFace.NewBuilder(settings).Build();
        path ??= Settings.ContentPath(admin.Configuration);
        if (!Directory.Exists(path)) return await Refuse($"There is no folder {path}. Give the folder that holds courses/, and wording/, answers/ and programmes/ beside it.");
        var today = DateOnly.FromDateTime(admin.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var packs = CoursePackReader.ReadAll(path, today);
        foreach (var problem in packs.Problems) Console.WriteLine(problem);
        if (packs.Problems.Count > 0) return await Refuse($"{path}: {packs.Problems.Count} to mend. Nothing was published.");

        await admin.Services.GetRequiredService<PrepareDatabase>().Handle(cancel);
        var words = await WordsOnDisk.Import(admin.Services, path, cancel);
        foreach (var problem in words.Problems) Console.WriteLine(problem);
        if (words.Problems.Count > 0) return await Refuse($"{path}: {words.Problems.Count} to mend. Nothing was published.");
        await using var scope = admin.Services.CreateAsyncScope();
        var published = await scope.ServiceProvider.GetRequiredService<ImportCourses>().Handle(new(packs.Courses, OnlyUnknown: false, PublishedBy: ""), cancel);
        if (published > 0) Console.WriteLine($"Published {published} lesson(s) and outline(s) as new versions. A running bot teaches them within seconds.");
        if (words.Published > 0) Console.WriteLine($"Published {words.Published} text(s), answer(s), office(s) or emergency lines as new versions. A running bot says them within seconds.");
        if (published + words.Published == 0) Console.WriteLine("Nothing differs from what is published.");
        return CommandRunner.Done;
    }

    public static async Task<int> Export(string[] settings, string path, CancellationToken cancel)
    {
        await using var admin = AdminFace.NewBuilder(settings).Build();
        await admin.Services.GetRequiredService<PrepareDatabase>().Handle(cancel);
        await using var scope = admin.Services.CreateAsyncScope();
        var files = await scope.ServiceProvider.GetRequiredService<ExportCourses>().Files(courseId: null, cancel);
        if (files.Count == 0) return await Refuse("No course is published yet: start coop once, or import a pack.");
        foreach (var (file, text) in files)
        {
            var target = Path.Combine(path, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllTextAsync(target, text, cancel);
        }
        foreach (var old in Leftovers(path, files)) File.Delete(old);
        Console.WriteLine($"Wrote {files.Count + await WordsOnDisk.Export(admin.Services, path, cancel)} files below {path}.");
        return CommandRunner.Done;
    }

    /// <summary>Lessons of an earlier export that the course no longer has; anything else in the folder is left alone.</summary>
    private static List<string> Leftovers(string path, IReadOnlyDictionary<string, string> files) =>
        [.. files.Keys.Select(file => string.Join('/', file.Split('/')[..2])).Distinct(StringComparer.Ordinal)
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(path, folder), "*.md", SearchOption.AllDirectories))
            .Where(file => !files.ContainsKey(Path.GetRelativePath(path, file).Replace('\\', '/')))];

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CommandRunner.Refused;
    }
}
