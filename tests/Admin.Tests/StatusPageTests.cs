using System.Net;

namespace CoopAssistant.Admin.Tests;

public class StatusPageTests
{
    [Theory]
    [InlineData("/no-existe")]
    [InlineData("/registros/0190d0a0-0000-7000-8000-000000000000")]
    [InlineData("/conversaciones/987654")]
    public async Task What_is_not_there_is_said_kindly_under_its_own_address(string path)
    {
        await using var host = await AdminHost.Start();
        using var visitor = await host.SignedIn();

        using var answer = await visitor.Get(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Esta página no está", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_left_open_too_long_says_what_to_do()
    {
        await using var host = await AdminHost.Start(environment: "Production"); // Development shows what developers want to read
        var registration = await host.Seed.Registration();
        using var visitor = await host.SignedIn();
        await Accounts.SecondStepTests.SetUp(visitor);

        using var answer = await visitor.Post($"/registros/{registration.Value}", ("_handler", "mover-Review"), ("__RequestVerificationToken", "vencida"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("No se pudo guardar", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
