using CoopAssistant.EndToEnd.Support;

namespace CoopAssistant.EndToEnd.Commands;

public sealed class ContentCommandTests : IDisposable
{
    private const string Lesson = "courses/gestion-cooperativa/m5/5.1-libro-de-caja.md";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coop-content-");

    [Fact]
    public async Task What_ships_has_nothing_to_mend()
    {
        var result = await CoopCommand.Run(_folder.FullName, "", "content", "check", Path.Combine(Repository.Root, "content"));

        Assert.True(result.Code == 0, result.Output + result.Errors);
        Assert.Contains("nothing to mend", result.Output);
    }

    [Fact]
    public async Task Dotnet_run_in_the_checkout_finds_what_ships()
    {
        var result = await CoopCommand.RunInCheckout("content", "check");

        Assert.True(result.Code == 0, result.Output + result.Errors);
        Assert.Contains($"{Path.Combine(Repository.Root, "content")}: ", result.Output);
    }

    [Fact]
    public async Task The_folder_may_be_named_by_the_setting_or_stand_behind_settings()
    {
        var shipped = Path.Combine(Repository.Root, "content");
        string[][] ways = [[$"--Content:Path={shipped}"], ["--Content:Path", shipped], ["--Content:Path=elsewhere", shipped], [shipped, "--Content:Path=elsewhere"]];

        foreach (var way in ways)
        {
            var result = await CoopCommand.Run(_folder.FullName, "", ["content", "check", .. way]);

            Assert.True(result.Code == 0, string.Join(' ', way) + result.Output + result.Errors);
            Assert.StartsWith($"{shipped}: ", result.Output);
        }
    }

    [Fact]
    public async Task Hostile_and_broken_content_is_refused_with_file_and_line()
    {
        var content = Copy(Path.Combine(Repository.Root, "content"), Path.Combine(_folder.FullName, "content"));
        Change(content, Lesson, "Haga 4 columnas: fecha, qué pasó, entra, sale.", "<script>fetch('https://example.org')</script>");
        Change(content, Lesson, "- [ ] 70 — Sumó. Lo que sale se resta.", "- [ ] 70");
        Change(content, "wording/es.yaml", "  repeat: Repetir", "  repete: Repetir");
        await File.WriteAllBytesAsync(Path.Combine(content, "courses/gestion-cooperativa/m5/5.9-enorme.md"), new byte[20_000_000]);

        var result = await CoopCommand.Run(_folder.FullName, "", "content", "check", content);

        Assert.Equal(1, result.Code);
        Assert.Contains($"{Lesson}:10:", result.Output);
        Assert.Contains("HTML is refused", result.Output);
        Assert.Contains($"{Lesson}:26:", result.Output);
        Assert.Contains("has no feedback", result.Output);
        Assert.Contains("5.9-enorme.md", result.Output);
        Assert.Contains("wording/es.yaml:", result.Output);
        Assert.Contains("repete", result.Output);
        Assert.DoesNotContain("Unhandled", result.Errors);
    }

    [Fact]
    public async Task Right_after_the_start_the_words_are_exported_to_the_byte_and_a_changed_folder_is_imported()
    {
        var shipped = Path.Combine(Repository.Root, "content");
        var (database, exported) = ($"--Database:ConnectionString=Data Source={Path.Combine(_folder.FullName, "coop.db")}", Path.Combine(_folder.FullName, "exported"));
        var imported = await CoopCommand.Run(_folder.FullName, "", "content", "import", shipped, $"--Content:Path={shipped}", database);
        Assert.True(imported.Code == 0, imported.Output + imported.Errors);

        var first = await CoopCommand.Run(_folder.FullName, "", "content", "export", exported, $"--Content:Path={shipped}", database);

        Assert.True(first.Code == 0, first.Output + first.Errors);
        foreach (var file in new[] { "wording/es.yaml", "answers/es.yaml", "programmes/panama/offices.yaml", "programmes/bolivia/emergency.yaml" })
            Assert.Equal(File.ReadAllBytes(Path.Combine(shipped, file)), File.ReadAllBytes(Path.Combine(exported, file)));

        Change(exported, "wording/es.yaml", "¿Qué quiere hacer? Escriba el número.", "¿En qué le ayudo? Escriba el número.");
        var again = await CoopCommand.Run(_folder.FullName, "", "content", "import", exported, $"--Content:Path={shipped}", database);
        var chat = await CoopCommand.Run(_folder.FullName, "hola\nPanamá\n1\nmenú\n\n", "chat", $"--Content:Path={shipped}", database);

        Assert.Contains("Published 1 text(s)", again.Output);
        Assert.Contains("¿En qué le ayudo? Escriba el número.", chat.Output);
    }

    private static void Change(string content, string file, string from, string to)
    {
        var path = Path.Combine(content, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text);
        File.WriteAllText(path, text.Replace(from, to));
    }

    private static string Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return to;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
