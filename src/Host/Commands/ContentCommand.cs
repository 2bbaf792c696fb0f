using System.CommandLine;
using CoopAssistant.Host.Serving;

namespace CoopAssistant.Host.Commands;

/// <summary>
/// <c>coop content check|import|export</c>: lists every problem of the packs with file, line and what to do; publishes courses
/// and words from a folder; writes what is published back as the files of a pack.
/// </summary>
internal static class ContentCommand
{
    public static Command Create()
    {
        var command = new Command("content", "The texts that ship with the program.");
        command.Subcommands.Add(Check());
        command.Subcommands.Add(Import());
        command.Subcommands.Add(Export());
        return command;
    }

    private static Command Check()
    {
        var path = new Argument<string>("path") { Description = "Folder of the packs; default Content:Path.", Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", "Check the content packs.") { path };
        check.TreatUnmatchedTokensAsErrors = false;
        check.SetAction((parsed, cancel) => CommandRunner.Run(parsed, path, (settings, folder, _) => Task.FromResult(Content.Check(settings, folder)), cancel));
        return check;
    }

    private static Command Import()
    {
        var path = new Argument<string>("path") { Description = "Folder of the packs; default Content:Path.", Arity = ArgumentArity.ZeroOrOne };
        var import = new Command("import", "Publish the courses, texts, answers, offices and emergency lines of a folder: what differs becomes a new version.") { path };
        import.TreatUnmatchedTokensAsErrors = false;
        import.SetAction((parsed, cancel) => CommandRunner.Run(parsed, path, (settings, folder, stop) => CoursePacksOnDisk.Import(settings, folder, stop), cancel));
        return import;
    }

    private static Command Export()
    {
        var path = new Argument<string>("path") { Description = "Folder to write courses/, wording/, answers/ and programmes/ into." };
        var export = new Command("export", "Write what is published (courses, texts, answers, offices, emergency lines) as the files of a pack.") { path };
        export.TreatUnmatchedTokensAsErrors = false;
        export.SetAction((parsed, cancel) => CommandRunner.Run(parsed, path, (settings, folder, stop) => CoursePacksOnDisk.Export(settings, folder!, stop), cancel));
        return export;
    }
}
