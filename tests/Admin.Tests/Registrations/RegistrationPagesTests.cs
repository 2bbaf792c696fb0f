using System.Net;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Registrations;

public class RegistrationPagesTests
{
    [Fact]
    public async Task The_list_filters_by_what_its_address_says()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Registration("María Elena", "Pérez Santos");
        await host.Seed.Registration("Wilma", "Quispe Mamani", "BO", "BO-L", place: null, document: "4823771 LP");
        using var visitor = await host.SignedIn();

        var everybody = await visitor.Read("/registros");
        var bolivia = await visitor.Read("/registros?pais=BO");
        var typed = await visitor.Read("/registros?q=PEREZ");

        Assert.Contains("María Elena Pérez Santos", everybody, StringComparison.Ordinal);
        Assert.Contains("Wilma Quispe Mamani", everybody, StringComparison.Ordinal);
        Assert.DoesNotContain("María Elena", bolivia, StringComparison.Ordinal);
        Assert.DoesNotContain("Wilma", typed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_of_one_country_do_not_see_the_other()
    {
        await using var host = await AdminHost.Start();
        var panama = await host.Seed.Registration();
        using var visitor = await host.SignedIn("Luz Mamani", "luz@ejemplo.gob.bo", "BO");

        using var page = await visitor.Get($"/registros/{panama.Value}");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain("María Elena", await visitor.Read("/registros"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_and_phone_are_covered_until_their_showing_is_written_down()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        using var visitor = await host.SignedIn();
        var path = $"/registros/{registration.Value}";

        var covered = await visitor.Read(path);
        using var uncovered = await visitor.Submit(path, "mostrar");
        var shown = WebUtility.HtmlDecode(await uncovered.Content.ReadAsStringAsync());

        Assert.DoesNotContain("8-123-456", covered, StringComparison.Ordinal);
        Assert.DoesNotContain("+50761234567", covered, StringComparison.Ordinal);
        Assert.Contains("8-123-456", shown, StringComparison.Ordinal);
        var entry = await host.Seed.Ask<ProgrammeDb, Programme.Audit.AccessEntry>(db => db.AccessEntries.SingleAsync(e => e.RegistrationId == registration));
        Assert.Equal("documento y teléfono", entry.What);
    }

    [Fact]
    public async Task Moving_a_registration_tells_her_and_names_who_decided()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact();
        var registration = await host.Seed.Registration(contact: contact);
        using var visitor = await host.SignedIn();

        using var moved = await visitor.Submit($"/registros/{registration.Value}", "mover-AskForInformation", ("Sent.Detail", "la foto de su cédula"));
        var page = await visitor.Read($"/registros/{registration.Value}");

        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Contains("Falta un dato", page, StringComparison.Ordinal);
        Assert.Contains("Ana Castillo", page, StringComparison.Ordinal);
        var told = await host.Seed.Ask<MessagingDb, Message>(db => db.Messages.SingleAsync(m => m.ConversationId == contact));
        Assert.Contains("Nos falta un dato: la foto de su cédula", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_on_an_outdated_page_is_not_taken_and_its_words_are_kept()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        using var visitor = await host.SignedIn();
        var sent = await visitor.Fill($"/registros/{registration.Value}", "mover-AskForInformation", ("Sent.Detail", "la foto de su cédula"));
        await host.Seed.Do<MoveRegistration>(move => move.Handle(new(registration, RegistrationTrigger.Review, "otra", null), CancellationToken.None));

        using var answer = await visitor.Post(sent.Action, sent.Fields);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Contains("Alguien más cambió este registro", page, StringComparison.Ordinal);
        Assert.Contains(">la foto de su cédula</textarea>", page, StringComparison.Ordinal);
        var status = await host.Seed.Ask<ProgrammeDb, RegistrationStatus>(db => db.Registrations.Where(r => r.Id == registration).Select(r => r.Status).SingleAsync());
        Assert.Equal(RegistrationStatus.InReview, status);
    }

    [Fact]
    public async Task A_step_that_is_none_any_more_leads_to_the_registration_as_it_stands_and_its_words_are_kept()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        using var visitor = await host.SignedIn();
        var sent = await visitor.Fill($"/registros/{registration.Value}", "mover-Review", ("Sent.Detail", "la llamé el martes"));
        await host.Seed.Do<MoveRegistration>(move => move.Handle(new(registration, RegistrationTrigger.Review, "otra", null), CancellationToken.None));

        using var answer = await visitor.Post(sent.Action, sent.Fields);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Alguien más cambió este registro", page, StringComparison.Ordinal);
        Assert.Contains("<q>la llamé el martes</q>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("mover-Review", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marked_registrations_that_all_moved_meanwhile_are_named_one_by_one()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        using var visitor = await host.SignedIn();
        var sent = await visitor.Fill($"/registros/lote?paso=Review&id={registration.Value}", "mover-lote");
        await host.Seed.Do<MoveRegistration>(move => move.Handle(new(registration, RegistrationTrigger.Review, "otra", null), CancellationToken.None));

        using var answer = await visitor.Post(sent.Action, sent.Fields);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("María Elena Pérez Santos", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asked_for_no_messages_is_seen_before_one_is_written()
    {
        await using var host = await AdminHost.Start();
        var contact = await host.Seed.Contact();
        var registration = await host.Seed.Registration(contact: contact);
        using var visitor = await host.SignedIn();
        var before = await visitor.Read($"/registros/{registration.Value}");
        await host.Seed.Do<MessagingDb>(async db => { (await db.Conversations.SingleAsync(c => c.Id == contact)).OptOut(); await db.SaveAsync(CancellationToken.None); });

        var after = await visitor.Read($"/registros/{registration.Value}");
        using var begun = await visitor.Submit($"/registros/{registration.Value}", "/conversaciones/escribir");

        Assert.DoesNotContain("Pidió no recibir mensajes", before, StringComparison.Ordinal);
        Assert.Contains("Pidió no recibir mensajes", after, StringComparison.Ordinal);
        Assert.Contains("lo que escriba ahora no se envía", await visitor.Read(begun.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_needs_a_reason_says_so()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        using var visitor = await host.SignedIn();

        using var answer = await visitor.Submit($"/registros/{registration.Value}", "mover-Close", ("Sent.Detail", "  "));

        Assert.Contains("Escriba por qué se cierra", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_with_markup_are_shown_as_they_were_typed()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Registration("<script>alert(1)</script>", "O'Brien\"");
        using var visitor = await host.SignedIn();

        using var answer = await visitor.Get("/registros");
        var raw = await answer.Content.ReadAsStringAsync();

        Assert.DoesNotContain("<script>alert", raw, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", raw, StringComparison.Ordinal);
    }
}
