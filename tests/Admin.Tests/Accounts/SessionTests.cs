using System.Net;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Accounts;

public class SessionTests
{
    [Fact]
    public async Task A_session_closed_from_elsewhere_is_over_at_the_next_click()
    {
        await using var host = await AdminHost.Start();
        using var here = await host.SignedIn();
        using var there = host.Visitor();
        (await there.SignIn("ana@ejemplo.gob.pa", AdminHost.Password)).Dispose();

        using var closed = await here.Submit("/cuenta", "/cuenta/sesiones/cerrar");
        using var gone = await there.Get("/registros");
        using var stays = await here.Get("/registros");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (gone.StatusCode, stays.StatusCode));
    }

    [Fact]
    public async Task Nobody_closes_a_session_that_is_not_hers()
    {
        await using var host = await AdminHost.Start();
        using var ana = await host.SignedIn();
        using var eva = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa");
        var hers = await host.Seed.Ask<CoopDbContext, string>(db => db.StaffSessions.Join(db.Users, s => s.StaffId, u => u.Id, (s, u) => new { s.Id, u.Email }).Where(s => s.Email == "ana@ejemplo.gob.pa").Select(s => s.Id).SingleAsync());
        var (_, fields) = await eva.Fill("/cuenta", "/salir");

        (await eva.Post("/cuenta/sesiones/cerrar", [.. fields, ("sesion", hers)])).Dispose();

        using var answer = await ana.Get("/registros");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_changed_role_and_territory_count_at_once()
    {
        await using var host = await AdminHost.Start();
        var bolivia = await host.Seed.Registration("Wilma", "Quispe", "BO", "BO-L", place: null);
        using var visitor = await host.SignedIn();
        using var before = await visitor.Get($"/registros/{bolivia.Value}");
        await host.Seed.Do<CoopDbContext>(async db =>
        {
            var member = await db.Users.SingleAsync();
            (member.Role, member.Country) = (StaffRole.Viewer, "PA");
            await db.SaveChangesAsync();
        });

        using var registration = await visitor.Get($"/registros/{bolivia.Value}");
        using var staff = await visitor.Get("/personal");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (before.StatusCode, registration.StatusCode));
        Assert.Contains("/sin-permiso", staff.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copied_cookie_does_not_outlive_signing_out()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();
        var (action, fields) = await visitor.Fill("/", "/salir");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/registros"));
        request.Headers.Add("Cookie", visitor.Cookies);
        (await visitor.Post(action, fields)).Dispose();

        using var thief = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var answer = await thief.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
