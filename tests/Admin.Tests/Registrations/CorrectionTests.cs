using System.Net;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Certificates;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Registrations;

public class CorrectionTests
{
    [Fact]
    public async Task An_answer_is_put_right_with_a_reason_and_the_old_one_stays_in_the_history()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        using var visitor = await host.SignedIn();
        var path = $"/registros/{registration.Value}";

        using var unexplained = await visitor.Submit($"{path}/corregir/comunidad", "corregir", ("Sent.Text", "La Pintada"), ("Sent.Reason", " "));
        using var saved = await visitor.Submit($"{path}/corregir/comunidad", "corregir", ("Sent.Text", "La Pintada"), ("Sent.Reason", "Lo aclaró por teléfono"));
        var page = await visitor.Read(path);

        Assert.Contains("Escriba por qué se corrige.", WebUtility.HtmlDecode(await unexplained.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.EndsWith("aviso=corregido", saved.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("El Peñón → La Pintada. Motivo: Lo aclaró por teléfono", page, StringComparison.Ordinal);
        Assert.Contains("Ana Castillo", page, StringComparison.Ordinal);
        Assert.Contains("corrección", await visitor.Read("/auditoria?ver=cambios"), StringComparison.Ordinal);
        Assert.Contains("María Elena", await visitor.Read("/registros?q=pintada"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nacimiento", "hace mucho", "Escriba el año con 4 cifras")]
    [InlineData("nacimiento", "72", "la edad con la palabra años")]
    [InlineData("nacimiento", "2024", "menor de edad")]
    [InlineData("documento", "12", "no parece completo")]
    [InlineData("nombres", "123", "no parece un nombre")]
    [InlineData("comunidad", "", "No se pudo leer")]
    public async Task The_form_refuses_what_it_would_refuse_from_her_and_keeps_what_was_typed(string question, string typed, string says)
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        using var visitor = await host.SignedIn();

        using var answer = await visitor.Submit($"/registros/{registration.Value}/corregir/{question}", "corregir", ("Sent.Text", typed), ("Sent.Reason", "revisión"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{typed}\"", page, StringComparison.Ordinal);
        Assert.Contains(">revisión</textarea>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_correct_one_answer_get_a_conflict_screen_and_nothing_is_overwritten_unseen()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        using var ana = await host.SignedIn();
        using var eva = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa");
        var path = $"/registros/{registration.Value}/corregir/comunidad";
        var (action, fields) = await ana.Fill(path, "corregir", ("Sent.Text", "Penonomé centro"), ("Sent.Reason", "lo dijo ella"));
        (await eva.Submit(path, "corregir", ("Sent.Text", "Llano Grande"), ("Sent.Reason", "lo dijo su hija"))).Dispose();

        using var answer = await ana.Post(action, fields);
        var conflict = await answer.Content.ReadAsStringAsync();
        var screen = WebUtility.HtmlDecode(conflict);
        var before = await Community(host, registration);
        var (again, mine) = ana.FillIn(conflict, "corregir", path, ("Sent.Text", "Penonomé centro"), ("Sent.Reason", "lo dijo ella"));
        (await ana.Post(again, mine)).Dispose();

        Assert.Contains("Alguien más cambió este registro mientras usted escribía", screen, StringComparison.Ordinal);
        Assert.Contains("El Peñón → Llano Grande. Motivo: lo dijo su hija", screen, StringComparison.Ordinal);
        Assert.Contains("Eva Rojas", screen, StringComparison.Ordinal);
        Assert.Contains("value=\"Penonomé centro\"", screen, StringComparison.Ordinal);
        Assert.Equal("Llano Grande", before);
        Assert.Equal("Penonomé centro", await Community(host, registration));
    }

    [Fact]
    public async Task Document_and_phone_stay_masked_in_the_field_and_in_the_history_until_uncovered()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration(document: "8-765-432");
        var twin = await host.Seed.Registration("Otra", "Mujer", phone: null, document: "8-765-432");
        using var visitor = await host.SignedIn();
        var path = $"/registros/{registration.Value}";

        var field = await visitor.Read($"{path}/corregir/documento");
        (await visitor.Submit($"{path}/corregir/documento", "corregir", ("Sent.Text", "9-222-333"), ("Sent.Reason", "copia de su cédula"))).Dispose();
        var page = await visitor.Read(path);
        using var uncovered = await visitor.Submit(path, "mostrar");

        Assert.DoesNotContain("8-765-432", field + page, StringComparison.Ordinal);
        Assert.DoesNotContain("9-222-333", page, StringComparison.Ordinal);
        Assert.Contains("•-•••-432 → •-•••-333", page, StringComparison.Ordinal);
        Assert.Contains("8-765-432 → 9-222-333", WebUtility.HtmlDecode(await uncovered.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.False(await host.Seed.Ask<ProgrammeDb, bool>(db => db.Registrations.Where(r => r.Id == twin).Select(r => r.HasDuplicateDocument).SingleAsync()));
    }

    [Fact]
    public async Task A_place_that_is_not_sure_is_asked_about_and_an_outer_place_takes_the_inner_one_with_it()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        using var visitor = await host.SignedIn();
        var path = $"/registros/{registration.Value}/corregir";

        (await visitor.Submit($"{path}/provincia", "corregir", ("Sent.Text", "Veraguas"), ("Sent.Reason", "se mudó"))).Dispose();
        (await visitor.Submit($"{path}/distrito", "corregir", ("Sent.Text", "Santiago"), ("Sent.Reason", "se mudó"))).Dispose();
        var settled = await Place(host, registration);
        using var unknown = await visitor.Submit($"{path}/distrito", "corregir", ("Sent.Text", "Xyzabc"), ("Sent.Reason", "así lo dice"));
        var asked = await unknown.Content.ReadAsStringAsync();
        var (action, fields) = visitor.FillIn(asked, "corregir", $"{path}/distrito", ("Sent.Text", "="), ("Sent.Reason", "así lo dice"));
        (await visitor.Post(action, fields)).Dispose();
        (await visitor.Submit($"{path}/provincia", "corregir", ("Sent.Text", "Coclé"), ("Sent.Reason", "volvió"))).Dispose();

        Assert.StartsWith("PA-9.", settled, StringComparison.Ordinal);
        Assert.Contains("Dejarlo con sus palabras", WebUtility.HtmlDecode(asked), StringComparison.Ordinal);
        Assert.Equal("PA-2", await Place(host, registration));
        Assert.Contains("Xyzabc → ya no se pregunta", await visitor.Read($"/registros/{registration.Value}"), StringComparison.Ordinal);
        Assert.Equal(1, await host.Seed.Ask<ProgrammeDb, int>(db => db.UnknownPlaces.CountAsync(u => u.RegistrationId == registration && u.SettledAt != null)));
    }

    [Fact]
    public async Task A_corrected_name_stands_on_her_certificate_under_the_same_code_and_she_is_found_by_it()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration("Marya Elena", "Peres Santos");
        var code = await HasCertificate(host);
        using var ana = await host.SignedIn();
        var path = $"/registros/{registration.Value}";
        Assert.Contains("Marya Elena", await ana.Read("/registros?q=marya"), StringComparison.Ordinal);

        (await ana.Submit($"{path}/corregir/nombres", "corregir", ("Sent.Text", "Yolanda"), ("Sent.Reason", "Así está en su cédula"))).Dispose();
        (await ana.Submit($"{path}/corregir/apellidos", "corregir", ("Sent.Text", "Pérez Santos"), ("Sent.Reason", "Así está en su cédula"))).Dispose();
        var (page, again) = (await ana.Read(path), await ana.Read($"{path}/corregir/nombres"));

        Assert.Contains("Yolanda Pérez Santos</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Motivo: Así está en su cédula", page, StringComparison.Ordinal);
        Assert.Contains($"{code.ToString()}</b>", again, StringComparison.Ordinal);
        Assert.Contains("a nombre de Yolanda Pérez Santos", again, StringComparison.Ordinal);
        Assert.Contains("/corregir/nombres", await ana.Read($"{path}/aprendizaje"), StringComparison.Ordinal);
        Assert.Contains("Yolanda", await ana.Read("/registros?q=yolanda"), StringComparison.Ordinal);
        Assert.DoesNotContain("Yolanda", await ana.Read("/registros?q=marya"), StringComparison.Ordinal);
        await host.Seed.Do<CoursesDb>(async db => Assert.Equal((code.Canonical, "Yolanda Pérez Santos"), await db.Certificates.Select(c => ValueTuple.Create(c.Code, c.Name)).SingleAsync()));
        Assert.Contains("nombre; impresa de nuevo", await ana.Read("/auditoria?ver=cambios"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_corrects_outside_her_territory_nor_a_secret_nor_without_the_permission()
    {
        await using var host = await AdminHost.Start();
        var registration = await host.Seed.Registration();
        using var everywhere = await host.SignedIn();
        using var bolivia = await host.SignedIn("Luz Mamani", "luz@ejemplo.gob.bo", "BO", StaffRole.Registrar);
        using var adviser = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", role: StaffRole.Adviser);
        var path = $"/registros/{registration.Value}/corregir";
        var (action, fields) = await everywhere.Fill($"{path}/comunidad", "corregir", ("Sent.Text", "Otra"), ("Sent.Reason", "x"));
        foreach (var stranger in new[] { bolivia, adviser })
        {
            var token = (await stranger.Fill("/cuenta", "/salir")).Fields.Single(f => f.Name == "__RequestVerificationToken");
            (await stranger.Post(action, [.. fields.Where(f => f.Name != token.Name), token])).Dispose();
        }
        using var secret = await everywhere.Get($"{path}/pin");
        using var nothing = await everywhere.Get($"{path}/no-existe");

        Assert.Equal("El Peñón", await Community(host, registration));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (secret.StatusCode, nothing.StatusCode));
        Assert.DoesNotContain("/corregir/", await adviser.Read($"/registros/{registration.Value}"), StringComparison.Ordinal);
    }

    private static async Task<CertificateCode> HasCertificate(AdminHost host)
    {
        var code = CertificateCode.Draw();
        await host.Seed.Do<CoursesDb>(async db =>
        {
            var participant = await host.Seed.Ask<ProgrammeDb, ParticipantId>(programme => programme.Registrations.Select(r => r.ParticipantId).SingleAsync());
            db.Certificates.Add(Certificate.Issue(code, "gestion-cooperativa", participant, "PA", "Marya Elena Peres Santos", "Gestión cooperativa", 40, 8, host.Clock.GetUtcNow(), host.Clock.GetUtcNow()));
            await db.SaveAsync(default);
        });
        return code;
    }

    private static Task<string?> Community(AdminHost host, RegistrationId id) => host.Seed.Ask<ProgrammeDb, string?>(db => db.Registrations.Where(r => r.Id == id).Select(r => r.Community).SingleAsync());

    private static Task<string?> Place(AdminHost host, RegistrationId id) => host.Seed.Ask<ProgrammeDb, string?>(db => db.Registrations.Where(r => r.Id == id).Select(r => r.PlaceCode).SingleAsync());
}
