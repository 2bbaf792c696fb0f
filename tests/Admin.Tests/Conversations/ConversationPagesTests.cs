using System.Net;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Conversations;

public class ConversationPagesTests
{
    [Fact]
    public async Task Who_has_waited_longest_comes_first()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Ticket(await host.Seed.Contact("whatsapp:+50760000001", "Primera"));
        host.Clock.Pass(TimeSpan.FromMinutes(30));
        await host.Seed.Ticket(await host.Seed.Contact("whatsapp:+50760000002", "Segunda"));
        host.Clock.Pass(TimeSpan.FromMinutes(15));
        using var visitor = await host.SignedIn();

        var page = await visitor.Read("/conversaciones");

        Assert.True(page.IndexOf("Primera", StringComparison.Ordinal) < page.IndexOf("Segunda", StringComparison.Ordinal));
        Assert.Contains("Espera hace 45 minutos", page, StringComparison.Ordinal);
        Assert.Contains("Espera hace 15 minutos", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_is_said_holds_the_thread_and_stops_her_clock()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact();
        var ticket = await host.Seed.Ticket(contact, held: false);
        using var visitor = await host.SignedIn();

        using var sent = await visitor.Submit($"/conversaciones/{ticket}", $"/conversaciones/{ticket}/responder", ("texto", "Buenos días, ¿en qué le ayudo?"));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var said = await host.Seed.Ask<MessagingDb, Message>(db => db.Messages.SingleAsync(m => m.ConversationId == contact));
        Assert.Equal(("Buenos días, ¿en qué le ayudo?", Delivery.Pending), (said.Text, said.Delivery));
        Assert.True(await host.Seed.Ask<MessagingDb, bool>(db => db.Conversations.Where(c => c.Id == contact).Select(c => c.IsHeld).SingleAsync()));
        Assert.Null(await host.Seed.Ask<MessagingDb, DateTimeOffset?>(db => db.Tickets.Where(t => t.Id == ticket).Select(t => t.WaitingSince).SingleAsync()));
    }

