using System.Net;
using System.Text.RegularExpressions;

namespace CoopAssistant.Admin.Tests.Accounts;

public partial class SecondStepTests
{
    [Fact]
    public async Task A_new_account_sees_nothing_before_the_second_step_is_set_up()
    {
        await using var host = await AdminHost.Start(environment: "Production");
        using var visitor = await host.SignedIn();

        foreach (var path in new[] { "/", "/registros", "/conversaciones/lista", "/cuenta", "/auditoria.csv" })
        {
            using var answer = await visitor.Get(path);
            Assert.Equal((path, "/cuenta/dos-pasos"), (path, answer.Headers.Location?.ToString()));
        }
    }

    [Fact]
    public async Task Once_set_up_each_sign_in_asks_for_the_code()
    {
        await using var host = await AdminHost.Start(environment: "Production");
        using var first = await host.SignedIn();
        var (key, codes) = await SetUp(first);
        using var second = host.Visitor();

        using var half = await second.SignIn("ana@ejemplo.gob.pa", AdminHost.Password, "/entrar?a=%2Fregistros");
        using var kept = await second.Get("/registros");
        using var wrong = await second.Submit(half.Headers.Location!.ToString(), "codigo", ("Form.Code", "12345"));
        using var whole = await second.Submit(half.Headers.Location!.ToString(), "codigo", ("Form.Code", Totp.Code(key)));

        Assert.Equal(10, codes.Count);
        Assert.StartsWith("/entrar/codigo", new Uri(host.Address, half.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Contains("Ese código no sirve", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.EndsWith("/registros", whole.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Ana Castillo", await second.Read("/registros"), StringComparison.Ordinal);
        Assert.Contains("Ana Castillo", await first.Read("/registros"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        await using var host = await AdminHost.Start(environment: "Production");
        using var first = await host.SignedIn();
        var (_, codes) = await SetUp(first);

        var outcomes = new List<HttpStatusCode>();
        for (var time = 0; time < 2; time++)
        {
            using var visitor = host.Visitor();
            (await visitor.SignIn("ana@ejemplo.gob.pa", AdminHost.Password)).Dispose();
            using var answer = await visitor.Submit("/entrar/codigo?recuperar=1", "codigo", ("Form.Code", codes[0]));
            outcomes.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.OK], outcomes);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_as_wrong_passwords_do()
    {
        await using var host = await AdminHost.Start(environment: "Production");
        using var first = await host.SignedIn();
        var (key, _) = await SetUp(first);
        using var visitor = host.Visitor();
        (await visitor.SignIn("ana@ejemplo.gob.pa", AdminHost.Password)).Dispose();

        for (var attempt = 0; attempt < 5; attempt++) (await visitor.Submit("/entrar/codigo", "codigo", ("Form.Code", "12345"))).Dispose();
        using var refused = await visitor.Submit("/entrar/codigo", "codigo", ("Form.Code", Totp.Code(key)));

        Assert.Contains("bloqueada 15 minutos", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Development_the_password_is_enough()
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();

        using var answer = await visitor.Get("/registros");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Sets the second step up as its page says; gives the app's key and the recovery codes.</summary>
    internal static async Task<(string Key, IReadOnlyList<string> Codes)> SetUp(Visitor visitor)
    {
        var key = Key().Match(await visitor.Read("/cuenta/dos-pasos")).Groups["key"].Value;
        using var done = await visitor.Submit("/cuenta/dos-pasos", "activar", ("Code", Totp.Code(key)));
        var page = WebUtility.HtmlDecode(await done.Content.ReadAsStringAsync());
        return (key, [.. Codes().Matches(page).Select(m => m.Groups["code"].Value)]);
    }

    [GeneratedRegex("clave: <code[^>]*>(?<key>[A-Z2-7 ]+)</code>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();

    [GeneratedRegex("<li[^>]*><code[^>]*>(?<code>[^<]+)</code></li>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Codes();
}
