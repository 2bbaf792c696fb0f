using System.CommandLine;
using CoopAssistant.Host.Serving;

namespace CoopAssistant.Host.Commands;

/// <summary><c>coop restore FILE</c>: puts a backup in the database's place, also while it serves; what was there is kept beside it.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A file made by coop backup." };
        var command = new Command("restore", "Put a backup in the database's place; the database as it was is kept beside it.") { file };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CommandRunner.Run(parsed, file, (settings, path, stop) => Storage.Restore(settings, path!, stop), cancel));
        return command;
    }
}
