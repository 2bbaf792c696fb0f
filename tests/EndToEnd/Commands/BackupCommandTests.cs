using System.Net;
using CoopAssistant.EndToEnd.Support;
using CoopAssistant.Testing;

namespace CoopAssistant.EndToEnd.Commands;

public sealed class BackupCommandTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_backup_made_while_it_serves_brings_back_what_was_said_until_then_while_it_serves(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmpty(kind);
        await using var twilio = await TwilioServer.Start();
        using var coop = new CoopProcess([.. CoopProcess.On(database, twilio), "--only", "bot"]);
        await coop.Start();
        using var http = new HttpClient();
        using var signer = new OfficialSigner();
        var ana = new Phone(http, signer, coop.BotUrl, "+50760010001");
        var rosa = new Phone(http, signer, coop.BotUrl, "+50760010002");
        var file = Path.Combine(coop.Folder, "copy.backup");

        await ana.Says("hola");
        await twilio.Hears(ana.Address, 2);
        var made = await CoopCommand.Run(coop.Folder, "", ["backup", file, .. CoopProcess.On(database)]);
        await ana.Says("2");
        await rosa.Says("hola");
        await twilio.Hears(ana.Address, 5);
        await twilio.Hears(rosa.Address, 2);
        var restored = await CoopCommand.Run(coop.Folder, "", ["restore", file, .. CoopProcess.On(database)]);
        await rosa.Says("hola");
        var again = await ana.Says("2");

        Assert.Equal((0, 0), (made.Code, restored.Code));
        Assert.Contains("copy.backup", made.Output);
        Assert.Contains("before-restore", restored.Output);
        Assert.Equal(HttpStatusCode.OK, again);
        var heard = await twilio.Hears(ana.Address, 8);
        Assert.Equal(heard.Skip(2).Take(3), heard.Skip(5)); // she is at the same question again
        Assert.Equal((await twilio.Hears(rosa.Address, 4)).Take(2), (await twilio.Hears(rosa.Address, 4)).Skip(2)); // and she is new again
    }

    [Fact]
    public async Task What_is_no_backup_changes_nothing_and_where_no_database_is_none_is_made()
    {
        var folder = Directory.CreateTempSubdirectory("coop-backup-").FullName;
        var file = Path.Combine(folder, "no.backup");
        await File.WriteAllTextAsync(file, "esto no es una copia");

        var restored = await CoopCommand.Run(folder, "", "restore", file);
        var missing = await CoopCommand.Run(folder, "", "restore", Path.Combine(folder, "missing.backup"));
        Directory.CreateDirectory(Path.Combine(folder, "elsewhere"));
        var nothing = await CoopCommand.Run(Path.Combine(folder, "elsewhere"), "", "backup", "copy.backup");

        Assert.Equal((1, 1, 1), (restored.Code, missing.Code, nothing.Code));
        Assert.Contains("is not a backup", restored.Errors);
        Assert.Contains("does not exist", missing.Errors);
        Assert.StartsWith("There is no database at", nothing.Errors);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(folder, "elsewhere")));
        Directory.Delete(folder, recursive: true);
    }
}
