using System.Net;
using CoopAssistant.EndToEnd.Support;
using CoopAssistant.Programme;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.EndToEnd.Commands;

/// <summary>What <c>coop serve</c> offers, where, and to whom.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Each_face_serves_its_own_and_nothing_of_the_other_and_says_where()
    {
        using var coop = new CoopProcess();
        await coop.StartWhole();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        async Task<HttpStatusCode> Get(string url) => (await http.GetAsync(new Uri(url))).StatusCode;

        Assert.Equal(HttpStatusCode.OK, await Get(coop.BotUrl + "/"));
        Assert.Equal(HttpStatusCode.OK, await Get(coop.BotUrl + "/chat.js"));
        Assert.Equal(HttpStatusCode.OK, await Get(coop.AdminUrl + "/entrar"));
        foreach (var face in (string[])[coop.BotUrl, coop.AdminUrl])
            foreach (var health in (string[])["/health/live", "/health/ready"]) Assert.Equal(HttpStatusCode.OK, await Get(face + health));
        foreach (var path in (string[])["/entrar", "/registros", "/primera-cuenta", "/personal", "/simulator", "/simulator/twilio/2010-04-01/Accounts/x/Messages.json"])
            Assert.Equal(HttpStatusCode.NotFound, await Get(coop.BotUrl + path));
        foreach (var path in (string[])["/whatsapp", "/chat.js", "/v3/directline/conversations", "/simulator"])
            Assert.NotEqual(HttpStatusCode.OK, await Get(coop.AdminUrl + path));
        Assert.Contains("WhatsApp   is off: there are no Twilio settings", coop.Output);
        Assert.Contains(coop.AdminUrl + "/primera-cuenta?clave=", coop.Output);
    }

    [Fact]
    public async Task In_Development_an_empty_database_is_filled_with_invented_women_once_and_never_beside_a_real_number()
    {
        await using var database = await TestDatabase.CreateEmpty(DatabaseKind.Sqlite);
        await using var other = await TestDatabase.CreateEmpty(DatabaseKind.Sqlite);
        await using var twilio = await TwilioServer.Start();
        using var coop = new CoopProcess([.. CoopProcess.On(database), "--only", "bot"]) { Environment = "Development" };
        using var connected = new CoopProcess([.. CoopProcess.On(other, twilio), "--only", "bot"]) { Environment = "Development" };

        await coop.StartWhole();
        var filled = await Registrations(database);
        coop.Kill();
        await coop.Start();
        await connected.StartWhole();

        Assert.InRange(filled, 10, 1_000);
        Assert.Equal(filled, await Registrations(database));
        Assert.Equal(0, await Registrations(other));
        Assert.Empty(twilio.StandIn.Messages);
        Assert.Contains("WhatsApp   goes to the simulator", coop.Output);
        Assert.Contains($"WhatsApp   by Twilio, called at {connected.BotUrl}/whatsapp", connected.Output);
    }

    private static async Task<int> Registrations(TestDatabase database)
    {
        await using var scope = database.NewProcess().CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ProgrammeDb>().Registrations.CountAsync();
    }
}
