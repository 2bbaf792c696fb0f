using System.Globalization;
using System.Net;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Allies;

public class AllyPagesTests
{
    [Fact]
    public async Task An_institution_is_added_with_its_contact_agreement_and_commitment_and_what_was_typed_stays_until_it_is_right()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn(country: "PA");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(host.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/Panama")).DateTime); // late and due count there

        using var wrong = await visitor.Submit("/aliadas/nueva", "nueva", ("Sent.Name", "Universidad de la Tierra"), ("Sent.Short", "UdT"), ("Sent.Role", ""), ("Sent.Days", "5"));
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        Assert.Contains("Escriba qué hace por las mujeres", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Universidad de la Tierra\"", page, StringComparison.Ordinal);
        using var added = await visitor.Submit("/aliadas/nueva", "nueva", ("Sent.Name", "Universidad de la Tierra"), ("Sent.Short", "UdT"), ("Sent.Role", "Da cursos de huerto."), ("Sent.Days", "5"), ("Sent.Regions", "PA-2"));
        var ally = Path(host, added);
        (await visitor.Submit(ally, ally + "/contacto", ("nombre", "Rosa Vega"), ("cargo", "decana"), ("telefono", "998-0000"))).Dispose();
        using var undated = await visitor.Submit(ally + "/convenio", "nuevo", ("Sent.Title", "Huertos"), ("Sent.From", ""), ("Sent.OfAlly", "da el curso"));
        Assert.Contains("Elija el primer día", WebUtility.HtmlDecode(await undated.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var signed = await visitor.Submit(ally + "/convenio", "nuevo", ("Sent.Title", "Huertos"), ("Sent.From", Day(today)), ("Sent.Until", Day(today.AddDays(40))), ("Sent.OfMinistry", "convoca\ntransporte"), ("Sent.OfAlly", "da el curso"));
        var agreement = Path(host, signed);
        using var promised = await visitor.Submit(ally, "/aliadas/compromisos/anotar", ("que", "Prestar la finca"), ("grupo", ""), ("paso", "PA-2.2"), ("dia", Day(today.AddDays(-1))));

        var read = await visitor.Read(ally);
        Assert.Contains("Coclé · responde en 5 días hábiles", read, StringComparison.Ordinal);
        Assert.Contains("Rosa Vega", read, StringComparison.Ordinal);
        Assert.Contains("Prestar la finca", read, StringComparison.Ordinal);
        Assert.Contains("Atrasado", read, StringComparison.Ordinal);
        Assert.Contains("transporte", await visitor.Read(agreement), StringComparison.Ordinal);
        var start = await visitor.Read("/");
        Assert.Contains("convenio por renovar", start, StringComparison.Ordinal);
        Assert.Contains("compromiso de una institución está atrasado", start, StringComparison.Ordinal);
        using var renewed = await visitor.Submit(agreement, agreement + "/renovar", ("dia", Day(today.AddDays(400))));
        Assert.EndsWith("aviso=guardado", renewed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Se renovó; antes llegaba hasta el", await visitor.Read(agreement), StringComparison.Ordinal);
        Assert.Contains("Ningún convenio por renovar", await visitor.Read("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_refer_from_her_page_the_institution_answers_and_staff_see_what_is_late()
    {
        await using var host = await AdminHost.Start();
        var inadeh = await host.Ally(code: "inadeh");
        var contact = await host.Seed.Contact();
        var registration = await host.Seed.Registration(contact: contact);
        using var registrar = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.Registrar, region: "PA-2");
        using var ally = await host.SignedIn("Nora Díaz", "nora@ejemplo.gob.pa", role: StaffRole.Ally, ally: inadeh);
        var path = $"/registros/{registration.Value}";
        Assert.Contains("Derivar a una institución", await registrar.Read(path), StringComparison.Ordinal);

        using var wrong = await registrar.Submit(path + "/derivar", "derivar", ("Sent.Ally", inadeh.Value.ToString()), ("Sent.Reason", "un curso de costura"));
        Assert.Contains("Marque al menos un dato", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var sent = await registrar.Submit(path + "/derivar", "derivar", ("Sent.Ally", inadeh.Value.ToString()), ("Sent.Reason", "un curso de costura"), ("Sent.Fields", "nombres"));
        Assert.EndsWith("aviso=derivada", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var page = Path(host, sent);
        var id = new ReferralId(Guid.Parse(page.Split('/')[^1]));
        Assert.Contains("Espera el permiso de ella", await registrar.Read(page), StringComparison.Ordinal);
        Assert.Contains("Ninguna derivación espera su respuesta", await ally.Read("/"), StringComparison.Ordinal);
        var her = await host.Seed.Ask<ProgrammeDb, ParticipantId>(db => db.Registrations.Select(r => r.ParticipantId).SingleAsync());
        await host.Seed.Do<AnswerSharing>(answer => answer.Answer(new(id, her, new(contact, "2026-1", "whatsapp", "es")), true, CancellationToken.None));
        Assert.Contains("derivación espera su respuesta", await ally.Read("/"), StringComparison.Ordinal);

        var by = await host.Seed.Ask<ProgrammeDb, DateTimeOffset>(db => db.Referrals.Select(r => r.AnswerBy!.Value).SingleAsync());
        host.Clock.Pass(by + TimeSpan.FromMinutes(1) - host.Clock.GetUtcNow());
        using var later = host.Visitor(); // her session ran out meanwhile
        (await later.SignIn("eva@ejemplo.gob.pa", AdminHost.Password)).Dispose();
        Assert.Contains("derivación sin respuesta a tiempo", await later.Read("/"), StringComparison.Ordinal);
        Assert.Contains("venció hoy", await later.Read("/aliadas/derivaciones?ver=atrasadas"), StringComparison.Ordinal);
        using var nora = host.Visitor();
        (await nora.SignIn("nora@ejemplo.gob.pa", AdminHost.Password)).Dispose();
        var received = $"/recibidas/{id.Value}";
        using var accepted = await nora.Submit(received, received + "/responder", ("hacer", "aceptar"));
        using var reported = await nora.Submit(received, received + "/responder", ("hacer", "informar"), ("texto", "empezó el curso"));
        using var finished = await nora.Submit(received, received + "/responder", ("hacer", "terminar"), ("resultado", "1"));

        Assert.EndsWith("aviso=recibida-aceptada", accepted.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.EndsWith("aviso=recibida-terminada", finished.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var history = await later.Read(page);
        foreach (var line in new[] { "Atendida", "La institución aceptó", "empezó el curso", "Nora Díaz", "texto 2026-1, whatsapp" }) Assert.Contains(line, history, StringComparison.Ordinal);
        Assert.DoesNotContain("derivación sin respuesta a tiempo", await later.Read("/"), StringComparison.Ordinal);
        var told = await host.Seed.Ask<Messaging.MessagingDb, List<string>>(db => db.Messages.OrderBy(m => m.Id).Select(m => m.Text).ToListAsync());
        Assert.Contains(told, text => text.Contains("Buenas noticias: INADEH va a atender su caso", StringComparison.Ordinal));
        Assert.Contains(told, text => text.Contains("Según INADEH, ya atendieron su caso", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_she_signed_on_paper_is_written_down_beside_what_others_said_in_the_chat_and_what_was_typed_stays_until_it_is_right()
    {
        await using var host = await AdminHost.Start();
        var inadeh = await host.Ally(code: "inadeh");
        var registration = await host.Seed.Registration();
        using var registrar = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", "PA", StaffRole.Registrar, region: "PA-2");
        using var sent = await registrar.Submit($"/registros/{registration.Value}/derivar", "derivar", ("Sent.Ally", inadeh.Value.ToString()), ("Sent.Reason", "un curso de costura"), ("Sent.Fields", "nombres"));
        var page = Path(host, sent);
        var form = "papel-" + await host.Seed.Ask<ProgrammeDb, long>(db => db.ReferralPeople.Select(p => p.Id).SingleAsync());
        var day = Day(DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime.AddDays(-3)));

        using var wrong = await registrar.Submit(page, form, ("dice", "si"), ("firmada", day), ("recibio", "Luz Mora"), ("hoja", "-"));
        var told = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        Assert.Contains("Escriba el número de la hoja", told, StringComparison.Ordinal);
        Assert.Contains("value=\"Luz Mora\"", told, StringComparison.Ordinal);
        using var kept = await registrar.Submit(page, form, ("dice", "si"), ("firmada", day), ("recibio", "Luz Mora"), ("hoja", "Coclé 12"));

        Assert.EndsWith("aviso=guardado", kept.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var read = await registrar.Read(page);
        Assert.Contains("en papel, hoja Coclé 12, firmada el", read, StringComparison.Ordinal);
        Assert.Contains("la recibió Luz Mora; la anotó Eva Rojas", read, StringComparison.Ordinal);
        Assert.Contains("quedan 10 días hábiles", read, StringComparison.Ordinal);
        Assert.True(await host.Seed.Ask<ProgrammeDb, bool>(db => db.ChangeEntries.AnyAsync(change => change.Subject == nameof(ReferralPerson) && change.Detail!.Contains("Sharing: Asked → Agreed"))));
        using var ended = await registrar.Submit(page, form, ("dice", "no"), ("firmada", day), ("recibio", "Luz Mora"), ("hoja", "Coclé 13"));
        Assert.Contains("Permiso retirado", await registrar.Read(page), StringComparison.Ordinal);
    }

    /// <summary>Where an answer leads, without its notice.</summary>
    private static string Path(AdminHost host, HttpResponseMessage answer) => new Uri(host.Address, answer.Headers.Location!).AbsolutePath;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
