using System.Diagnostics;
using System.Globalization;
using CoopAssistant.Benchmarks.Filling;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>The staff's search and filters over many registrations, on both databases. Prints times of each kind of query.</summary>
internal static class Search
{
    private const int Warm = 2;

    /// <summary>So many of a kind at most are asked before they count.</summary>
    private const int MostWarming = 60;

    /// <summary>Page 41.</summary>
    private const int Far = 1000;

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

    /// <summary>What figures lead to, by kind: alone and with everything that staff may set beside it.</summary>
    private static IEnumerable<(string Kind, RegistrationFacts[] Facts)> Lists(ProgrammePacks packs)
    {
        IReadOnlyList<CountrySpan> Months(DateOnly first, DateOnly last) => [.. packs.All.Select(pack => CountrySpan.Of(pack.Country.Code, pack.Country.TimeZone, first, last))];
        yield return ("an activity, none named", [new() { Rubro = "TEX" }, new() { Rubro = "" }]);
        yield return ("a source, not known", [new() { Source = "whatsapp" }, new() { Source = "papel" }, new() { Source = "afiche:PA-07" }, new() { Source = "" }]);
        yield return ("a wait until the review or the decision, and none", [new() { Reviewed = "15" }, new() { Reviewed = WaitBands.None }, new() { Decided = "30" }, new() { Decided = WaitBands.None }]);
        yield return ("a stage", [new() { Stage = RegistrationStage.Reviewed }, new() { Stage = RegistrationStage.Grouped }, new() { Stage = RegistrationStage.InCooperative }]);
        yield return ("without a region", [new() { WithoutRegion = true }]);
        yield return ("months, a day", [new() { Submitted = Months(new(2024, 3, 1), new(2024, 3, 1)) }, new() { Submitted = Months(new(2024, 6, 1), new(2025, 5, 1)) }, new() { Submitted = [.. packs.All.Select(pack => CountrySpan.OfDay(pack.Country.Code, pack.Country.TimeZone, new(2024, 2, 20)))] }]);
        yield return ("several of these", [new() { Submitted = Months(new(2024, 1, 1), new(2024, 12, 1)), Rubro = "ALI", Source = "web" }, new() { Stage = RegistrationStage.Grouped, Decided = "30", Rubro = "PES" }]);
    }

    public static async Task Run(Filled.Options options, int rounds)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n## Search over {options.Rows:N0} registrations"));
        foreach (var kind in options.Kinds)
        {
            await using var filled = await Filled.Open(kind, options);
            if (options.Part is null or "words") await Queries(filled.Process, rounds, filled.Known);
            if (options.Part is null or "lists") await Lists(filled, rounds);
        }
    }

    private static async Task Queries(IServiceProvider process, int rounds, ManyRegistrations.Known known)
    {
        Heading();
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

    private static async Task Lists(Filled filled, int rounds)
    {
        Heading();
        foreach (var (kind, facts) in Lists(filled.Packs))
        {
            await Line(filled.Process, kind, 300, rounds, facts.SelectMany(fact => new[] { 0, Far }, (fact, skip) => new FindRegistrations.Request(null) { Facts = fact, Skip = skip }));
            await Line(filled.Process, kind + ", with others", 300, rounds, facts.SelectMany(Beside));
        }
        await Line(filled.Process, "late, with others", 300, rounds, Beside(null).Concat(Beside(new() { Rubro = "TEX" })).Where(one => one.Status is null or RegistrationStatus.Received).Select(one => one with { Late = ServiceLevel.Director }));
    }

    private static IEnumerable<FindRegistrations.Request> Beside(RegistrationFacts? facts) =>
        from territory in new[] { null, Territory.OfCountry("PA"), Territory.OfRegions("PA-2") }
        from status in new RegistrationStatus?[] { null, RegistrationStatus.Received, RegistrationStatus.Accepted }
        from text in new[] { null, "maria", "gonsales" }
        from order in Enum.GetValues<RegistrationOrder>()
        from skip in new[] { 0, Far }
        select new FindRegistrations.Request(territory) { Facts = facts, Status = status, Text = text, Order = order, Skip = skip };

    private static void Heading() => Console.WriteLine("| query | times | p50, ms | p95, ms | slowest, ms | goal, ms | |\n|---|---|---|---|---|---|---|");

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
        var warming = all.Where((_, nth) => nth % ((all.Count / MostWarming) + 1) == 0).ToList();
        for (var round = -Warm; round < rounds; round++)
            foreach (var request in round < 0 ? warming : all)
            {
                await using var scope = process.CreateAsyncScope();
                var find = scope.ServiceProvider.GetRequiredService<FindRegistrations>();
                var began = Stopwatch.GetTimestamp();
                await find.Handle(request, CancellationToken.None);
                if (round >= 0) took.Add((Stopwatch.GetElapsedTime(began).TotalMilliseconds, request));
            }
        var (p50, p95) = (At(took, 0.5), At(took, 0.95));
        var slowest = took.MaxBy(one => one.Time);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind} | {took.Count} | {p50:0.0} | {p95:0.0} | {slowest.Time:0.0} | {goal:0} | {(p95 < goal ? "kept" : "**missed**")}; slowest: {Say(slowest.Request)} |"));
    }

    private static double At(List<(double Time, FindRegistrations.Request)> took, double part) => took.Select(one => one.Time).Order().ElementAt(Math.Min(took.Count - 1, (int)(took.Count * part)));

    private static string Say(FindRegistrations.Request request) =>
        $"{request.Text} {request.Status} {request.Region} {request.Order} {request.Facts?.Rubro}{request.Facts?.Source} {request.Facts?.Reviewed}{request.Facts?.Decided} {request.Facts?.Stage} {request.Late} from {request.Skip} in {(request.Territory is { } t ? string.Join('/', [.. t.Countries, .. t.Regions, .. t.Places]) : "all")}";
}
