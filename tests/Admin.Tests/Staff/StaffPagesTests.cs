using System.Net;
using System.Text.RegularExpressions;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Staff;

public partial class StaffPagesTests
{
    [Fact]
    public async Task An_invited_colleague_chooses_a_password_and_works_in_her_place_only()
    {
        await using var host = await AdminHost.Start();
        using var administrator = await host.SignedIn();
        using var colleague = host.Visitor();

        using var invited = await administrator.Submit("/personal/nueva", "invitar", ("Form.DisplayName", "Luz Mamani"), ("Form.Email", "luz@ejemplo.gob.bo"), ("Form.Role", "Registrar"), ("Form.Place", "BO/BO-L"));
        var link = Link().Match(WebUtility.HtmlDecode(await invited.Content.ReadAsStringAsync())).Groups["link"].Value;
        using var chosen = await colleague.Submit(link, "invitacion", ("Form.Password", AdminHost.Password), ("Form.Again", AdminHost.Password));
        var account = await colleague.Read("/cuenta");

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Contains("Registro · La Paz, Bolivia", account, StringComparison.Ordinal);
        Assert.Contains("Este enlace ya no sirve", await colleague.Read(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_link_replaces_the_older_and_does_not_pass_the_second_step()
    {
        await using var host = await AdminHost.Start();
        using var administrator = await host.SignedIn();
        await host.Staff("Eva Rojas", "eva@ejemplo.gob.pa", role: StaffRole.Registrar);
        var path = "/personal/" + await Id(host, "eva@ejemplo.gob.pa");
        await host.Seed.Do<CoopDbContext>(async db =>
        {
            (await db.Users.SingleAsync(u => u.Email == "eva@ejemplo.gob.pa")).TwoFactorEnabled = true;
            await db.SaveChangesAsync();
        });

        var links = new List<string>();
        for (var time = 0; time < 2; time++)
        {
            using var made = await administrator.Submit(path, "enlace");
            links.Add(Link().Match(WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync())).Groups["link"].Value);
        }
        using var visitor = host.Visitor();
        var older = await visitor.Read(links[0]);
        using var chosen = await visitor.Submit(links[1], "invitacion", ("Form.Password", "otra nube lenta verde"), ("Form.Again", "otra nube lenta verde"));

        Assert.Contains("Este enlace ya no sirve", older, StringComparison.Ordinal);
        Assert.EndsWith("/entrar", chosen.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_cannot_come_back()
    {
        await using var host = await AdminHost.Start();
        using var administrator = await host.SignedIn();
        using var eva = await host.SignedIn("Eva Rojas", "eva@ejemplo.gob.pa", role: StaffRole.Registrar);

        (await administrator.Submit("/personal/" + await Id(host, "eva@ejemplo.gob.pa"), "desactivar")).Dispose();
        using var outside = await eva.Get("/registros");
        using var again = await eva.SignIn("eva@ejemplo.gob.pa", AdminHost.Password);

        Assert.Equal(HttpStatusCode.Redirect, outside.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_and_ones_own_rights_cannot_be_taken_away()
    {
        await using var host = await AdminHost.Start();
        using var administrator = await host.SignedIn();
        var path = "/personal/" + await Id(host, "ana@ejemplo.gob.pa");

        using var closed = await administrator.Submit(path, "desactivar");
        using var lowered = await administrator.Submit(path, "cambiar", ("Form.DisplayName", "Ana Castillo"), ("Form.Email", "ana@ejemplo.gob.pa"), ("Form.Role", "Viewer"), ("Form.Place", ""));

        Assert.Contains("cuenta-propia", closed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("cuenta-propia", lowered.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_of_one_country_neither_sees_nor_makes_accounts_beyond_it()
    {
        await using var host = await AdminHost.Start();
        await host.Staff("Rosa Aguilar", "rosa@ejemplo.gob.pa");
        using var bolivia = await host.SignedIn("Luz Mamani", "luz@ejemplo.gob.bo", "BO");

        using var page = await bolivia.Get("/personal/" + await Id(host, "rosa@ejemplo.gob.pa"));
        using var invited = await bolivia.Submit("/personal/nueva", "invitar", ("Form.DisplayName", "Pía Soto"), ("Form.Email", "pia@ejemplo.gob.pa"), ("Form.Role", "Administrator"), ("Form.Place", ""));

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain("Rosa Aguilar", await bolivia.Read("/personal"), StringComparison.Ordinal);
        Assert.Contains("dentro del suyo", WebUtility.HtmlDecode(await invited.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_administrators_on_one_account_do_not_overwrite_each_other()
    {
        await using var host = await AdminHost.Start();
        using var administrator = await host.SignedIn();
        await host.Staff("Eva Rojas", "eva@ejemplo.gob.pa", role: StaffRole.Registrar);
        var path = "/personal/" + await Id(host, "eva@ejemplo.gob.pa");
        (string, string)[] typed = [("Form.DisplayName", "Eva Rojas Díaz"), ("Form.Email", "eva@ejemplo.gob.pa"), ("Form.Role", "Viewer"), ("Form.Place", "PA")];
        var (action, fields) = await administrator.Fill(path, "cambiar", typed);
        using var first = await administrator.Submit(path, "cambiar", ("Form.DisplayName", "Eva R."), ("Form.Email", "eva@ejemplo.gob.pa"), ("Form.Role", "Adviser"), ("Form.Place", "PA"));

        using var second = await administrator.Post(action, fields);
        var page = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync());

        Assert.Contains("Alguien más cambió esta cuenta", page, StringComparison.Ordinal);
        Assert.Contains("Eva Rojas Díaz", page, StringComparison.Ordinal);
        Assert.Equal(StaffRole.Adviser, await host.Seed.Ask<CoopDbContext, StaffRole>(db => db.Users.Where(u => u.Email == "eva@ejemplo.gob.pa").Select(u => u.Role).SingleAsync()));
    }

    private static Task<string> Id(AdminHost host, string email) => host.Seed.Ask<CoopDbContext, string>(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync());

    [GeneratedRegex("value=\"https?://[^/\"]+(?<link>/invitacion[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
