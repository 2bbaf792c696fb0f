using System.Diagnostics;
using CoopAssistant.Bot.Figures;
using CoopAssistant.Bot.Tests.WebChat;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.WebChat;
using CoopAssistant.Courses;
using CoopAssistant.Data;
using CoopAssistant.Messaging;
using CoopAssistant.Programme;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Tests.Figures;

/// <summary>The bot's pages on a real port, with the shipped content and a clock that a test moves.</summary>
internal sealed class PublicHost : IAsyncDisposable
{
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(Repository.Content);
    private readonly TestDatabase _database;
    private WebApplication _app = null!;

    private PublicHost(TestDatabase database) => _database = database;

    public string Url { get; } = $"http://127.0.0.1:{FreePort.Draw()}";
    public TestClock Clock => _database.Clock;
    public HttpClient Http { get; private set; } = null!;

    /// <param name="women">Registered before the host starts.</param>
    public static async Task<PublicHost> Start(Func<PublicHost, Task> women, params (string Name, string Value)[] settings)
    {
        var host = new PublicHost(await TestDatabase.Create(DatabaseKind.Sqlite));
        host.Build(settings);
        await women(host);
        await host._app.StartAsync();
        host.Http = new HttpClient { BaseAddress = new Uri(host.Url) };
        return host;
    }

    /// <summary>Moves time on, and waits until the page that is due then is made.</summary>
    public async Task Later(TimeSpan by)
    {
        var before = _app.Services.GetRequiredService<PublishFigures>().Now;
        Clock.Advance(by);
        await Until(() => _app.Services.GetRequiredService<PublishFigures>().Now is { } now && !ReferenceEquals(now, before));
    }

    public Task Ready() => Until(() => _app.Services.GetRequiredService<PublishFigures>().Now is not null);

    public async Task Register(int women, string country = "PA", string? region = "PA-2", string rubro = "TEX", bool agreed = true)
    {
        for (var n = 0; n < women; n++)
        {
            await using var scope = _app.Services.CreateAsyncScope();
            var (participant, registration) = (ParticipantId.New(Clock), RegistrationId.New(Clock));
            await scope.ServiceProvider.GetRequiredService<SubmitRegistration>().Handle(
                new(participant, registration, Folio.Draw(country), country, "Ana", "Ríos", 1990, null, "", null, "es", false, new SubmittedAnswers("[]", "ana rios", region, null, "Centro", rubro)) { IsInStatistics = agreed },
                CancellationToken.None);
        }
    }

    /// <summary>A cooperative recognised three months ago, of which staff note today what it told on a visit.</summary>
    public async Task Visited(GroupId cooperative, params (string Indicator, string Value)[] told)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var noted = await scope.ServiceProvider.GetRequiredService<NoteFollowUp>().Handle(new(cooperative, 3, told.ToDictionary(t => t.Indicator, t => t.Value), "visita", "staff", null, null), CancellationToken.None);
        Assert.Equal(FollowUpResult.Changed, noted.Outcome);
    }

    public async Task<GroupId> Cooperative(string region)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var group = (await scope.ServiceProvider.GetRequiredService<FoundGroup>().Handle(new(new GroupDescription("PA", region, null, "Tejedoras", "TEX", "es"), GroupOrigin.Staff, "staff"), CancellationToken.None)).Group!.Id;
        await scope.ServiceProvider.GetRequiredService<ChangeGroup>().Move(new(group, "staff", null, null), GroupTrigger.Recognise, CancellationToken.None);
        return group;
    }

    /// <summary>Makes every further query fail: whoever is answered now caused none.</summary>
    public async Task CloseTheDatabase()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CoopDbContext>().Database.ExecuteSqlRawAsync("ALTER TABLE figures RENAME TO figures_gone");
    }

    /// <summary>In March: 12, 7 and 3 who agreed, and some who did not; in April more, which nobody sees yet.</summary>
    public static async Task LastMonth(PublicHost host)
    {
        await host.Register(12, region: "PA-2", rubro: "ALI");
        await host.Register(7, region: "PA-4");
        await host.Register(3, region: "PA-9");
        await host.Register(8, region: "PA-5", agreed: false);
        host.Clock.Advance(TimeSpan.FromDays(31));
        await host.Register(9, region: "PA-8");
        await host.Register(2, "BO", "BO-L");
    }

    private void Build((string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Url);
        builder.Configuration.AddInMemoryCollection([.. _database.Settings, new("Content:Path", Repository.Content), .. settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))]);
        builder.Services.AddRouting();
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton(Packs);
        builder.Services.AddData(builder.Configuration).AddProgramme().AddMessaging().AddCourses();
        builder.Services.AddTurns();
        builder.Services.AddWebChat();
        builder.Services.AddPublicFigures();
        _app = builder.Build();
        _app.MapWebChat();
        _app.MapPublicFigures();
    }

    private static async Task Until(Func<bool> holds)
    {
        var waited = Stopwatch.StartNew();
        while (!holds() && waited.Elapsed < TimeSpan.FromSeconds(60)) await Task.Delay(20);
        Assert.True(holds(), "It did not happen.");
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
