using System.CommandLine;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using CoopAssistant.Host.Serving;

namespace CoopAssistant.Host.Commands;

/// <summary><c>coop staff add</c>: an account for the admin app, for whom the one-time link is lost or who comes later.</summary>
internal static class StaffCommand
{
    public static Command Create()
    {
        var email = new Argument<string>("email") { Description = "E-mail address to sign in with." };
        var name = new Option<string>("--name") { Description = "Name as colleagues read it.", Required = true };
        var country = new Option<string?>("--country") { Description = "Country the account is limited to (PA, BO); all when left out." };
        var role = new Option<StaffRole>("--role") { Description = "What the account may do. Default Administrator.", DefaultValueFactory = _ => StaffRole.Administrator };
        var add = new Command("add", "Open an account and print a link to choose its password.") { email, name, country, role };
        add.TreatUnmatchedTokensAsErrors = false;
        add.SetAction((parsed, cancel) => CommandRunner.Run(parsed, email, (settings, address, stop) =>
            Add(settings, new AddStaffMember.Request(parsed.GetValue(name)!, address!, parsed.GetValue(country)) { Role = parsed.GetValue(role) }, stop), cancel));
        return new Command("staff", "Accounts of the admin app.") { add };
    }

    private static async Task<int> Add(string[] settings, AddStaffMember.Request request, CancellationToken cancel)
    {
        await using var admin = AdminFace.NewBuilder(settings).Build();
        await admin.Services.GetRequiredService<PrepareDatabase>().Handle(cancel);
        await using var scope = admin.Services.CreateAsyncScope();
        switch (await scope.ServiceProvider.GetRequiredService<AddStaffMember>().Handle(request, cancel))
        {
            case AddStaffResult.Added { Invitation: { } link }:
                Console.WriteLine($"The account {request.Email} is open. Hand over this link; it works once:\n{link}");
                return CommandRunner.Done;
            case AddStaffResult.Refused refused:
                foreach (var reason in refused.Reasons) await Console.Error.WriteLineAsync(reason);
                return CommandRunner.Refused;
            default:
                return CommandRunner.Done;
        }
    }
}
