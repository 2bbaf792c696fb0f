namespace CoopAssistant.Admin.Tests;

/// <summary>A page and its parts read at the same time: on PostgreSQL, which answers later, a context of the page's own would be asked twice at once.</summary>
public class PartsReadForThemselvesTests
{
    [Fact]
    public void A_part_of_a_page_that_reads_does_so_in_a_scope_of_its_own()
    {
        var parts = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Admin"), "*.razor", SearchOption.AllDirectories).Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file)))
            .Where(part => !part.Text.Contains("@page ", StringComparison.Ordinal) && (part.Text.Contains("OnInitializedAsync", StringComparison.Ordinal) || part.Text.Contains("OnParametersSetAsync", StringComparison.Ordinal))).ToList();

        Assert.Contains(parts, part => part.Name == "MeetingsCard.razor");
        Assert.Empty(parts.Where(part => !part.Text.Contains("@inherits OwningComponentBase", StringComparison.Ordinal)).Select(part => part.Name));
    }
}
