using System.Net;
using System.Text.RegularExpressions;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Tests.Allies;

/// <summary>An institution, a regional officer and a coordinator of staff elsewhere each try to read what is not theirs.</summary>
public partial class AllyAccessTests
{
    [Fact]
    public async Task An_institution_sees_of_all_pages_only_what_was_shared_with_it()
    {
        await using var host = await AdminHost.Start();
        var (inadeh, arap) = (await host.Ally(code: "inadeh"), await host.Ally(code: "arap"));
        var (_, ofGroup, ofWoman) = await host.Seed.AlliesAtWork(inadeh, host.Clock);
        var other = await host.Seed.Refer(await host.Seed.Registration("Berta", "Quijano", phone: "+50769990000", document: "4-44-444"), arap);
        using var ally = await host.SignedIn("Nora Díaz", "nora@ejemplo.gob.pa", role: StaffRole.Ally, ally: inadeh);

        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Pages(host).Concat([$"/recibidas/{ofWoman.Value}", $"/recibidas/{ofGroup.Value}"])) read[path] = await ally.Read(path);

        Assert.All(read, page => Assert.DoesNotContain("Quijano", page.Value, StringComparison.Ordinal)); // the other institution's
        Assert.All(read, page => Assert.DoesNotContain("Iris", page.Value, StringComparison.Ordinal)); // asked, and silent
        Assert.All(read, page => Assert.DoesNotContain("Mora", page.Value, StringComparison.Ordinal)); // said no
        Assert.All(read, page => Assert.DoesNotContain("Solís", page.Value, StringComparison.Ordinal)); // a member who was asked only
        Assert.All(read, page => Assert.DoesNotContain("El Peñón", page.Value, StringComparison.Ordinal)); // a field that was not named
        Assert.Equal([$"/recibidas/{ofWoman.Value}"], read.Where(page => page.Value.Contains("Campos", StringComparison.Ordinal)).Select(page => page.Key));
        Assert.Contains("Panaderas de Río Hato", read["/recibidas"], StringComparison.Ordinal);
        using var stranger = await ally.Get($"/recibidas/{other.Value}");
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        foreach (var act in new[] { "aceptar", "rechazar", "informar", "terminar" })
        {
            using var answer = await ally.Post($"/recibidas/{other.Value}/responder", [.. (await ally.Fill("/cuenta", "/salir")).Fields, ("hacer", act), ("texto", "x"), ("resultado", "1")]);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Equal(ReferralState.Sent, await host.Seed.Ask<ProgrammeDb, ReferralState>(db => db.Referrals.Where(r => r.Id == other).Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task Each_look_at_shared_data_is_written_down_before_it_is_shown_and_ends_with_her_consent()
    {
        await using var host = await AdminHost.Start();
        var inadeh = await host.Ally(code: "inadeh");
        var registration = await host.Seed.Registration();
        var referral = await host.Seed.Refer(registration, inadeh);
        using var ally = await host.SignedIn("Nora Díaz", "nora@ejemplo.gob.pa", role: StaffRole.Ally, ally: inadeh);
        var her = await host.Seed.Ask<ProgrammeDb, ParticipantId>(db => db.Registrations.Select(r => r.ParticipantId).SingleAsync());

        Assert.Contains("+50761234567", await ally.Read($"/recibidas/{referral.Value}"), StringComparison.Ordinal);
        await host.Seed.Do<AnswerSharing>(answer => answer.Withdraw(new(referral, her, new(1, "2026-1", "web", "es")), CancellationToken.None));
        var after = await ally.Read($"/recibidas/{referral.Value}");

        Assert.DoesNotContain("+50761234567", after, StringComparison.Ordinal);
        Assert.DoesNotContain("costura", after, StringComparison.Ordinal);
        Assert.Contains("ya no se muestran", after, StringComparison.Ordinal);
        var entry = await host.Seed.Ask<ProgrammeDb, Programme.Audit.AccessEntry>(db => db.AccessEntries.SingleAsync());
        Assert.Equal((registration, "derivación: nombres, apellidos, teléfono para llamarla"), (entry.RegistrationId, entry.What));
    }

    [Fact]
    public async Task An_account_of_an_institution_needs_one_and_loses_all_with_it()
    {
        await using var host = await AdminHost.Start();
        var inadeh = await host.Ally(code: "inadeh");
        var referral = await host.Seed.Refer(await host.Seed.Registration(), inadeh);
        using var admin = await host.SignedIn();
        using var ally = await host.SignedIn("Nora Díaz", "nora@ejemplo.gob.pa", role: StaffRole.Ally, ally: inadeh);

        using var without = await admin.Submit("/personal/nueva", "invitar", ("Form.DisplayName", "Olga Paz"), ("Form.Email", "olga@ejemplo.gob.pa"), ("Form.Role", "Ally"), ("Form.Place", "PA"), ("Form.Ally", ""));
        Assert.Contains("necesita su institución", WebUtility.HtmlDecode(await without.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var with = await admin.Submit("/personal/nueva", "invitar", ("Form.DisplayName", "Olga Paz"), ("Form.Email", "olga@ejemplo.gob.pa"), ("Form.Role", "Ally"), ("Form.Place", ""), ("Form.Ally", inadeh.Value.ToString()));
        Assert.Contains("Cuenta lista", WebUtility.HtmlDecode(await with.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var olga = await host.Seed.Ask<Data.CoopDbContext, StaffMember>(db => db.Users.AsNoTracking().SingleAsync(u => u.Email == "olga@ejemplo.gob.pa"));
        Assert.Equal((inadeh, "PA"), (olga.AllyId!.Value, olga.Country));

        using (var open = await ally.Get($"/recibidas/{referral.Value}")) Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        using var closed = await admin.Submit($"/aliadas/{inadeh.Value}", $"/aliadas/{inadeh.Value}/cerrar");
        using var gone = await ally.Get($"/recibidas/{referral.Value}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Staff_of_another_region_or_country_reach_no_referral_commitment_or_agreement_that_is_not_theirs()
    {
        await using var host = await AdminHost.Start();
        var inadeh = await host.Ally(code: "inadeh");
        var (agreement, ofGroup, ofWoman) = await host.Seed.AlliesAtWork(inadeh, host.Clock);
        var registration = await host.Seed.Ask<ProgrammeDb, RegistrationId>(db => db.ReferralPeople.Where(p => p.ReferralId == ofWoman).Select(p => p.RegistrationId).SingleAsync());
        var commitment = await host.Seed.Ask<ProgrammeDb, CommitmentId>(db => db.Commitments.Select(c => c.Id).SingleAsync());
        using var elsewhere = await host.SignedIn("Luz Soto", "luz@ejemplo.gob.pa", "PA", StaffRole.RegionalDirector, region: "PA-4");
        using var bolivia = await host.SignedIn("Wilma Quispe", "wilma@ejemplo.gob.bo", "BO");

        foreach (var visitor in new[] { elsewhere, bolivia })
        {
            foreach (var path in new[] { $"/aliadas/derivaciones/{ofWoman.Value}", $"/aliadas/derivaciones/{ofGroup.Value}", $"/registros/{registration.Value}/derivar" })
            {
                using var answer = await visitor.Get(path);
                Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
            }
            foreach (var view in new[] { "atrasadas", "permiso", "enviadas", "aceptadas", "terminadas" })
                Assert.DoesNotContain("costura", await visitor.Read($"/aliadas/derivaciones?ver={view}"), StringComparison.Ordinal);
            Assert.DoesNotContain("Prestar el aula", await visitor.Read("/aliadas/compromisos"), StringComparison.Ordinal);
            Assert.DoesNotContain("Cursos de oficios", await visitor.Read("/aliadas/renovaciones"), StringComparison.Ordinal);
            var token = (await visitor.Fill("/cuenta", "/salir")).Fields;
            foreach (var (path, fields) in new (string, (string, string)[])[]
            {
                ($"/aliadas/derivaciones/{ofWoman.Value}/retirar", [("motivo", "x")]), ($"/aliadas/compromisos/{commitment.Value}/mover", [("paso", "Keep")]),
                ($"/aliadas/convenios/{agreement.Value}/terminar", [("motivo", "x")]), ($"/aliadas/convenios/{agreement.Value}/renovar", [("dia", "2040-01-01")]),
            })
            {
                using var answer = await visitor.Post(path, [.. token, .. fields]);
                Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
            }
        }
        using var foreign = await bolivia.Get($"/aliadas/{inadeh.Value}");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.DoesNotContain("/contacto", await elsewhere.Read($"/aliadas/{inadeh.Value}"), StringComparison.Ordinal); // the whole country's: only read
    }

    /// <summary>All pages of the app that need no id, and those of any one record.</summary>
    private static IEnumerable<string> Pages(AdminHost host) =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false && e.RoutePattern.RawText is { } text && !text.Contains('_', StringComparison.Ordinal))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(path => !path.Contains('{', StringComparison.Ordinal) && path != "/salir").Distinct(StringComparer.Ordinal);
}
