using System.Diagnostics;
using System.Globalization;
using CoopAssistant.Benchmarks.Filling;
using CoopAssistant.Programme.Registrations;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>The staff's search and filters over many registrations, on both databases. Prints times of each kind of query.</summary>
internal static class Search
{
    private const int Warm = 2;

    /// <summary>What staff type, by kind. Names and places are those of <see cref="ManyRegistrations"/>.</summary>
    private static readonly (string Kind, string[] Texts)[] Typed =
    [
        ("one common name", ["maria", "gonzalez", "ana", "perez"]),
        ("common names together", ["maria gonzalez", "ana perez santos", "rosa maria rodriguez"]),
        ("accents, capitals", ["María González", "JOSEFA PÉREZ", "Yolánda Núñez"]),
        ("typing mistakes", ["gonsales", "Mraia", "rodrigues peres", "yolnada", "quisbert mamni"]),
        ("a beginning", ["gonz", "mar", "rod"]),
        ("a rare surname", ["zirafo", "bokume", "tavilo"]),
        ("folio, document, phone", ["{folio}", "{document}", "{phone}"]),
        ("community", ["rio sereno", "loma tavilo"]),
        ("nobody", ["zzzzxq", "maria zzzzxq"]),
    ];

    private static readonly RegistrationStatus?[] Statuses = [null, RegistrationStatus.Received, RegistrationStatus.InReview, RegistrationStatus.Accepted, RegistrationStatus.Closed];

    private static readonly Territory?[] Territories = [null, Territory.OfCountry("PA"), Territory.OfRegions("PA-2"), new Territory([], []) { Places = ["PA-8.chepo"] }];

    public static async Task Run(Filled.Options options, int rounds)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n## Search over {options.Rows:N0} registrations"));
        foreach (var kind in options.Kinds)
        {
            await using var filled = await Filled.Open(kind, options);
            await Queries(filled.Process, rounds, filled.Known);
        }
    }

    private static async Task Queries(IServiceProvider process, int rounds, ManyRegistrations.Known known)
    {
        Console.WriteLine("| query | times | p50, ms | p95, ms | slowest, ms | goal, ms | |\n|---|---|---|---|---|---|---|");
        foreach (var (kind, texts) in Typed)
            await Line(process, kind, 100, rounds, texts.Select(text => new FindRegistrations.Request(null) { Text = known.Fill(text) }));
        await Line(process, "filters and order", 300, rounds, Filters(text: null));
        await Line(process, "filters and a common name", 300, rounds, Filters("maria"));
        await Line(process, "filters and a rare name", 300, rounds, Filters("zirafo"));
        await Line(process, "filters and a mistake", 300, rounds, Filters("gonsales"));
        await Line(process, "page 40", 300, rounds, [new(null) { Skip = 1000 }, new(Territory.OfRegions("PA-2")) { Skip = 1000, Status = RegistrationStatus.Accepted }]);
        await Line(process, "duplicates, new information, mine", 300, rounds,
            [new(null) { OnlyDuplicates = true }, new(Territory.OfRegions("PA-2")) { OnlyDuplicates = true }, new(null) { OnlyNewInformation = true }, new(null) { AssignedTo = "ana" }, new(null) { MineOrFree = "ana", Status = RegistrationStatus.Received, Order = RegistrationOrder.OldestFirst }]);
    }

    private static IEnumerable<FindRegistrations.Request> Filters(string? text) =>
        from territory in Territories
        from status in Statuses
        from region in new[] { null, "PA-9" }
        from order in Enum.GetValues<RegistrationOrder>()
        where region is null || territory is null || territory.Countries.Count > 0
        select new FindRegistrations.Request(territory) { Text = text, Status = status, Region = region, Order = order };

    private static async Task Line(IServiceProvider process, string kind, double goal, int rounds, IEnumerable<FindRegistrations.Request> requests)
    {
        var took = new List<(double Time, FindRegistrations.Request Request)>();
        var all = requests.ToList();
        for (var round = -Warm; round < rounds; round++)
            foreach (var request in all)
            {
                await using var scope = process.CreateAsyncScope();
                var find = scope.ServiceProvider.GetRequiredService<FindRegistrations>();
                var began = Stopwatch.GetTimestamp();
                await find.Handle(request, CancellationToken.None);
                if (round >= 0) took.Add((Stopwatch.GetElapsedTime(began).TotalMilliseconds, request));
            }
        var (p50, p95) = (At(took, 0.5), At(took, 0.95));
        var slowest = took.MaxBy(one => one.Time);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind} | {took.Count} | {p50:0.0} | {p95:0.0} | {slowest.Time:0.0} | {goal:0} | {(p95 < goal ? "kept" : $"missed: {Say(slowest.Request)}")} |"));
    }

    private static double At(List<(double Time, FindRegistrations.Request)> took, double part) => took.Select(one => one.Time).Order().ElementAt(Math.Min(took.Count - 1, (int)(took.Count * part)));

    private static string Say(FindRegistrations.Request request) =>
        $"{request.Text} {request.Status} {request.Region} {request.Order} in {(request.Territory is { } t ? string.Join('/', [.. t.Countries, .. t.Regions, .. t.Places]) : "all")}";
}
