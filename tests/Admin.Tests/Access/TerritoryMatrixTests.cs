using System.Collections.Concurrent;
using System.Net;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Tests.Access;

/// <summary>
/// Every page and action of the running program, visited by every role in every territory: a country, a region, an office, and the other country. Who may
/// is let in, who may not is not; what is hers opens, what is not is not there, and nothing of it is read or changed. The file beside this lists all
/// pages and actions with what they need and whose they are: a new one fails here until somebody has said it there.
/// </summary>
public sealed class TerritoryMatrixTests
{
    private static readonly string Listed = Path.Combine(Repository.Root, "tests", "Admin.Tests", "Access", "pages-and-actions.txt");

    /// <summary>Fields that would do something, where they were taken.</summary>
    private static readonly (string, string)[] Tempting =
    [
        ("motivo", "porque sí"), ("nota", "algo"), ("texto", "hola"), ("Sent.Reason", "porque sí"), ("paso", "Activate"), ("prioridad", "1"), ("dia", "2047-03-01"), ("desde", "2047-03-01"), ("por", "algo"),
        ("hacer", "terminar"), ("codigo", "orientacion"), ("parte", "tramite"), ("persona", ""), ("version", "0"), ("numero", "1"),
    ];

    [Fact]
    public async Task The_list_of_pages_and_actions_is_complete_and_says_what_each_needs()
    {
        await using var host = await AdminHost.Start();

        var running = Visits(host).Select(visit => visit.Said).Order(StringComparer.Ordinal).ToList();
        var listed = (await File.ReadAllLinesAsync(Listed)).Select(line => line[..line.LastIndexOf(' ')].TrimEnd()).Order(StringComparer.Ordinal).ToList();

        Assert.True(running.SequenceEqual(listed, StringComparer.Ordinal), $"Say in {Listed} who needs what for a new page or action, and whose it is:\n{string.Join('\n', running.Except(listed))}\nand take out what is gone:\n{string.Join('\n', listed.Except(running))}");
    }

