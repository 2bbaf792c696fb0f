using System.Net;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Web;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Conversations;

public class InboxTests
{
    [Fact]
    public async Task A_conversation_put_aside_comes_back_by_itself_and_at_once_when_she_writes()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact(profileName: "Doña Petra");
        var ticket = await host.Seed.Ticket(contact);
        using var visitor = await host.SignedIn();

        (await visitor.Submit($"/conversaciones/{ticket}", $"/conversaciones/{ticket}/posponer", ("hasta", "3h"))).Dispose();
        var (waiting, aside) = (await visitor.Read("/conversaciones"), await visitor.Read("/conversaciones?ver=pospuestas"));
        await host.Seed.Do<NoteWaiting>(note => note.Handle(contact, CancellationToken.None));
        var written = await visitor.Read("/conversaciones");
        (await visitor.Submit($"/conversaciones/{ticket}", $"/conversaciones/{ticket}/posponer", ("hasta", "3h"))).Dispose();
        host.Clock.Pass(TimeSpan.FromHours(3.1));

        Assert.DoesNotContain("Doña Petra", waiting, StringComparison.Ordinal);
        Assert.Contains("Doña Petra", aside, StringComparison.Ordinal);
        Assert.Contains("Doña Petra", written, StringComparison.Ordinal);
        Assert.Contains("Doña Petra", await visitor.Read("/conversaciones"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_day_of_silence_the_bot_answers_again_but_not_where_she_waits_or_staff_put_it_aside()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();
        var (answered, waiting, aside) = (await host.Seed.Contact(), await host.Seed.Contact("whatsapp:+50760001235"), await host.Seed.Contact("whatsapp:+50760001236"));
        foreach (var contact in new[] { answered, waiting, aside })
        {
            var ticket = await host.Seed.Ticket(contact);
            if (contact != waiting) (await visitor.Submit($"/conversaciones/{ticket}", $"/conversaciones/{ticket}/responder", ("texto", "Buenos días"))).Dispose();
            if (contact == aside) await host.Seed.Do<SnoozeTicket>(snooze => snooze.Handle(ticket, host.Clock.GetUtcNow().AddDays(9), CancellationToken.None));
        }

        host.Clock.Pass(TimeSpan.FromHours(23));
        var early = await GivesBack(host);
        host.Clock.Pass(TimeSpan.FromHours(2));
        var given = await GivesBack(host);

        Assert.Equal((0, 1, 0), (early, given, await GivesBack(host)));
        var held = await host.Seed.Ask<MessagingDb, List<long>>(db => db.Conversations.Where(c => c.IsHeld).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());
        Assert.Equal([waiting, aside], held);
    }

    private static Task<int> GivesBack(AdminHost host) => host.Seed.Ask<HandBackAfterSilence, int>(give => give.Handle(TimeSpan.FromHours(24), CancellationToken.None));

    [Fact]
    public async Task A_closed_conversation_opens_again_unless_a_newer_one_is_open()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact();
        var ticket = await host.Seed.Ticket(contact);
        using var visitor = await host.SignedIn();
        (await visitor.Submit($"/conversaciones/{ticket}", $"/conversaciones/{ticket}/cerrar")).Dispose();

        using var reopened = await visitor.Submit($"/conversaciones/{ticket}", $"/conversaciones/{ticket}/reabrir");
        (await visitor.Submit($"/conversaciones/{ticket}", $"/conversaciones/{ticket}/cerrar")).Dispose();
        await host.Seed.Ticket(contact);
        using var refused = await visitor.Submit($"/conversaciones/{ticket}", $"/conversaciones/{ticket}/reabrir");

        Assert.EndsWith("aviso=reabierta", reopened.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("aviso=hay-otra", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ready_answer_is_filled_in_for_the_woman_of_the_conversation()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact();
        await host.Seed.Registration(contact: contact);
        var ticket = await host.Seed.Ticket(contact);
        using var visitor = await host.SignedIn();

        (await visitor.Submit("/conversaciones/respuestas", "/conversaciones/respuestas/guardar", ("titulo", "Oficina"), ("texto", "Hola {nombre}, soy {mi_nombre}. Venga a {oficina}."))).Dispose();

        Assert.Contains("Hola María, soy Ana Castillo. Venga a la oficina regional de MITRADEL en Coclé.", await visitor.Read($"/conversaciones/{ticket}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_stay_among_staff()
    {
        await using var host = await AdminHost.Start();
        var ticket = await host.Seed.Ticket(await host.Seed.Contact());
        using var visitor = await host.SignedIn();

        (await visitor.Submit($"/conversaciones/{ticket}", $"/conversaciones/{ticket}/nota", ("texto", "Llamar después de las 5"))).Dispose();

        Assert.Contains("Llamar después de las 5", await visitor.Read($"/conversaciones/{ticket}"), StringComparison.Ordinal);
        Assert.Equal(0, await host.Seed.Ask<MessagingDb, int>(db => db.Messages.CountAsync()));
    }

    [Fact]
    public async Task Who_types_is_shown_to_colleagues_and_forgotten_after_a_few_seconds()
    {
        await using var host = await AdminHost.Start();
        var ticket = await host.Seed.Ticket(await host.Seed.Contact());
        using var ana = await host.SignedIn();
        using var eva = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", role: StaffRole.Registrar);
        var (_, token) = await eva.Fill("/cuenta", "/salir");

        (await eva.Post($"/conversaciones/{ticket}/escribo", token)).Dispose();
        var (seen, own) = (await ana.Read($"/conversaciones/{ticket}/hilo"), await eva.Read($"/conversaciones/{ticket}/hilo"));
        host.Clock.Pass(TimeSpan.FromSeconds(9));

        Assert.Contains("Eva Rojas está escribiendo", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("está escribiendo", own, StringComparison.Ordinal);
        Assert.DoesNotContain("está escribiendo", await ana.Read($"/conversaciones/{ticket}/hilo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Her_picture_is_shown_in_place_to_who_may_see_her_and_the_look_is_written_down()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact("dl_petra", channel: Messaging.Contacts.Channel.Web);
        var ticket = await host.Seed.Ticket(contact);
        await SheSends(host, contact, "dl_petra", "AbCdEfGhIjKlMnOpQrStUv", "image/png", [1, 2, 3]);
        using var visitor = await host.SignedIn();
        using var stranger = host.Visitor();
        using var bolivia = await host.SignedIn("Luz Mamani", "luz@ejemplo.gob.bo", "BO", StaffRole.Registrar);
        var message = await host.Seed.Ask<MessagingDb, long>(db => db.Messages.Select(m => m.Id).SingleAsync());
        var path = $"/conversaciones/{ticket}/archivos/{message}/0";

        using var picture = await visitor.Get(path);
        using var hidden = await bolivia.Get(path);
        using var unknown = await stranger.Get(path);
        using var missing = await visitor.Get($"/conversaciones/{ticket}/archivos/{message}/1");

        Assert.Contains($"src=\"{path}\"", await visitor.Read($"/conversaciones/{ticket}"), StringComparison.Ordinal);
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal([1, 2, 3], await picture.Content.ReadAsByteArrayAsync());
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Redirect), (hidden.StatusCode, missing.StatusCode, unknown.StatusCode));
        Assert.Equal("nosniff", picture.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("vio un archivo de", await visitor.Read("/auditoria?ver=cambios"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html"), InlineData("image/svg+xml"), InlineData("application/pdf")]
    public async Task What_a_browser_could_run_is_only_saved(string type)
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact("dl_petra", channel: Messaging.Contacts.Channel.Web);
        var ticket = await host.Seed.Ticket(contact);
        await SheSends(host, contact, "dl_petra", "AbCdEfGhIjKlMnOpQrStUv", type, "<script>alert(1)</script>"u8.ToArray());
        using var visitor = await host.SignedIn();
        var message = await host.Seed.Ask<MessagingDb, long>(db => db.Messages.Select(m => m.Id).SingleAsync());

        using var file = await visitor.Get($"/conversaciones/{ticket}/archivos/{message}/0");

        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task A_file_of_another_woman_is_not_reached_through_ones_own_message()
    {
        await using var host = await AdminHost.Start();
        var (one, other) = (await host.Seed.Contact("dl_una", channel: Messaging.Contacts.Channel.Web), await host.Seed.Contact("dl_otra", channel: Messaging.Contacts.Channel.Web));
        var ticket = await host.Seed.Ticket(one);
        await SheSends(host, other, "dl_otra", "AbCdEfGhIjKlMnOpQrStUv", "image/png", [1, 2, 3]);
        await host.Seed.SheWrites(one, "mire");
        await host.Seed.Do<CoopDbContext>(db => db.Database.ExecuteSqlAsync($"UPDATE messages SET extras = (SELECT extras FROM messages WHERE conversation_id = {other}) WHERE conversation_id = {one}"));
        using var visitor = await host.SignedIn();
        var message = await host.Seed.Ask<MessagingDb, long>(db => db.Messages.Where(m => m.ConversationId == one).Select(m => m.Id).SingleAsync());

        using var answer = await visitor.Get($"/conversaciones/{ticket}/archivos/{message}/0");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Directors_see_who_waits_longer_than_promised()
    {
        await using var host = await AdminHost.Start(settings => settings["Admin:AnswerWithin"] = "02:00:00");
        host.Clock.Pass(new DateTimeOffset(2041, 3, 11, 15, 0, 0, TimeSpan.Zero) - host.Clock.GetUtcNow()); // a Monday at ten: offices are open
        await host.Seed.Ticket(await host.Seed.Contact(profileName: "Doña Petra"));
        host.Clock.Pass(TimeSpan.FromHours(2.5));
        await host.Seed.Ticket(await host.Seed.Contact("whatsapp:+50769998888", "Doña Rita"));
        using var director = await host.SignedIn(role: StaffRole.RegionalDirector);
        using var registrar = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", role: StaffRole.Registrar);

        var (start, list) = (await director.Read("/"), await director.Read("/conversaciones?ver=pasadas"));

        Assert.Contains("conversación pasó el plazo de respuesta", start, StringComparison.Ordinal);
        Assert.Contains("Doña Petra", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Doña Rita", list, StringComparison.Ordinal);
        Assert.DoesNotContain("plazo de respuesta", await registrar.Read("/"), StringComparison.Ordinal);
    }

    private static async Task SheSends(AdminHost host, long contact, string address, string id, string type, byte[] bytes)
    {
        await host.Seed.Do<MessagingDb>(db =>
        {
            db.WebUploads.Add(new WebUpload(id, address, "foto", type, bytes, host.Clock.GetUtcNow()));
            return db.SaveAsync(CancellationToken.None);
        });
        await host.Seed.SheWrites(contact, "");
        var extras = $$"""{"received":[{"url":"/v3/directline/attachments/{{id}}/foto","contentType":"{{type}}"}]}""";
        await host.Seed.Do<CoopDbContext>(db => db.Database.ExecuteSqlAsync($"UPDATE messages SET extras = {extras} WHERE conversation_id = {contact}"));
    }
}
