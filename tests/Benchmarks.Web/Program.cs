using System.Globalization;
using CoopAssistant.Benchmarks.Web;
using CoopAssistant.Browser.WebChat;
using CoopAssistant.EndToEnd.Support;
using Microsoft.Playwright;

// dotnet run -c Release --project tests/Benchmarks.Web [ROUNDS]
// Our widget beside Microsoft's Web Chat and deep-chat on a slow line, in alternating rounds; see docs/benchmarks.md.
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
await using var site = await ReferenceSite.Start();
using var coop = new CoopProcess("--only", "bot", $"--Bot:AllowedOrigins={site.OutsideUrl}", "--WebChat:RequestsPerSecond=0");
await coop.Start();
using var line = new CountingLine(coop.BotUrl);
site.Chat = line.Url;

using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new()
{
    ExecutablePath = "/usr/bin/chromium",
    Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});
var measured = Competitor.All.ToDictionary(c => c, _ => new List<Visit>());
foreach (var competitor in Competitor.All) await Visit.Make(browser, site, line, competitor); // warms the servers, not the browser: each visit has a new one
for (var round = 1; round <= rounds; round++)
{
    foreach (var competitor in Competitor.All)
    {
        var visit = await Visit.Make(browser, site, line, competitor);
        measured[competitor].Add(visit);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {competitor.Name} {visit.Bytes} bytes, input after {visit.Usable:F0} ms, greeted after {visit.Greeted:F0} ms"));
    }
}
Console.WriteLine(Table.Of(measured));
