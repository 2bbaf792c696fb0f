using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CoopAssistant.Admin;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Benchmarks.Filling;
using CoopAssistant.Courses;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>Every page of the admin app that needs no number in its address, and those of one registration: how long the server takes.</summary>
internal static partial class AdminVisits
{
    private const double Goal = 1000;
    private const string Password = "nube verde lenta silla";

    private static readonly AddStaffMember.Request[] Staff =
    [
        new("Ana Castillo", "ana@ejemplo.gob.pa", null, Password) { Role = StaffRole.Administrator },
        new("Rosa Núñez", "rosa@ejemplo.gob.pa", "PA", Password) { Role = StaffRole.Registrar, RegionCode = "PA-2" },
    ];

    public static async Task Run(Filled.Options options, int rounds)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n## Pages over {options.Rows:N0} registrations"));
        foreach (var kind in options.Kinds)
        {
            await using var filled = await Filled.Open(kind, options);
            await using var app = Build(filled.Database, filled.Packs);
            await app.StartAsync();
            var began = Stopwatch.GetTimestamp();
            await app.Services.GetRequiredService<KeptDemand>().WhenOld(CancellationToken.None);
            await app.Services.GetRequiredService<KeptProposals>().WhenOld(CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Counted behind, as {nameof(KeptDemand)} and {nameof(KeptProposals)}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
            foreach (var member in Staff)
            {
                await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<AddStaffMember>().Handle(member, CancellationToken.None); // refused where kept from before
                await Visit(app, member, rounds, filled.Known);
            }
            await app.StopAsync();
        }
    }

    /// <summary>Lists to which figures lead: filters that only the registrations themselves know.</summary>
    private static readonly string[] BehindFigures =
    [
        "/registros?rubro=TEX", "/registros?rubro=ALI", "/registros?fuente=web", "/registros?etapa=revisado", "/registros?etapa=grupo", "/registros?etapa=cooperativa", "/registros?sinregion=1",
        "/registros?desde=2027-01&hasta=2027-03", "/registros?desde=2027-01&hasta=2027-03&rubro=TEX&q=maria", "/registros?desde=2027-01&hasta=2027-03&etapa=revisado&region=PA-2&orden=nombre",
    ];

    private static async Task Visit(WebApplication app, AddStaffMember.Request member, int rounds, ManyRegistrations.Known known)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromMinutes(5) };
        await SignIn(http, member.Email);
        var paths = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && endpoint.RoutePattern.Parameters.Count == 0)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Where(path => path is not ("/error" or "/no-encontrado"))
            .Concat([$"/registros/{known.Id}", $"/registros/{known.Id}/corregir/comunidad", "/registros?q=maria", "/registros?q=gonsales&estado=aceptado&orden=nombre", "/registros?region=PA-2&pagina=40", "/registros?plazo=primero&orden=antiguos"])
            .Concat(BehindFigures)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n| as {member.Role} | first, ms | p50, ms | slowest after, ms | goal, ms | |\n|---|---|---|---|---|---|"));
        foreach (var path in paths)
        {
            var took = new List<double>();
            var status = HttpStatusCode.OK;
            for (var round = 0; round <= Math.Max(3, rounds); round++)
            {
                var began = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
                await answer.Content.ReadAsByteArrayAsync();
                status = answer.StatusCode;
                took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            var after = took.Skip(1).Order().ToList();
            var said = path.Replace(known.Id.ToString(), "…", StringComparison.Ordinal);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {said} | {took[0]:0} | {after[after.Count / 2]:0} | {after[^1]:0} | {Goal:0} | {Verdict(status, took.Max())} |"));
        }
    }

    private static string Verdict(HttpStatusCode status, double slowest) =>
        (int)status >= 400 ? $"answered {(int)status}" : (int)status >= 300 ? "led elsewhere" : slowest < Goal ? "kept" : "missed";

    private static WebApplication Build(TestDatabase database, ProgrammePacks packs)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = Path.GetTempPath() });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var (key, value) in database.Settings) builder.Configuration[key] = value;
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddSingleton(packs);
        builder.Services.AddProgramme();
        builder.Services.AddMessaging();
        builder.Services.AddCourses();
        builder.Services.AddAdmin(builder.Configuration);
        var app = builder.Build();
        app.MapAdmin();
        return app;
    }

    private static async Task SignIn(HttpClient http, string email)
    {
        var door = await http.GetStringAsync(new Uri("/entrar", UriKind.Relative));
        var fields = Hidden().Matches(door).Select(field => KeyValuePair.Create(WebUtility.HtmlDecode(field.Groups["name"].Value), WebUtility.HtmlDecode(field.Groups["value"].Value)));
        using var answer = await http.PostAsync(new Uri("/entrar", UriKind.Relative), new FormUrlEncodedContent([.. fields, KeyValuePair.Create("Form.Email", email), KeyValuePair.Create("Form.Password", Password)]));
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Hidden();
}
