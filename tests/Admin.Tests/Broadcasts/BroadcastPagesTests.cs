using System.Net;
using System.Text.RegularExpressions;
using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Tests.Broadcasts;

public partial class BroadcastPagesTests
{
    private static readonly (string, string)[] Message = [("Sent.Where", "PA"), ("Sent.Title", "Feria de mayo"), ("Sent.Do", "guardar")];

    [Fact]
    public async Task A_broadcast_is_counted_saved_read_again_and_sent_only_by_its_number()
    {
        await using var host = await AdminHost.Start();
        await Women(host);
        using var visitor = await host.SignedIn();

        Assert.Contains("Escriba la primera", await visitor.Read("/difusiones"), StringComparison.Ordinal);
        Assert.Matches(@"<b[^>]*>2</b>\s*teléfonos o chats la reciben", await visitor.Read("/difusiones/contar?Sent.Where=PA"));
        using var empty = await visitor.Submit("/difusiones/nueva", "difusion", [.. Message, ("Sent.Text", " ")]);
        Assert.Contains("Escriba el mensaje", WebUtility.HtmlDecode(await empty.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var path = await Save(visitor, [.. Message, ("Sent.Text", "Hola {nombre}, hay feria.")]);

        var page = await visitor.Read(path);
        Assert.Contains("Hola Ana, hay feria.", page, StringComparison.Ordinal);
        Assert.Matches("No aceptó recibir mensajes: <b[^>]*>1</b>", page);
        Assert.Contains("Todo Panamá", page, StringComparison.Ordinal);
        using var wrong = await visitor.Submit(path, $"{path}/confirmar", ("numero", "3"));
        Assert.EndsWith("aviso=difusion-otro-numero", wrong.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var right = await visitor.Submit(path, $"{path}/confirmar", ("numero", "2"));
        Assert.EndsWith("aviso=difusion-enviando", right.Headers.Location!.OriginalString, StringComparison.Ordinal);

        Assert.Contains("Preparándose", await visitor.Read(path), StringComparison.Ordinal);
        using var paused = await visitor.Submit(path, $"{path}/pausar");
        Assert.Contains("Seguir enviando", await visitor.Read(path), StringComparison.Ordinal);
        using var stopped = await visitor.Submit(path, $"{path}/detener");
        Assert.Contains("Detenida", await visitor.Read(path), StringComparison.Ordinal);
        Assert.Contains("difusión", await visitor.Read("/auditoria?ver=cambios"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_template_its_gaps_are_asked_and_its_cost_is_reckoned()
    {
        await using var host = await AdminHost.Start(add: services => services.AddSingleton<IReadTemplates>(new Approved()));
        await Women(host, wroteAgo: TimeSpan.FromDays(3));
        using var visitor = await host.SignedIn();
        using var price = await visitor.Submit("/difusiones/precios", "/difusiones/precios/PA", ("precio", "0,02"), ("moneda", "USD"));
        using var tooMuch = await visitor.Submit("/difusiones/precios", "/difusiones/precios/PA", ("precio", "1000"), ("moneda", "USD"));

        using var counted = await visitor.Submit("/difusiones/nueva", "difusion", [.. Message[..^1], ("Sent.Do", "contar"), ("Sent.Template", "aviso_feria")]);
        var asked = WebUtility.HtmlDecode(await counted.Content.ReadAsStringAsync());
        var path = await Save(visitor, [.. Message, ("Sent.Template", "aviso_feria"), ("Sent.Variables[0]", "{nombre}"), ("Sent.Variables[1]", "Antón")]);

        Assert.Equal(("/difusiones/precios?aviso=guardado", "/difusiones/precios?aviso=precio-no"), (price.Headers.Location!.OriginalString, tooMuch.Headers.Location!.OriginalString));
        Assert.Contains("En lugar de {{2}}", asked, StringComparison.Ordinal);
        var page = await visitor.Read(path);
        Assert.Contains("Hola Ana, hay feria en Antón.", page, StringComparison.Ordinal);
        Assert.Matches("Con plantilla pagada: <b[^>]*>2</b>", page);
        Assert.Contains("0,04 USD", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_director_writes_to_her_own_region_alone_and_others_see_nothing_of_it()
    {
        await using var host = await AdminHost.Start();
        await Women(host);
        using var director = await host.SignedIn("Iris Mora", "iris@ejemplo.gob.pa", "PA", StaffRole.RegionalDirector, region: "PA-2");
        using var neighbour = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.RegionalDirector, region: "PA-9");

        using var whole = await director.Submit("/difusiones/nueva", "difusion", [.. Message, ("Sent.Text", "Hola")]);
        var path = await Save(director, [("Sent.Where", "PA/PA-2"), .. Message[1..], ("Sent.Text", "Hola")]);

        Assert.Contains("Elija un lugar de su territorio", WebUtility.HtmlDecode(await whole.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Matches(@"<b[^>]*>1</b>\s*teléfono o chat la recibe", await director.Read(path));
        using var seen = await neighbour.Get(path);
        using var progress = await neighbour.Get(path + "/avance");
        using var file = await neighbour.Get(path + "/resultados.csv");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (seen.StatusCode, progress.StatusCode, file.StatusCode));
        Assert.DoesNotContain("Feria de mayo", await neighbour.Read("/difusiones"), StringComparison.Ordinal);
        using var count = await director.Get("/difusiones/contar?Sent.Where=PA");
        Assert.Equal(HttpStatusCode.NotFound, count.StatusCode);
    }

    [Fact]
    public async Task Results_name_each_woman_and_go_into_a_file_which_is_written_down()
    {
        await using var host = await AdminHost.Start();
        var contacts = await Women(host);
        using var visitor = await host.SignedIn();
        var path = await Save(visitor, [.. Message, ("Sent.Text", "Hola {nombre}")]);
        using var confirmed = await visitor.Submit(path, $"{path}/confirmar", ("numero", "2"));
        var id = long.Parse(path.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        await host.Seed.Do<PrepareBroadcast>(prepare => prepare.Handle(id, CancellationToken.None));
        await host.Seed.Do<TellRecipient>(tell => tell.Handle(id, contacts[0], CancellationToken.None));
        await host.Seed.Do<MessagingDb>(db => db.Messages.Where(m => m.BroadcastId == id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Delivery, Messaging.Conversations.Delivery.Failed).SetProperty(m => m.ErrorCode, "63024")));

        var page = await visitor.Read(path);
        using var csv = await visitor.Get($"{path}/resultados.csv");
        var lines = (await csv.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("Ana Ríos", page, StringComparison.Ordinal);
        Assert.Contains("No llegó", page, StringComparison.Ordinal);
        Assert.Equal(4, lines.Length); // heading, two who get it, one who did not agree
        Assert.Contains("Ana Ríos", lines[1], StringComparison.Ordinal);
        Assert.Contains("Por enviar", lines[2], StringComparison.Ordinal);
        Assert.Equal(Programme.Audit.ChangeAction.Exported, await host.Seed.Ask<ProgrammeDb, string>(db => db.ChangeEntries.Where(e => e.Subject == "Broadcast").OrderByDescending(e => e.Id).Select(e => e.Action).FirstAsync()));
    }

    private static async Task<string> Save(Visitor visitor, (string, string)[] fields)
    {
        using var saved = await visitor.Submit("/difusiones/nueva", "difusion", fields);
        Assert.NotNull(saved.Headers.Location);
        return Path().Match(saved.Headers.Location.OriginalString).Value;
    }

    /// <summary>Ana in Coclé and Eva in Veraguas agree to messages, Luz in Coclé does not.</summary>
    private static async Task<long[]> Women(AdminHost host, TimeSpan wroteAgo = default)
    {
        var contacts = new List<long>();
        foreach (var (name, region, agrees, phone) in new[] { ("Ana", "PA-2", true, "1"), ("Eva", "PA-9", true, "2"), ("Luz", "PA-2", false, "3") })
        {
            contacts.Add(await host.Seed.Contact("whatsapp:+5076000000" + phone, lastWroteAgo: wroteAgo));
            await host.Seed.Registration(name, "Ríos", region: region, place: null, document: "8-1-" + phone, contact: contacts[^1], mayBeContacted: agrees);
        }
        return [.. contacts];
    }

    private sealed class Approved : IReadTemplates
    {
        public Task<IReadOnlyList<ProviderTemplate>?> Handle(CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<ProviderTemplate>?>([new("HX00000000000000000000000000000001", "aviso_feria", "es", "Hola {{1}}, hay feria en {{2}}.")]);
    }

    [GeneratedRegex(@"/difusiones/\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Path();
}
