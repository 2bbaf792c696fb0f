using System.CommandLine;
using CoopAssistant.Host.Serving;

namespace CoopAssistant.Host.Commands;

/// <summary><c>coop serve</c>, and <c>coop</c> alone: runs one face or both until it is told to stop.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Only = new("--only") { Description = "Serve one face only: bot or admin." };
    private static readonly Option<bool?> Demo = new("--demo") { Description = "Fill an empty database with invented people. Default in Development; --demo=false leaves it empty." };

    public static Command Create()
    {
        var command = new Command("serve", "Serve the bot and the admin app.");
        Describe(command);
        return command;
    }

    public static void Describe(Command command)
    {
        Only.AcceptOnlyFromAmong("bot", "admin");
        command.TreatUnmatchedTokensAsErrors = false;
        command.Options.Add(Only);
        command.Options.Add(Demo);
        command.SetAction((parsed, cancel) => CommandRunner.Run(parsed, (settings, stop) =>
            Server.Run(settings, parsed.GetValue(Only), parsed.GetValue(Demo), stop), cancel));
    }
}
