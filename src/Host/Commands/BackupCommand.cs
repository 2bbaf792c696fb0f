using System.CommandLine;
using CoopAssistant.Host.Serving;

namespace CoopAssistant.Host.Commands;

/// <summary><c>coop backup FILE</c>: a copy of the whole database at one instant, also while it serves.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "File to write; one that is there is replaced." };
        var command = new Command("backup", "Copy the database into a file, also while the program serves.") { file };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CommandRunner.Run(parsed, file, (settings, path, stop) => Storage.Backup(settings, path!, stop), cancel));
        return command;
    }
}
