using CoopAssistant.EndToEnd.Support;
using CoopAssistant.Testing;

namespace CoopAssistant.EndToEnd.Commands;

public sealed class DoctorCommandTests
{
    [Fact]
    public async Task A_fresh_folder_is_told_what_will_happen_and_stays_empty()
    {
        var folder = Directory.CreateTempSubdirectory("coop-doctor-").FullName;

        var result = await CoopCommand.Run(folder, "", "doctor");

        Assert.Equal(0, result.Code);
        Assert.Contains("the first start makes it", result.Output);
        Assert.Contains("Twilio:AccountSid is empty", result.Output);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_program_that_serves_with_Twilio_is_well_and_each_break_is_named()
    {
        await using var database = await TestDatabase.CreateEmpty(DatabaseKind.Sqlite);
        await using var twilio = await TwilioServer.Start();
        using var coop = new CoopProcess([.. CoopProcess.On(database, twilio), "--only", "bot"]);
        await coop.Start();
        string[] settings = ["doctor", .. CoopProcess.On(database, twilio), $"--Bot:Url={coop.BotUrl}"];

        var well = await CoopCommand.Run(coop.Folder, "", settings);
        var foreignToken = await CoopCommand.Run(coop.Folder, "", [.. settings, "--Twilio:AuthToken=another"]);
        twilio.StandIn.Templates["HX0000000000000000000000000000000a"] = twilio.StandIn.Templates["HX0000000000000000000000000000000b"] = "Hola.";
        twilio.StandIn.Approvals["HX0000000000000000000000000000000b"] = "paused";
        var templates = await CoopCommand.Run(coop.Folder, "", [.. settings, "--Twilio:Templates:Reply:es_PA=HX0000000000000000000000000000000a", "--Twilio:Templates:Meeting:es_PA=HX0000000000000000000000000000000b", "--Twilio:ReminderTemplates:es_PA=HX0000000000000000000000000000000c"]);
        coop.Kill();
        var nobody = await CoopCommand.Run(coop.Folder, "", [.. settings, "--Twilio:ApiBaseUrl=http://127.0.0.1:1"]);

        Assert.Equal(0, well.Code);
        Assert.Contains("answers and is up to date", well.Output);
        Assert.Contains("knows the account", well.Output);
        Assert.Contains("a signed call reaches the bot", well.Output);
        Assert.Contains("nobody has an account yet", well.Output);
        Assert.Equal(1, foreignToken.Code);
        Assert.Contains("refuses the credentials", foreignToken.Output);
        Assert.Contains("refuses the signature", foreignToken.Output);
        Assert.Equal(1, templates.Code);
        Assert.Contains("one is approved by WhatsApp", templates.Output);
        Assert.Contains("Twilio:Templates:Meeting:es_PA: WhatsApp says paused", templates.Output);
        Assert.Contains("Twilio:ReminderTemplates:es_PA: Twilio knows no such template", templates.Output);
        Assert.Equal(1, nobody.Code);
        Assert.Contains("does not answer", nobody.Output);
        Assert.Contains("nobody answers at " + coop.BotUrl, nobody.Output);
    }

    [Fact]
    public async Task Wrong_settings_and_a_database_that_does_not_answer_are_findings()
    {
        var folder = Directory.CreateTempSubdirectory("coop-doctor-").FullName;

        var settings = await CoopCommand.Run(folder, "", "doctor", "--Twilio:AccountSid=12345", "--Delivery:Lease=00:00:01");
        var database = await CoopCommand.Run(folder, "", "doctor", "--Database:Provider=postgres", "--Database:ConnectionString=Host=127.0.0.1;Port=1;Database=coop;Username=coop");

        Assert.Equal((1, 1), (settings.Code, database.Code));
        Assert.Contains("Twilio:AccountSid must be", settings.Output);
        Assert.Contains("Delivery:Lease must be", settings.Output);
        Assert.Contains("leads to no database that answers", database.Output);
        Directory.Delete(folder, recursive: true);
    }
}
