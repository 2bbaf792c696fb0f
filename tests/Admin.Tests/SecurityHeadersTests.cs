using System.Text.RegularExpressions;

namespace CoopAssistant.Admin.Tests;

public partial class SecurityHeadersTests
{
    [Theory]
    [InlineData("/entrar")]
    [InlineData("/registros")]
    [InlineData("/recursos/admin.css")]
    public async Task Every_answer_forbids_foreign_content_and_frames(string path)
    {
        await using var host = await AdminHost.Start();
        using var visitor = host.Visitor();

        using var answer = await visitor.Get(path);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Pages_with_personal_data_are_not_kept_by_browsers_and_hold_no_inline_script()
    {
        await using var host = await AdminHost.Start();
        await host.Seed.Registration();
        using var visitor = await host.SignedIn();

        using var answer = await visitor.Get("/registros");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotMatch(InlineScript(), page);
        Assert.DoesNotContain("http://", page.Replace("http://www.w3.org", "", StringComparison.Ordinal).Replace(host.Address.ToString(), "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Styles_are_sent_small_and_kept_for_good()
    {
        await using var host = await AdminHost.Start();
        using var visitor = host.Visitor();
        var address = Stylesheet().Match(await visitor.Read("/entrar")).Groups["address"].Value;

        using var answer = await visitor.Get(address);

        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("text/css", answer.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_tries_passwords_without_end_is_slowed_and_nobody_else()
    {
        await using var host = await AdminHost.Start();
        using var visitor = host.Visitor();

        var answers = new List<int>();
        for (var time = 0; time < 40; time++)
        {
            using var answer = await visitor.Post("/entrar", ("Form.Email", "ana@ejemplo.gob.pa"));
            answers.Add((int)answer.StatusCode);
        }
        using var page = await visitor.Get("/entrar");

        Assert.Contains(429, answers);
        Assert.Equal(303, answers[0]);
        Assert.Equal(200, (int)page.StatusCode);
    }

    [GeneratedRegex("<script(?![^>]*src=)|\\son[a-z]+=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlineScript();

    [GeneratedRegex("href=\"(?<address>/recursos/admin.css[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stylesheet();
}
