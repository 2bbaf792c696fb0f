using System.Diagnostics;
using System.Globalization;
using System.Net;
using CoopAssistant.Admin;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Start;
using CoopAssistant.Benchmarks.Filling;
using CoopAssistant.Benchmarks.Filling.Whole;
using CoopAssistant.Benchmarks.Servers;
using CoopAssistant.Bot.Trials;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using CoopAssistant.Host.Serving;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>Every page of the admin app and everything it leads to, over a whole programme: how long the server takes.</summary>
internal static class AdminVisits
{
    private const double Goal = 1000;
    private const int Most = 2000;
    private const string Password = "nube verde lenta silla";

    private static readonly AddStaffMember.Request[] Staff =
    [
        new("Ana Castillo", "ana@ejemplo.gob.pa", null, Password) { Role = StaffRole.Administrator },
        new("Rosa Núñez", "rosa@ejemplo.gob.pa", "PA", Password) { Role = StaffRole.Registrar, RegionCode = "PA-2" },
        new("Delia Mamani", "delia@ejemplo.gob.bo", "BO", Password) { Role = StaffRole.RegionalDirector },
        new("Eva Choque", "eva@ejemplo.gob.bo", "BO", Password) { Role = StaffRole.RegionalDirector, RegionCode = "BO-L" },
        new("Olga Ruiz", "olga@ejemplo.org", null, Password) { Role = StaffRole.Ally },
    ];

    public static async Task Run(Filled.Options options, int rounds)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n## Pages over {options.Rows:N0} registrations"));
        using var slow = SlowCommands.Watch();
        foreach (var kind in options.Kinds)
        {
            await using var filled = await Filled.Open(kind, options, isWhole: true);
            await using var app = Build(filled.Database);
            await app.StartAsync();
            if (options.Part is null) await CountBehind(app.Services);
            foreach (var member in Staff.Where(member => options.As.Count == 0 || options.As.Any(who => member.Email.StartsWith(who, StringComparison.Ordinal)))) await Visit(app, member, rounds, options.Visit.Count > 0 ? new(options.Visit) : new(PagesOf(app), filled.Known, options.Part), slow);
            await app.StopAsync();
        }
    }

    /// <summary>What the program counts in the background: pages show it as it was counted last.</summary>
    private static async Task CountBehind(IServiceProvider services)
    {
        await Timed<RehearseWorkList>(services, rehearse => rehearse.Once(CancellationToken.None));
        await Timed<KeptDemand>(services, kept => kept.WhenOld(CancellationToken.None));
        await Timed<KeptProposals>(services, kept => kept.WhenOld(CancellationToken.None));
        await Timed<KeptAudience>(services, kept => kept.WhenOld(CancellationToken.None));
        await Timed<KeptResults>(services, kept => kept.WhenOld(CancellationToken.None));
        await Timed<KeptFollowUps>(services, kept => kept.WhenOld(CancellationToken.None));
        await Timed<RefreshFigures>(services, figures => figures.WhenOld(CancellationToken.None));
        await Timed<RefreshTotals>(services, totals => totals.WhenOld(CancellationToken.None));
    }

    private static async Task Timed<T>(IServiceProvider services, Func<T, Task> work) where T : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var began = Stopwatch.GetTimestamp();
        await work(scope.ServiceProvider.GetRequiredService<T>());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Counted behind, {typeof(T).Name}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"));
    }

    private static IEnumerable<RouteEndpoint> PagesOf(WebApplication app) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null);

    private static async Task Visit(WebApplication app, AddStaffMember.Request member, int rounds, FoundAddresses addresses, IDisposable? slow)
    {
        await Employ(app.Services, member);
        using var visitor = new Visitor(new Uri(app.Urls.Single()));
        await visitor.SignIn(member.Email, Password);
        var lines = new List<(string Address, HttpStatusCode Status, double First, double Median, double Slowest)>();
        while (lines.Count < Most && addresses.Next(out var address))
        {
            if (slow is not null) await Console.Error.WriteLineAsync($"# {member.Email} {address}");
            var (status, first, html) = await visitor.Visit(address);
            if (html is not null) addresses.Read(html);
            var later = new List<double>();
            for (var round = 0; round < (first > 5 * Goal ? 1 : Math.Max(1, rounds)); round++) later.Add((await visitor.Visit(address)).Milliseconds);
            lines.Add((address, status, first, later.Order().ElementAt(later.Count / 2), later.Max()));
        }
        Print(member, lines);
    }

    private static void Print(AddStaffMember.Request member, List<(string Address, HttpStatusCode Status, double First, double Median, double Slowest)> lines)
    {
        var shown = lines.Where(line => (int)line.Status < 300).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nAs {member.Role} of {member.RegionCode ?? member.Country ?? "everything"}: {shown.Count} addresses shown, {lines.Count - shown.Count} refused or led elsewhere, {shown.Count(line => Math.Max(line.First, line.Slowest) >= Goal)} took a second or longer.\n"));
        Console.WriteLine("| address | first, ms | p50, ms | slowest after, ms | goal, ms | |\n|---|---|---|---|---|---|");
        foreach (var line in lines.OrderByDescending(line => Math.Max(line.First, line.Slowest)))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {line.Address} | {line.First:0} | {line.Median:0} | {line.Slowest:0} | {Goal:0} | {Verdict(line.Status, Math.Max(line.First, line.Slowest))} |"));
    }

    private static string Verdict(HttpStatusCode status, double slowest) =>
        (int)status >= 400 ? $"answered {(int)status}" : (int)status >= 300 ? "led elsewhere" : slowest < Goal ? "kept" : "missed";

    /// <summary>Unless she or he is there from before. What was given to "ana" while filling is the administrator's.</summary>
    private static async Task Employ(IServiceProvider services, AddStaffMember.Request member)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoopDbContext>();
        if (await db.Set<StaffMember>().AnyAsync(known => known.Email == member.Email)) return;
        var ally = member.Role == StaffRole.Ally ? new AllyId(Allies.IdOf(0)) : (AllyId?)null;
        var country = ally is null ? member.Country : await db.Set<Ally>().Where(a => a.Id == ally).Select(a => a.Country).SingleAsync();
        if (await scope.ServiceProvider.GetRequiredService<AddStaffMember>().Handle(member with { Ally = ally, Country = country }, CancellationToken.None) is AddStaffResult.Refused refused)
            throw new InvalidOperationException($"{member.Email}: {string.Join(' ', refused.Reasons)}");
        if (member.Role != StaffRole.Administrator) return;
        var id = (await db.Set<StaffMember>().SingleAsync(known => known.Email == member.Email)).Id;
        await db.Database.ExecuteSqlAsync($"UPDATE tickets SET assigned_to = {id} WHERE assigned_to = 'ana'");
        await db.Database.ExecuteSqlAsync($"UPDATE registrations SET assigned_to = {id} WHERE assigned_to = 'ana'");
    }

    private static WebApplication Build(TestDatabase database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = Path.GetTempPath() });
        builder.Logging.ClearProviders();
        if (SlowCommands.IsAsked) builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var (key, value) in database.Settings) builder.Configuration[key] = value;
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddContent(Repository.Content);
        builder.Services.AddProgramme().AddMessaging().AddCourses(Repository.Content);
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddAdmin(builder.Configuration);
        builder.Services.AddTrials(Repository.Content);
        var app = builder.Build();
        app.MapAdmin();
        return app;
    }
}
