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

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_form_that_its_page_has_no_more_is_explained_in_Spanish_and_its_words_are_given_back(string environment)
    {
        await using var host = await AdminHost.Start(environment: environment);
        var registration = await host.Seed.Registration();
        using var visitor = await host.SignedIn();
        if (environment == "Production") await Accounts.SecondStepTests.SetUp(visitor);
        var (address, fields) = await visitor.Fill($"/registros/{registration.Value}", "mover-Review", ("Sent.Detail", "volver a llamar"));

        using var answer = await visitor.Post(address, [.. fields.Select(field => field.Name == "_handler" ? (field.Name, "ya-no-esta") : field)]);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Esto cambió mientras usted lo tenía abierto", page, StringComparison.Ordinal);
        Assert.Contains("<q>volver a llamar</q>", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/registros/{registration.Value}\">Ver cómo está ahora", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cannot submit", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_page_left_open_too_long_says_what_to_do(string environment)
    {
        await using var host = await AdminHost.Start(environment: environment);
        var registration = await host.Seed.Registration();
        using var visitor = await host.SignedIn();
        if (environment == "Production") await Accounts.SecondStepTests.SetUp(visitor);

        using var answer = await visitor.Post($"/registros/{registration.Value}", ("_handler", "mover-Review"), ("__RequestVerificationToken", "vencida"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("No se pudo guardar", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
