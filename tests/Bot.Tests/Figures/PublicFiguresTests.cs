using System.Net;
using System.Text;

namespace CoopAssistant.Bot.Tests.Figures;

public sealed class PublicFiguresTests
{
    private static readonly (string, string) On = ("WebChat:PublishStatistics", "true");

    [Fact]
    public async Task Until_a_ministry_switches_it_on_there_is_no_page_and_no_link()
    {
        await using var host = await PublicHost.Start(women => women.Register(3));

        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/estadisticas")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/estadisticas.csv")).StatusCode);
        Assert.DoesNotContain("estadisticas", await host.Http.GetStringAsync("/"));
    }

    [Fact]
    public async Task Switched_on_it_shows_women_who_agreed_in_months_that_are_over_and_hides_small_cells()
    {
        await using var host = await PublicHost.Start(PublicHost.LastMonth, On);
        await host.Ready();

        var page = WebUtility.HtmlDecode(await host.Http.GetStringAsync("/estadisticas"));
        var csv = await host.Http.GetByteArrayAsync("/estadisticas.csv");
        var lines = Encoding.UTF8.GetString(csv).Split("\r\n");

        Assert.Contains("Hasta marzo de 2027", page);
        Assert.Contains("<dt>Mujeres registradas</dt><dd>22</dd>", page);
        Assert.Contains("<tr><th scope=\"row\">Coclé</th><td>12</td></tr>", page);
        Assert.Contains("<tr><th scope=\"row\">Chiriquí</th><td>no se muestra</td></tr>", page);
        Assert.Contains("<tr><th scope=\"row\">Veraguas</th><td>no se muestra</td></tr>", page);
        Assert.Contains("<tr><th scope=\"row\">Darién</th><td>0</td></tr>", page);
        Assert.DoesNotContain("<script", page);
        Assert.Equal((byte)0xEF, csv[0]);
        Assert.Contains("Panamá,Registradas por región,Coclé,PA-2,12", lines);
        Assert.Contains("Panamá,Registradas por región,Veraguas,PA-9,no se muestra", lines);
    }

    [Fact]
    public async Task How_cooperatives_are_doing_is_told_of_half_years_that_are_over_without_few_cooperatives_or_few_people()
    {
        await using var host = await PublicHost.Start(async house =>
        {
            var cooperatives = new List<Programme.GroupId>();
            for (var n = 0; n < 4; n++) cooperatives.Add(await house.Cooperative("PA-2"));
            house.Clock.Advance(TimeSpan.FromDays(95));
            foreach (var cooperative in cooperatives.Take(3)) await house.Visited(cooperative, ("socias_activas", "18"), ("mujeres_directiva", "1"), ("ventas", "350"));
        }, On);
        await host.Ready();
        Assert.DoesNotContain("Cómo van las cooperativas", WebUtility.HtmlDecode(await host.Http.GetStringAsync("/estadisticas"))); // June is not over

        await host.Later(TimeSpan.FromDays(25));
        var page = WebUtility.HtmlDecode(await host.Http.GetStringAsync("/estadisticas"));
        var lines = Encoding.UTF8.GetString(await host.Http.GetByteArrayAsync("/estadisticas.csv")).Split("\r\n");

        Assert.Contains("<h3>Cómo van las cooperativas, de enero a junio de 2027</h3>", page);
        Assert.Contains("<dt>Cooperativas que contaron cómo van</dt><dd>3</dd>", page);
        Assert.Contains("<dt>Socias que trabajan en la cooperativa</dt><dd>54</dd>", page);
        Assert.Contains("<dt>Mujeres con un cargo</dt><dd>no se muestra</dd>", page); // three women
        Assert.DoesNotContain("Ventas", page); // money is the cooperatives' own
        Assert.Contains("Panamá,\"Cómo van las cooperativas, de enero a junio de 2027\",Socias que trabajan en la cooperativa,socias_activas,54", lines);
    }

    [Fact]
    public async Task What_only_two_cooperatives_told_is_not_shown()
    {
        await using var host = await PublicHost.Start(async house =>
        {
            Programme.GroupId[] two = [await house.Cooperative("PA-2"), await house.Cooperative("PA-2")];
            house.Clock.Advance(TimeSpan.FromDays(95));
            foreach (var cooperative in two) await house.Visited(cooperative, ("socias_activas", "18"));
            house.Clock.Advance(TimeSpan.FromDays(25));
        }, On);
        await host.Ready();

        Assert.Contains("<dt>Socias que trabajan en la cooperativa</dt><dd>no se muestra</dd>", WebUtility.HtmlDecode(await host.Http.GetStringAsync("/estadisticas")));
    }

    [Fact]
    public async Task No_visitor_causes_a_query_and_the_page_is_renewed_hourly()
    {
        await using var host = await PublicHost.Start(PublicHost.LastMonth, On);
        await host.Ready();
        await host.Register(5, region: "PA-2");
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        var first = await host.Http.GetAsync("/estadisticas");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/estadisticas");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());

        using var known = await host.Http.SendAsync(again);
        await host.Later(TimeSpan.FromDays(40));
        var renewed = await host.Http.GetStringAsync("/estadisticas");
        await host.CloseTheDatabase();
        var still = await host.Http.GetStringAsync("/estadisticas");

        Assert.True(first.Headers.CacheControl!.Public);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Contains("<dd>22</dd>", await first.Content.ReadAsStringAsync());
        Assert.Contains("<dd>36</dd>", renewed);
        Assert.Equal(renewed, still);
    }

    [Fact]
    public async Task The_home_page_links_there_or_where_the_ministry_publishes_instead()
    {
        await using var own = await PublicHost.Start(_ => Task.CompletedTask, On);
        await using var elsewhere = await PublicHost.Start(_ => Task.CompletedTask, On, ("WebChat:StatisticsUrl", "https://www.ministerio.example/cifras"));

        Assert.Contains("href=\"/estadisticas\"", await own.Http.GetStringAsync("/"));
        Assert.Contains("href=\"https://www.ministerio.example/cifras\"", WebUtility.HtmlDecode(await elsewhere.Http.GetStringAsync("/")));
    }

    [Fact]
    public async Task The_least_number_a_cell_may_show_is_a_setting()
    {
        await using var host = await PublicHost.Start(PublicHost.LastMonth, On, ("WebChat:SmallestCell", "3"));
        await host.Ready();

        var page = WebUtility.HtmlDecode(await host.Http.GetStringAsync("/estadisticas"));

        Assert.Contains("<tr><th scope=\"row\">Veraguas</th><td>3</td></tr>", page);
        Assert.Contains("números de 1 a 2", page);
    }
}
