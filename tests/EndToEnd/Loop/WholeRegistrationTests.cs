using System.Net;
using System.Text.RegularExpressions;
using CoopAssistant.EndToEnd.Support;
using CoopAssistant.Testing;

namespace CoopAssistant.EndToEnd.Loop;

/// <summary>The main job over the wire: webhooks signed by Twilio's own library, the program as it ships, what it sends kept by a Twilio of its own.</summary>
public sealed partial class WholeRegistrationTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task She_registers_on_WhatsApp_and_asks_from_another_phone_how_it_stands(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmpty(kind);
        await using var twilio = await TwilioServer.Start();
        using var coop = new CoopProcess([.. CoopProcess.On(database, twilio), "--only", "bot"]);
        await coop.Start();
        using var http = new HttpClient();
        using var signer = new OfficialSigner();
        var hers = new Phone(http, signer, coop.BotUrl, "+50760001111");
        var sisters = new Phone(http, signer, coop.BotUrl, "+50760002222");

        foreach (var text in Script.Registration) Assert.Equal(HttpStatusCode.OK, await hers.Says(text));
        var heard = await Until(twilio, hers, "escriba ESTADO");
        var folio = Folio().Match(string.Join('\n', heard)).Value;
        foreach (var text in (string[])["hola", "2", "1", "estado", folio, "4827", "4826"]) Assert.Equal(HttpStatusCode.OK, await sisters.Says(text));
        var told = await Until(twilio, sisters, $"Ana, su registro {folio}");

        Assert.StartsWith("Hola, qué gusto saludarla.", heard[0]);
        Assert.Contains(heard, said => said.StartsWith("Revise, por favor.", StringComparison.Ordinal) && said.Contains("Nombres: Ana María", StringComparison.Ordinal));
        Assert.Contains("Registro recibido", told[^1]);
        Assert.DoesNotContain(told.SkipLast(1), said => said.Contains("Ana", StringComparison.Ordinal));
        Assert.DoesNotContain("4826", coop.Output);
        Assert.DoesNotContain("60001111", coop.Output);
    }

    /// <summary>All she has heard, once the last of it contains this.</summary>
    internal static async Task<IReadOnlyList<string>> Until(TwilioServer twilio, Phone phone, string text)
    {
        for (var count = 1; ; count++)
        {
            var heard = await twilio.Hears(phone.Address, count);
            if (heard[^1].Contains(text, StringComparison.Ordinal)) return heard;
        }
    }

    [GeneratedRegex(@"PA-\d{4}-\d{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Folio();
}
