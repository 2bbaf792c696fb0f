using CoopAssistant.Host.Commands;
using CoopAssistant.Host.Serving;
using CoopAssistant.Programme.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Host.Tests;

public sealed class ContentTests : IDisposable
{
    private readonly string _broken = Directory.CreateTempSubdirectory("coop-content-").FullName;

    public ContentTests()
    {
        Directory.CreateDirectory(Path.Combine(_broken, "programmes", "nowhere"));
        File.WriteAllText(Path.Combine(_broken, "programmes", "nowhere", "programme.yaml"), "unknown: key\n");
    }

    public void Dispose() => Directory.Delete(_broken, recursive: true);

    [Fact]
    public void A_folder_that_was_read_sooner_stops_the_start_only_where_it_is_the_one_that_is_meant()
    {
        string[] settings = [$"--Content:Path={_broken}"];

        Content.Begin(settings);
        Assert.Equal(2, Packs(Path.Combine(Repository.Root, "content")).All.Count);

        Content.Begin(settings);
        Assert.Contains(_broken, Assert.Throws<WrongSettingException>(() => Packs(_broken)).Message, StringComparison.Ordinal);
    }

    private static ProgrammePacks Packs(string path)
    {
        using var provider = new ServiceCollection().AddContent(path).BuildServiceProvider();
        return provider.GetRequiredService<ProgrammePacks>();
    }
}