    [Fact]
    public async Task After_24_hours_the_page_says_that_the_reply_will_wait()
    {
        await using var host = await AdminHost.Start();
        var ticket = await host.Seed.Ticket(await host.Seed.Contact(lastWroteAgo: TimeSpan.FromHours(25)));
        using var visitor = await host.SignedIn();

        var before = await visitor.Read($"/conversaciones/{ticket}");
        (await visitor.Submit($"/conversaciones/{ticket}", $"/conversaciones/{ticket}/responder", ("texto", "La esperamos el martes."))).Dispose();

        Assert.Contains("Pasaron más de 24 horas", before, StringComparison.Ordinal);
        Assert.Contains("saldrá cuando ella escriba", await visitor.Read($"/conversaciones/{ticket}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_live_thread_is_sent_only_when_it_changed()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact();
        var ticket = await host.Seed.Ticket(contact);
        using var visitor = await host.SignedIn();

        using var first = await visitor.Get($"/conversaciones/{ticket}/hilo");
        using var same = await visitor.Get($"/conversaciones/{ticket}/hilo", first.Headers.ETag!.ToString());
        await host.Seed.SheWrites(contact, "¿sigue ahí?");
        using var changed = await visitor.Get($"/conversaciones/{ticket}/hilo", first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Contains("¿sigue ahí?", WebUtility.HtmlDecode(await changed.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_gives_the_thread_back_to_the_bot()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact();
        var ticket = await host.Seed.Ticket(contact);
        using var visitor = await host.SignedIn();

        (await visitor.Submit($"/conversaciones/{ticket}", $"/conversaciones/{ticket}/cerrar")).Dispose();

        Assert.False(await host.Seed.Ask<MessagingDb, bool>(db => db.Conversations.Where(c => c.Id == contact).Select(c => c.IsHeld).SingleAsync()));
        Assert.Contains("Esta conversación está cerrada", await visitor.Read($"/conversaciones/{ticket}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handing_back_stops_her_clock_and_she_leaves_the_list_of_who_waits()
    {
        await using var host = await AdminHost.Start();
        var ticket = await host.Seed.Ticket(await host.Seed.Contact(profileName: "Yara"));
        using var visitor = await host.SignedIn();
        var before = await visitor.Read("/conversaciones");

        (await visitor.Submit($"/conversaciones/{ticket}", $"/conversaciones/{ticket}/devolver")).Dispose();

        Assert.Contains("Yara", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Yara", await visitor.Read("/conversaciones"), StringComparison.Ordinal);
        Assert.Contains("Contesta el asistente", await visitor.Read("/conversaciones?ver=abiertas"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_beside_the_live_thread_changes_with_it()
    {
        await using var host = await AdminHost.Start();
        var ticket = await host.Seed.Ticket(await host.Seed.Contact(), held: false);
        using var visitor = await host.SignedIn();
        var before = await visitor.Read($"/conversaciones/{ticket}/hilo");

        (await visitor.Submit($"/conversaciones/{ticket}", $"/conversaciones/{ticket}/responder", ("texto", "Buenos días."))).Dispose();
        var after = await visitor.Read($"/conversaciones/{ticket}/hilo");

        Assert.Contains("Atender yo", before, StringComparison.Ordinal);
        Assert.Contains("Devolver al asistente", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Her_document_and_phone_are_covered_in_what_is_said_until_their_showing_is_written_down()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact();
        var registration = await host.Seed.Registration(contact: contact);
        var ticket = await host.Seed.Ticket(contact);
        await host.Seed.WeSaid(contact, "Cédula: 8-123-456. Teléfono: +507 6123-4567.", (byte)Delivery.Failed, "63024");
        await host.Seed.SheWrites(contact, "sí, 8 123 456, y me llaman al 61234567");
        using var viewer = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", role: StaffRole.Adviser);
        using var visitor = await host.SignedIn();
        string[] clear = ["8-123-456", "8 123 456", "6123-4567", "61234567"];
        async Task<string[]> Clear(Visitor who, string address)
        {
            var page = await who.Read(address);
            return [.. clear.Where(number => page.Contains(number, StringComparison.Ordinal))];
        }

        var covered = await Clear(visitor, $"/conversaciones/{ticket}");
        using var answer = await visitor.Submit($"/conversaciones/{ticket}", "mostrar");
        var shown = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        var live = shown[(shown.IndexOf("data-live=\"", StringComparison.Ordinal) + 11)..].Split('"')[0];

        Assert.Empty(covered);
        Assert.All(clear, number => Assert.Contains(number, shown, StringComparison.Ordinal));
        Assert.Equal(clear, await Clear(visitor, live));
        Assert.Empty(await Clear(viewer, live));
        foreach (var address in (string[])[$"/conversaciones/{ticket}/hilo", $"/conversaciones/{ticket}/hilo?muestra=x", "/conversaciones", "/conversaciones/lista", "/envios"]) Assert.Empty(await Clear(visitor, address));
        Assert.Equal("documento y teléfono", await host.Seed.Ask<ProgrammeDb, string>(db => db.AccessEntries.Where(e => e.RegistrationId == registration).Select(e => e.What).SingleAsync()));
    }

    [Theory]
    [InlineData("8-123-456", "Cédula 8-123-456.", "Cédula •-•••-456.")]
    [InlineData("8-123-456", "es 8 123 456", "es • ••• 456")]
    [InlineData("8-123-456", "08.0123.456 o 8123456", "••.••••.456 o ••••456")]
    [InlineData("8-123-456", "18-123-456, 8-123-4567 y 8-123", "18-123-456, 8-123-4567 y 8-123")]
    [InlineData("PE-12-345", "pe 12 345", "•• •• 345")]
    [InlineData("4823771 LP", "4823771, 4823771LP o 4.823.771 lp", "••••771, ••••••1LP o •.•••.••• lp")]
    [InlineData("+50761234567", "+507 6123-4567, 6123 4567 o 0050761234567", "+••• ••••-•567, •••• •567 o ••••••••••567")]
    [InlineData("+59171234567", "(591) 712 34567; llegan 12 mujeres", "(•••) ••• ••567; llegan 12 mujeres")]
    [InlineData("", "nada que cubrir 1234", "nada que cubrir 1234")]
    public void A_number_is_covered_in_any_spelling_and_no_other_is(string number, string text, string covered) => Assert.Equal(covered, new NumbersInText([number, null]).Cover(text));

    [Fact]
    public async Task Staff_may_begin_a_conversation_from_a_registration()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration(contact: await host.Seed.Contact());
        using var visitor = await host.SignedIn();

        using var begun = await visitor.Submit($"/registros/{registration.Value}", "/conversaciones/escribir");

        Assert.StartsWith("/conversaciones/", begun.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("La escribe el personal", await visitor.Read(begun.Headers.Location.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_was_not_kept_is_not_shown_as_empty()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact();
        await host.Seed.SheWrites(contact, "");
        var ticket = await host.Seed.Ticket(contact, TicketReason.Violence);
        using var visitor = await host.SignedIn();

        Assert.Contains("no se guarda, para protegerla", await visitor.Read($"/conversaciones/{ticket}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_delivery_is_explained_and_may_be_tried_again()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact();
        await host.Seed.WeSaid(contact, "La reunión es el martes.", (byte)Delivery.Failed, "63024");
        using var visitor = await host.SignedIn();

        var page = await visitor.Read("/envios");
        var address = page[page.IndexOf("/envios/", StringComparison.Ordinal)..].Split('"')[0];
        (await visitor.Submit("/envios", address)).Dispose();

        Assert.Contains("La reunión es el martes.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("+50760001234", page, StringComparison.Ordinal);
        Assert.Equal(Delivery.Pending, await host.Seed.Ask<MessagingDb, Delivery>(db => db.Messages.Where(m => m.ConversationId == contact).Select(m => m.Delivery).SingleAsync()));
    }
}
