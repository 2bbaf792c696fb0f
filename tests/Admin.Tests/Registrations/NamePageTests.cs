using System.Net;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Certificates;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Registrations;

public sealed class NamePageTests : IAsyncLifetime
{
    private AdminHost host = null!;
    private RegistrationId woman;

    public async Task InitializeAsync()
    {
        host = await AdminHost.Start();
        woman = await host.Seed.Registration("Marya Elena", "Peres Santos");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    private string Page => $"/registros/{woman.Value}/nombre";

    [Fact]
    public async Task A_corrected_name_stands_on_her_certificate_under_the_same_code_and_it_is_known_who_and_why()
    {
        var code = await HasCertificate();
        using var ana = await host.SignedIn();

        using var corrected = await ana.Submit(Page, "nombre", ("Sent.GivenNames", "María Elena"), ("Sent.Surnames", "Pérez Santos"), ("Sent.Reason", "Así está en su cédula"));
        var registration = await ana.Read(corrected.Headers.Location!.ToString());
        var again = await ana.Read(Page);

        Assert.Contains("Nombre corregido", registration, StringComparison.Ordinal);
        Assert.Contains("María Elena Pérez Santos</h1>", registration, StringComparison.Ordinal);
        Assert.Contains("Motivo: Así está en su cédula", registration, StringComparison.Ordinal);
        Assert.Contains("Ana Castillo", registration, StringComparison.Ordinal);
        Assert.Contains($"{code.ToString()}</b>", again, StringComparison.Ordinal);
        Assert.Contains("a nombre de María Elena Pérez Santos", again, StringComparison.Ordinal);
        await host.Seed.Do<CoursesDb>(async db => Assert.Equal((code.Canonical, "María Elena Pérez Santos"), await db.Certificates.Select(c => ValueTuple.Create(c.Code, c.Name)).SingleAsync()));
        var audit = await ana.Read("/auditoria?ver=cambios");
        Assert.Contains("nombres; apellidos", audit, StringComparison.Ordinal);
        Assert.Contains("nombre; impresa de nuevo", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task She_is_found_by_the_corrected_name_and_no_more_by_the_wrong_one()
    {
        using var ana = await host.SignedIn();
        Assert.Contains("Marya Elena", await ana.Read("/registros?q=marya"), StringComparison.Ordinal);

        (await ana.Submit(Page, "nombre", ("Sent.GivenNames", "Yolanda"), ("Sent.Surnames", "Pérez Santos"), ("Sent.Reason", "Era el nombre de su hermana"))).Dispose();

        Assert.Contains("Yolanda", await ana.Read("/registros?q=yolanda"), StringComparison.Ordinal);
        Assert.DoesNotContain("Yolanda", await ana.Read("/registros?q=marya"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("María", "Pérez", "  ", "Escriba el motivo")]
    [InlineData("María", "¿?", "Así está en su cédula", "Escriba los nombres y los apellidos")]
    [InlineData("", "Pérez", "Así está en su cédula", "Escriba los nombres y los apellidos")]
    public async Task What_is_missing_is_said_and_nothing_typed_is_lost(string given, string surnames, string reason, string says)
    {
        using var ana = await host.SignedIn();

        using var refused = await ana.Submit(Page, "nombre", ("Sent.GivenNames", given), ("Sent.Surnames", surnames), ("Sent.Reason", reason));
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{surnames}\"", page, StringComparison.Ordinal);
        Assert.Equal("Marya Elena", await GivenNames());
    }

    [Fact]
    public async Task Who_corrects_what_a_colleague_corrected_meanwhile_is_told()
    {
        using var ana = await host.SignedIn();
        var (action, seen) = await ana.Fill(Page, "nombre", ("Sent.GivenNames", "Mariela"), ("Sent.Surnames", "Pérez"), ("Sent.Reason", "Lo dijo ella"));
        (await ana.Submit(Page, "nombre", ("Sent.GivenNames", "María Elena"), ("Sent.Surnames", "Pérez Santos"), ("Sent.Reason", "Así está en su cédula"))).Dispose();

        using var late = await ana.Post(action, seen);
        var page = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync());

        Assert.Contains("ahora dice María Elena Pérez Santos", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Mariela\"", page, StringComparison.Ordinal);
        Assert.Equal("María Elena", await GivenNames());
    }

    [Fact]
    public async Task Who_may_not_review_or_works_elsewhere_cannot_correct_it()
    {
        using var viewer = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", role: StaffRole.Viewer);
        using var bolivian = await host.SignedIn("Luz Mamani", "luz@ejemplo.gob.bo", "BO");

        using var refused = await viewer.Get(Page);
        using var hidden = await bolivian.Get(Page);

        Assert.Contains("/sin-permiso", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(CorrectNameResult.NotFound, await host.Seed.Ask<CorrectRegisteredName, CorrectNameResult>(correct => correct.Handle(
            new(woman, "Ana", "Ríos", "porque sí", "Marya Elena Peres Santos", "luz", Territory.OfCountry("BO")), default)));
    }

    private Task<string> GivenNames() => host.Seed.Ask<ProgrammeDb, string>(db => db.Participants.Select(p => p.GivenNames).SingleAsync());

    private async Task<CertificateCode> HasCertificate()
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
}
