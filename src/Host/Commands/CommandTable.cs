using System.CommandLine;

namespace CoopAssistant.Host.Commands;

/// <summary>What <c>coop</c> can do. Without a command it serves.</summary>
internal static class CommandTable
{
    public static RootCommand Root()
    {
        var root = new RootCommand("CoopAssistant: the assistant of the women's cooperatives programme.");
        ServeCommand.Describe(root);
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(StaffCommand.Create());
        root.Subcommands.Add(ContentCommand.Create());
        root.Subcommands.Add(BackupCommand.Create());
        root.Subcommands.Add(RestoreCommand.Create());
        root.Subcommands.Add(DoctorCommand.Create());
        root.Subcommands.Add(ChatCommand.Create());
        root.Subcommands.Add(LifecycleCommand.Create());
        return root;
    }
}
