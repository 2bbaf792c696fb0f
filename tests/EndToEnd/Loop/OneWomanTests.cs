using System.Text.RegularExpressions;
using CoopAssistant.EndToEnd.Support;
using CoopAssistant.EndToEnd.WebChat;
using CoopAssistant.Messaging;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.EndToEnd.Loop;

public sealed partial class OneWomanTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task On_WhatsApp_and_on_the_web_at_once_she_is_two_contacts_and_after_her_proof_one_participant(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmpty(kind);
        await using var twilio = await TwilioServer.Start();
        using var coop = new CoopProcess([.. CoopProcess.On(database, twilio), "--only", "bot"]);
        await coop.Start();
        using var http = new HttpClient();
        using var signer = new OfficialSigner();
        var phone = new Phone(http, signer, coop.BotUrl, "+50760003333");
        using var web = await Visitor.Begin(coop.BotUrl);

        await web.Post("2");
        foreach (var text in Script.Registration) await phone.Says(text);
        await web.Post("1");
        var registered = await WholeRegistrationTests.Until(twilio, phone, "escriba ESTADO");
        var folio = Folio().Match(string.Join('\n', registered)).Value;
        var before = await Links(database);
        foreach (var text in (string[])["estado", folio, "4826"]) await web.Post(text);
        foreach (var text in (string[])["estado", "4826"]) await phone.Says(text);
        var onWhatsApp = (await WholeRegistrationTests.Until(twilio, phone, $"su registro {folio}"))[^1];
        var onTheWeb = (await web.Thread())[^1].Text;
        var after = await Links(database);

        Assert.Single(before);
        Assert.Equal(2, after.Select(link => link.Contact).Distinct().Count());
        Assert.Single(after.Select(link => link.Participant).Distinct());
        Assert.StartsWith($"Ana, su registro {folio}:\nRegistro recibido", onTheWeb);
        Assert.StartsWith(onTheWeb, onWhatsApp); // the same words; WhatsApp has its options below
    }

    private static async Task<IReadOnlyList<(long Contact, Guid Participant)>> Links(TestDatabase database)
    {
        await using var scope = database.NewProcess().CreateAsyncScope();
        var links = await scope.ServiceProvider.GetRequiredService<MessagingDb>().ContactParticipants.AsNoTracking().ToListAsync();
        return links.ConvertAll(link => (link.ContactId, link.ParticipantId.Value));
    }

    [GeneratedRegex(@"PA-\d{4}-\d{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Folio();
}
