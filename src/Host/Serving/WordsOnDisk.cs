using CoopAssistant.Messaging.Words;

namespace CoopAssistant.Host.Serving;

/// <summary>Texts, answers, offices and emergency lines between the database and a folder.</summary>
internal static class WordsOnDisk
{
    public static async Task<ImportWords.Result> Import(IServiceProvider services, string path, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportWords>().Handle(Path.GetFullPath(path), by: "", cancel);
    }

    /// <returns>How many files were written.</returns>
    public static async Task<int> Export(IServiceProvider services, string path, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var files = await scope.ServiceProvider.GetRequiredService<ExportWords>().Files(cancel);
        foreach (var (file, text) in files)
        {
            var target = Path.Combine(path, file);
            if (text.Length == 0)
            {
                if (File.Exists(target)) File.Delete(target);
                continue;
            }
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllTextAsync(target, text, cancel);
        }
        return files.Values.Count(text => text.Length > 0);
    }
}
