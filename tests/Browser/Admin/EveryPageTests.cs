using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Browser.Admin;

public class EveryPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public Task Every_page_is_accessible_and_fits_a_desk_and_a_small_phone() => chromium.VisitEach(part: 0);

    [Fact]
    public async Task The_door_is_accessible_and_fits_a_desk_and_a_small_phone()
    {
        await using var host = await AdminHost.Start();
        var link = await host.Services.GetRequiredService<FirstAdministratorLink>().Offer(CancellationToken.None);
        var page = await chromium.Open(host.Address);

        foreach (var path in new[] { "/entrar", link!.PathAndQuery, "/primera-cuenta?clave=vieja", "/invitacion", "/entrar/codigo", "/error" })
        {
            await page.GotoAsync(path);
            await page.IsAccessibleOnEveryScreen(path.Split('?')[0].Replace('/', '_'));
        }
    }
}

/// <summary>The other half of the pages, in a browser beside.</summary>
public class EveryOtherPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public Task Every_other_page_is_accessible_and_fits_a_desk_and_a_small_phone() => chromium.VisitEach(part: 1);
}
