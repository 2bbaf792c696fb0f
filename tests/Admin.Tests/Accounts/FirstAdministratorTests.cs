using System.Net;
using CoopAssistant.Admin.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Tests.Accounts;

public class FirstAdministratorTests
{
    [Fact]
    public async Task The_link_creates_the_first_administrator_who_is_then_signed_in()
    {
        await using var host = await AdminHost.Start();
        using var visitor = host.Visitor();
        var link = await Link(host);

        using var created = await Create(visitor, link!);

        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        Assert.Contains("Rosa Aguilar", await visitor.Read("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_works_once()
    {
        await using var host = await AdminHost.Start();
        using var first = host.Visitor();
        using var second = host.Visitor();
        var link = await Link(host);
        (await Create(first, link!)).Dispose();

        var page = await second.Read(link!);

        Assert.Contains("Este enlace ya no sirve", page, StringComparison.Ordinal);
        Assert.Null(await Link(host));
    }

    [Fact]
    public async Task Who_comes_to_the_door_before_there_is_an_account_hears_where_the_link_is()
    {
        await using var host = await AdminHost.Start();
        using var visitor = host.Visitor();
        var link = await Link(host);

        var before = await visitor.Read("/entrar");
        (await Create(visitor, link!)).Dispose();
        using var next = host.Visitor();
        var after = await next.Read("/entrar");

        Assert.Contains("abra el enlace que salió en la terminal", before, StringComparison.Ordinal);
        Assert.DoesNotContain("terminal", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_open_the_link_at_once_make_one_account()
    {
        await using var host = await AdminHost.Start();
        using var first = host.Visitor();
        using var second = host.Visitor();
        var link = await Link(host);

        var answers = await Task.WhenAll(Create(first, link!, "rosa@ejemplo.gob.pa"), Create(second, link!, "otra@ejemplo.gob.pa"));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task Who_comes_second_is_told_that_the_link_is_used_up()
    {
        await using var host = await AdminHost.Start();
        using var first = host.Visitor();
        using var second = host.Visitor();
        var link = await Link(host);
        var (address, fields) = await second.Fill(link!, "primera");
        (await Create(first, link!)).Dispose();

        using var answer = await second.Post(address, fields);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("Este enlace ya no sirve", await second.Read(answer.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_expires()
    {
        await using var host = await AdminHost.Start();
        using var visitor = host.Visitor();
        var link = await Link(host);

        host.Clock.Pass(TimeSpan.FromHours(25));

        Assert.Contains("Este enlace ya no sirve", await visitor.Read(link!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guessed_key_opens_nothing()
    {
        await using var host = await AdminHost.Start();
        using var visitor = host.Visitor();
        await Link(host);

        Assert.Contains("Este enlace ya no sirve", await visitor.Read("/primera-cuenta?clave=0000"), StringComparison.Ordinal);
        Assert.Contains("Este enlace ya no sirve", await visitor.Read("/primera-cuenta"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("corta", "al menos 12 caracteres")]
    [InlineData("Rosa Aguilar", "fácil de adivinar")]
    [InlineData("contraseña123", "fácil de adivinar")]
    public async Task A_weak_password_is_refused_and_the_link_stays_open(string password, string because)
    {
        await using var host = await AdminHost.Start();
        using var visitor = host.Visitor();
        var link = await Link(host);

        using var refused = await Create(visitor, link!, password: password);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Contains(because, page, StringComparison.Ordinal);
        Assert.Contains("Bienvenida al sistema", await visitor.Read(link!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invited_colleague_chooses_her_password_once()
    {
        await using var host = await AdminHost.Start();
        using var visitor = host.Visitor();
        var added = await host.Seed.Ask<AddStaffMember, AddStaffResult>(add => add.Handle(new("Luz Mamani", "luz@ejemplo.gob.bo", "BO"), CancellationToken.None));
        var link = Assert.IsType<AddStaffResult.Added>(added).Invitation!.PathAndQuery;

        using var chosen = await visitor.Submit(link, "invitacion", ("Form.Password", AdminHost.Password), ("Form.Again", AdminHost.Password));

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Contains("Luz Mamani", await visitor.Read("/"), StringComparison.Ordinal);
        Assert.Contains("Este enlace ya no sirve", await visitor.Read(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_accounts_cannot_share_an_address()
    {
        await using var host = await AdminHost.Start();
        await host.Staff();

        var again = await host.Seed.Ask<AddStaffMember, AddStaffResult>(add => add.Handle(new("Otra Ana", "ANA@ejemplo.gob.pa"), CancellationToken.None));

        Assert.Contains("Ya hay una cuenta con ese correo.", Assert.IsType<AddStaffResult.Refused>(again).Reasons);
    }

    private static async Task<string?> Link(AdminHost host) =>
        (await host.Services.GetRequiredService<FirstAdministratorLink>().Offer(CancellationToken.None))?.PathAndQuery;

    private static Task<HttpResponseMessage> Create(Visitor visitor, string link, string email = "rosa@ejemplo.gob.pa", string password = AdminHost.Password) =>
        visitor.Submit(link, "primera", ("Form.DisplayName", "Rosa Aguilar"), ("Form.Email", email), ("Form.Password", password), ("Form.Again", password));
}
