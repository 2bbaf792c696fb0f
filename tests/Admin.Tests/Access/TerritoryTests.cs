using System.Net;

namespace CoopAssistant.Admin.Tests.Access;

/// <summary>What each territory sees of women in five places, on every page that shows women.</summary>
public class TerritoryTests
{
    [Theory]
    [InlineData(null, null, null, "anton", "chepo", "chorrera", "lapaz", "desconocida")]
    [InlineData("PA", null, null, "anton", "chepo", "chorrera", "desconocida")]
    [InlineData("BO", null, null, "lapaz")]
    [InlineData("PA", "PA-2", null, "anton")]
    [InlineData("PA", "PA-8", null, "chepo")]
    [InlineData("PA", null, "panama-este", "chepo")]
    [InlineData("PA", null, "cocle", "anton")]
    [InlineData("PA", null, "ya-no-existe")]
    public async Task Nobody_sees_what_is_not_theirs(string? country, string? region, string? office, params string[] visible)
    {
        await using var host = await AdminHost.Start();
        var women = await Women(host);
        using var visitor = await host.SignedIn(country: country, region: region, office: office);

        var (list, tickets, deliveries, live) = (await visitor.Read("/registros"), await visitor.Read("/conversaciones"), await visitor.Read("/envios"), await visitor.Read("/conversaciones/lista"));
        foreach (var (name, registration, ticket) in women)
        {
            var expected = visible.Contains(name);
            Assert.Equal((name, expected), (name, list.Contains($"Ana {name} Ruiz", StringComparison.Ordinal)));
            Assert.Equal((name, expected), (name, tickets.Contains($"Ana {name} Ruiz", StringComparison.Ordinal)));
            Assert.Equal((name, expected), (name, live.Contains($"Ana {name} Ruiz", StringComparison.Ordinal)));
            Assert.Equal((name, expected), (name, deliveries.Contains($"Aviso para {name}", StringComparison.Ordinal)));
            foreach (var path in new[] { $"/registros/{registration}", $"/conversaciones/{ticket}", $"/conversaciones/{ticket}/hilo" })
            {
                using var answer = await visitor.Get(path);
                Assert.Equal((path, expected ? HttpStatusCode.OK : HttpStatusCode.NotFound), (path, answer.StatusCode));
            }
        }
    }

    [Fact]
    public async Task A_failed_message_outside_the_territory_cannot_be_sent_again()
    {
        await using var host = await AdminHost.Start();
        await Women(host);
        using var visitor = await host.SignedIn(country: "BO");
        var page = await visitor.Read("/envios");
        var (_, fields) = await visitor.Fill("/cuenta", "/salir");

        for (var message = 1; message <= 5; message++) (await visitor.Post($"/envios/{message}/reintentar", fields)).Dispose();

        Assert.Contains("Aviso para lapaz", page, StringComparison.Ordinal);
        var retried = await host.Seed.Ask<Messaging.MessagingDb, List<string>>(db => Task.FromResult(db.Messages.Where(m => m.Delivery != Messaging.Conversations.Delivery.Failed).Select(m => m.Text).ToList()));
        Assert.Equal(["Aviso para lapaz"], retried);
    }

    [Fact]
    public async Task Who_is_not_registered_yet_is_answered_by_everybody_of_her_country()
    {
        await using var host = await AdminHost.Start();
        var ticket = await host.Seed.Ticket(await host.Seed.Contact(profileName: "Doña Petra"), country: "PA");
        using var cocle = await host.SignedIn(country: "PA", region: "PA-2");
        using var bolivia = await host.SignedIn("Luz Mamani", "luz@ejemplo.gob.bo", "BO");

        using var seen = await cocle.Get($"/conversaciones/{ticket}");
        using var hidden = await bolivia.Get($"/conversaciones/{ticket}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (seen.StatusCode, hidden.StatusCode));
    }

    private static async Task<List<(string Name, Guid Registration, long Ticket)>> Women(AdminHost host)
    {
        var women = new List<(string, Guid, long)>();
        foreach (var (name, country, region, place) in new (string, string, string?, string?)[]
            { ("anton", "PA", "PA-2", "PA-2.anton"), ("chepo", "PA", "PA-8", "PA-8.chepo"), ("chorrera", "PA", "PA-10", "PA-10.la-chorrera"), ("lapaz", "BO", "BO-L", null), ("desconocida", "PA", null, null) })
        {
            var contact = await host.Seed.Contact($"whatsapp:+5076000{women.Count:0000}");
            var registration = await host.Seed.Registration($"Ana {name}", "Ruiz", country, region!, place, document: null, contact: contact);
            await host.Seed.WeSaid(contact, $"Aviso para {name}", delivery: 9, errorCode: "63016");
            women.Add((name, registration.Value, await host.Seed.Ticket(contact, country: country)));
        }
        return women;
    }
}
