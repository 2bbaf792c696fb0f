using System.CommandLine;
using CoopAssistant.Host.Serving;

namespace CoopAssistant.Host.Commands;

/// <summary><c>coop content check</c>: reads the packs as the start does and lists every problem with file, line and what to do.</summary>
internal static class ContentCommand
{
    public static Command Create()
    {
        var path = new Argument<string?>("path") { Description = "Folder of the packs; default Content:Path.", Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", "Check the content packs.") { path };
        check.TreatUnmatchedTokensAsErrors = false;
        check.SetAction((parsed, cancel) => CommandRunner.Run(parsed, (settings, _) =>
            Task.FromResult(Content.Check(settings, parsed.GetValue(path))), cancel));
        return new Command("content", "The texts that ship with the program.") { check };
    }
}
