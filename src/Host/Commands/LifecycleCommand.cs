using System.CommandLine;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Host.Commands;

/// <summary><c>coop lifecycle</c>: draws how a registration may move into the documentation.</summary>
internal static class LifecycleCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "Page to write.", DefaultValueFactory = _ => new FileInfo(Path.Combine("docs", "lifecycle.md")) };
        var command = new Command("lifecycle", "Draw the registration's states into a page.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            var page = parsed.GetValue(file)!;
            await File.WriteAllTextAsync(page.FullName, LifecyclePage.Render(), cancel);
            Console.WriteLine($"Wrote {page.FullName}.");
            return CommandRunner.Done;
        });
        return command;
    }
}
