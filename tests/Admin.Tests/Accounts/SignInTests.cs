using System.Net;

namespace CoopAssistant.Admin.Tests.Accounts;

public class SignInTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/registros")]
    [InlineData("/registros/0190d0a0-0000-7000-8000-000000000000")]
    [InlineData("/conversaciones")]
    [InlineData("/conversaciones/1/hilo")]
    [InlineData("/envios")]
    [InlineData("/lo-que-sea")]
    public async Task Nobody_sees_a_page_without_signing_in(string path)
    {
        await using var host = await AdminHost.Start();
        using var visitor = host.Visitor();

        using var answer = await visitor.Get(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/entrar", answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task Who_signs_in_lands_where_she_wanted_to_go()
    {
        await using var host = await AdminHost.Start();
        await host.Staff();
        using var visitor = host.Visitor();

        using var answer = await visitor.SignIn("ana@ejemplo.gob.pa", AdminHost.Password, "/entrar?a=%2Fregistros%3Fpais%3DPA");

        Assert.EndsWith("/registros?pais=PA", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Ana Castillo", await visitor.Read("/registros"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://malo.example/")]
    [InlineData("//malo.example")]
    [InlineData("/\\malo.example")]
    [InlineData("/\tmalo")]
    public async Task Signing_in_never_leads_away(string wanted)
    {
        await using var host = await AdminHost.Start();
        await host.Staff();
        using var visitor = host.Visitor();

        using var answer = await visitor.SignIn("ana@ejemplo.gob.pa", AdminHost.Password, "/entrar?a=" + Uri.EscapeDataString(wanted));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(new Uri(host.Address, "/"), new Uri(host.Address, answer.Headers.Location!));
    }

    [Fact]
    public async Task The_fifth_wrong_password_locks_the_account_for_a_quarter_of_an_hour()
    {
        await using var host = await AdminHost.Start();
        await host.Staff();
        using var visitor = host.Visitor();

        for (var attempt = 0; attempt < 5; attempt++) (await visitor.SignIn("ana@ejemplo.gob.pa", "no es la contraseña")).Dispose();
        using var refused = await visitor.SignIn("ana@ejemplo.gob.pa", AdminHost.Password);
        var said = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("bloqueada 15 minutos", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_are_answered_alike()
    {
        await using var host = await AdminHost.Start();
        await host.Staff();
        using var visitor = host.Visitor();

        using var unknown = await visitor.SignIn("nadie@ejemplo.gob.pa", AdminHost.Password);
        using var wrong = await visitor.SignIn("ana@ejemplo.gob.pa", "no es la contraseña");

        Assert.Contains("no coinciden", WebUtility.HtmlDecode(await unknown.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("no coinciden", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();

        using var left = await visitor.Submit("/", "/salir");
        using var answer = await visitor.Get("/registros");

        Assert.Equal("/entrar", left.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Theory]
    [InlineData("/salir")]
    [InlineData("/conversaciones/1/cerrar")]
    [InlineData("/conversaciones/1/responder")]
    [InlineData("/conversaciones/escribir")]
    [InlineData("/envios/1/reintentar")]
    public async Task A_form_without_its_token_changes_nothing(string path)
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();

        using var answer = await visitor.Post(path, ("texto", "hola"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Cookies_are_kept_from_scripts_and_foreign_sites()
    {
        await using var host = await AdminHost.Start();
        await host.Staff();
        using var visitor = host.Visitor();

        using var answer = await visitor.SignIn("ana@ejemplo.gob.pa", AdminHost.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("coop-sesion=", StringComparison.Ordinal));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Over_https_cookies_are_secure_and_bound_to_the_host()
    {
        await using var host = await AdminHost.Start(settings => settings["Admin:Url"] = "https://admin.ejemplo.gob.pa");
        using var visitor = host.Visitor(behindHttps: true);

        using var answer = await visitor.Get("/entrar");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();

        Assert.StartsWith("__Host-coop-formulario=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/registros/{0}", "/registros/{0}/nota", "/registros/{0}?aviso=sin-sesion")]
    [InlineData("/registros/{0}?paso=Review&aviso=movido", "/registros/{0}/asignar", "/registros/{0}?paso=Review&aviso=sin-sesion")]
    [InlineData("https://otra.ejemplo/registros", "/registros/{0}/nota", "/?aviso=sin-sesion")]
    [InlineData("https://otra.ejemplo/registros", "/registros/{0}", "/registros/{0}?aviso=sin-sesion")]
    public async Task A_form_sent_after_the_session_ended_leads_back_to_its_page_which_says_that_it_was_not_saved(string page, string form, string expected)
    {
        await using var host = await AdminHost.Start();
        var id = (await host.Seed.Registration()).Value.ToString();
        await host.Staff();
        using var visitor = host.Visitor();
        string At(string address) => address.Replace("{0}", id, StringComparison.Ordinal);

        using var refused = await visitor.PostFrom(At(page), At(form), ("texto", "La llamé."));
        using var answer = await visitor.SignIn("ana@ejemplo.gob.pa", AdminHost.Password, refused.Headers.Location!.ToString());

        Assert.Equal(At(expected), Uri.UnescapeDataString(answer.Headers.Location!.ToString().Replace(host.Address.ToString().TrimEnd('/'), "", StringComparison.Ordinal)));
        Assert.Contains("Su sesión había terminado", await visitor.Read(answer.Headers.Location.ToString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_sign_in_page_left_open_too_long_comes_again(string environment)
    {
        await using var host = await AdminHost.Start(environment: environment);
        using var visitor = host.Visitor();

        using var answer = await visitor.Post("/entrar?a=%2Fregistros", ("_handler", "entrar"), ("__RequestVerificationToken", "vencida"));

        Assert.Equal((HttpStatusCode.SeeOther, "/entrar?a=%2Fregistros"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.DoesNotContain("antiforgery", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
