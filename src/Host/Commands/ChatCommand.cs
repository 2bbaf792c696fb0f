using System.CommandLine;
using CoopAssistant.Host.Serving;

namespace CoopAssistant.Host.Commands;

/// <summary><c>coop chat</c>: talk to the bot in a terminal, through the same turns as every channel.</summary>
internal static class ChatCommand
{
    public static Command Create()
    {
        var name = new Option<string>("--as") { Description = "Whose conversation to go on with.", DefaultValueFactory = _ => "terminal" };
        var command = new Command("chat", "Talk to the bot here. An empty line or Ctrl+D ends.") { name };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CommandRunner.Run(parsed, (settings, stop) =>
            TerminalChat.Talk(settings, parsed.GetValue(name)!, Console.In, Console.Out, stop), cancel));
        return command;
    }
}
