using System.Xml.Linq;

namespace CoopAssistant.Host.Tests;

/// <summary>What may lean on what (docs/architecture.md). A new arrow is a decision, not an accident.</summary>
public class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Programme"] = [],
        ["Messaging"] = ["Programme"],
        ["Courses"] = ["Programme"],
        ["Data"] = ["Courses", "Messaging", "Programme"],
        ["Bot"] = ["Data"],
        ["Admin"] = ["Data"],
        ["Host"] = ["Admin", "Bot"],
    };

    [Fact]
    public void Every_project_leans_only_on_the_projects_it_may()
    {
        var found = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), References, StringComparer.Ordinal);

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(found, project => Assert.Equal(Allowed[project.Key], project.Value));
    }

    [Theory]
    [InlineData("CoopAssistant.Bot", "CoopAssistant.Admin")]
    [InlineData("CoopAssistant.Admin", "CoopAssistant.Bot")]
    [InlineData("CoopAssistant.Courses", "CoopAssistant.Messaging")]
    [InlineData("CoopAssistant.Messaging", "CoopAssistant.Courses")]
    [InlineData("CoopAssistant.Programme", "CoopAssistant.Data")]
    public void Compiled_modules_do_not_know_each_other(string module, string stranger)
    {
        var assembly = System.Reflection.Assembly.Load(module);

        var known = assembly.GetReferencedAssemblies().Select(a => a.Name);

        Assert.DoesNotContain(stranger, known);
    }

    [Theory]
    [InlineData("Twilio", "WhatsApp", "Simulator")]
    [InlineData("DirectLine", "WebChat")]
    public void A_vendor_is_named_only_in_its_own_room(string vendor, params string[] rooms)
    {
        var bot = Path.Combine(Repository.Root, "src", "Bot");
        var places = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Repository.IsBuilt(file))
            .Where(file => !rooms.Any(room => file.StartsWith(Path.Combine(bot, room) + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            .Where(file => !file.StartsWith(Path.Combine(Repository.Root, "src", "Host"), StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && line.Contains(vendor, StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Repository.Root, file));

        Assert.Empty(places);
    }

    private static string[] References(string project) =>
        [.. XDocument.Load(project).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal)];
}