    [Fact]
    public async Task Every_page_and_action_opens_for_every_role_in_its_territory_and_shows_and_changes_nothing_of_another()
    {
        await using var host = await AdminHost.Start(courses: Path.Combine(Repository.Root, "content"));
        var panama = await World.Seeded(host, "PA", "PA-2", "cocle", "PA-2.anton", "Quetzalina");
        var bolivia = await World.Seeded(host, "BO", "BO-L", "la-paz", "BO-L.020105", "Ayarachi");
        var reaches = (await File.ReadAllLinesAsync(Listed)).ToDictionary(line => line[..line.LastIndexOf(' ')].TrimEnd(), line => line[(line.LastIndexOf(' ') + 1)..], StringComparer.Ordinal);
        var visits = Visits(host).ToList();
        var visitors = await Visitors(host, panama, bolivia);
        var before = await Changes(host);
        var wrong = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(visitors, async (visitor, _) =>
        {
            foreach (var visit in visits) await visitor.Makes(visit, reaches.GetValueOrDefault(visit.Said, ""), wrong);
        });

        foreach (var visitor in visitors) visitor.Dispose();
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order(StringComparer.Ordinal).Take(40)));
        Assert.Equal(before, await Changes(host));
    }

    private static async Task<List<Visiting>> Visitors(AdminHost host, World panama, World bolivia)
    {
        var visitors = new List<Visiting>();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            (string Name, World Home, World Away, string? Region, string? Office)[] territories =
                [("country", panama, bolivia, null, null), ("region", panama, bolivia, panama.Region, null), ("office", panama, bolivia, null, panama.Office), ("other-country", bolivia, panama, null, null)];
            foreach (var (name, home, away, region, office) in territories.Where(t => role != StaffRole.Ally || t.Name is "country" or "other-country")) // an institution's user has the institution's country
            {
                var browser = await host.SignedIn($"{role} {name}", $"{role}-{name}@ejemplo.gob.pa", home.Country, role, region, office);
                var token = (await browser.Fill("/cuenta", "/salir")).Fields;
                visitors.Add(new(role, name, home, away, browser, token));
            }
        }
        return visitors;
    }

    /// <summary>All that changed is written down beside it; what somebody exports or looks at is of the own territory, or was not there.</summary>
    private static Task<List<string>> Changes(AdminHost host) =>
        host.Seed.Ask<ProgrammeDb, List<string>>(db => db.ChangeEntries.Where(c => c.Action != ChangeAction.Exported && c.Action != ChangeAction.SawFile).OrderBy(c => c.Id).Select(c => $"{c.Action} {c.Subject} {c.SubjectId} {c.Detail}").ToListAsync());

    private static IEnumerable<Visit> Visits(AdminHost host) => host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText is { } text && !text.Contains("_framework", StringComparison.Ordinal) && !text.Contains("_blazor", StringComparison.Ordinal))
        .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.RoutePattern.RawText is not ("/salir" or "/cuenta/sesiones/cerrar"))
        .Select(e => new Visit(
            "/" + e.RoutePattern.RawText!.TrimStart('/'), e.Metadata.GetMetadata<HttpMethodMetadata>() is { } methods && !methods.HttpMethods.Contains("GET"),
            [.. e.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).OfType<string>().Distinct()]))
        .DistinctBy(visit => visit.Said, StringComparer.Ordinal);

    /// <param name="IsForm">Sent by a form; else read.</param>
    /// <param name="Needs">Every one of these permissions; none for all staff.</param>
    private sealed record Visit(string Route, bool IsForm, IReadOnlyList<string> Needs)
    {
        public string Said => $"{(IsForm ? "POST" : "GET")} {Route} {(Needs.Count == 0 ? "all-staff" : string.Join('+', Needs))}";
        public bool HasNumbers => Route.Contains('{', StringComparison.Ordinal);
        public bool IsFor(StaffRole role) => Needs.All(need => PermissionMatrixTests.Expected[need].Contains(role));
    }

    private sealed record Visiting(StaffRole Role, string Territory, World Home, World Away, Visitor Browser, (string, string)[] Token) : IDisposable
    {
        public void Dispose() => Browser.Dispose();

        /// <param name="reach">Whose it is: a <c>record</c> in a territory (<c>nowhere-else</c> where none is seeded here), a <c>list</c> of which everybody sees her part, her <c>own</c>, or <c>all</c>'s.</param>
        public async Task Makes(Visit visit, string reach, ConcurrentBag<string> wrong)
        {
            var may = visit.IsFor(Role);
            await Look(visit, Home, may, visit.IsForm && may ? [] : [.. Token, .. Tempting], wrong, status => reach != "record" || visit.IsForm || !may || status != HttpStatusCode.NotFound ? null : "is not there, though it is hers");
            if (!may || !visit.HasNumbers) return;
            await Look(visit, Away, may, [.. Token, .. Tempting], wrong, status => reach is not ("record" or "nowhere-else") || visit.IsForm || status == HttpStatusCode.NotFound ? null : $"answers {status}, though it is not hers");
        }

        private async Task Look(Visit visit, World world, bool may, (string, string)[] fields, ConcurrentBag<string> wrong, Func<HttpStatusCode, string?> judge)
        {
            var path = world.Fill(visit.Route);
            using var answer = visit.IsForm ? await Browser.Post(path, fields) : await Browser.Get(path);
            var told = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            var refused = answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sin-permiso", StringComparison.Ordinal);
            var what = refused == may ? $"answers {answer.StatusCode}, though she {(may ? "may" : "may not")}"
                : answer.StatusCode >= HttpStatusCode.InternalServerError ? "fails"
                : told.Contains(Away.Word, StringComparison.Ordinal) ? $"tells of «{Away.Word}», which is not hers"
                : judge(answer.StatusCode);
            if (what is not null) wrong.Add($"{(visit.IsForm ? "POST" : "GET")} {visit.Route} of {world.Country} {what}: {Role}, {Territory}");
        }
    }
}
