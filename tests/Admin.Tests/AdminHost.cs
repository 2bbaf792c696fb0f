using System.Net;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Trials;
using CoopAssistant.Courses;
using CoopAssistant.Data;
using CoopAssistant.Data.Staff;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Admin.Tests;

/// <summary>The admin app as it runs, on a free port and a database of its own.</summary>
public sealed class AdminHost : IAsyncDisposable
{
    private static readonly string Content = Path.Combine(Repository.Root, "content");
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(Content);

    private readonly string _folder = Directory.CreateTempSubdirectory("coop-admin").FullName;
    private readonly WebApplication _app;

    private AdminHost(Action<IConfiguration>? configure, string environment, string? courses, Action<IServiceCollection>? add)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = _folder });
        configure?.Invoke(builder.Configuration);
        builder.Logging.ClearProviders();
        if (Environment.GetEnvironmentVariable("ADMIN_LOG") is not null) builder.Logging.AddConsole();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Configuration["Database:ConnectionString"] = $"Data Source={Path.Combine(_folder, "coop.db")}";
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddSingleton(Packs.Copy());
        builder.Services.AddProgramme();
        builder.Services.AddMessaging();
        builder.Services.AddCourses(courses);
        builder.Services.AddWords(Content, BotContentFile.Said).AddTrials(Content);
        builder.Services.AddAdmin(builder.Configuration);
        builder.Services.Configure<PasswordHasherOptions>(hash => hash.IterationCount = 1_000); // nobody tries these passwords; what it really costs, the program's own processes pay in their tests
        add?.Invoke(builder.Services);
        _app = builder.Build();
        _app.MapAdmin();
    }

    public const string Password = "nube verde lenta silla";

    public TestClock Clock { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    public IServiceProvider Services => _app.Services;

    /// <param name="environment">Outside Development signing in takes two steps.</param>
    /// <param name="courses">Content folder whose courses are published; null for none.</param>
    /// <param name="add">What the test puts in place of the outside world.</param>
    public static async Task<AdminHost> Start(Action<IConfiguration>? configure = null, string environment = "Development", string? courses = null, Action<IServiceCollection>? add = null)
    {
        var host = new AdminHost(configure, environment, courses, add);
        await TestDatabase.CopyMigrated(Path.Combine(host._folder, "coop.db"));
        await host._app.StartAsync();
        return host;
    }

    /// <summary>A browser without scripts: keeps cookies, follows no redirects.</summary>
    public Visitor Visitor(bool behindHttps = false) => new(Address, behindHttps);

    public Seed Seed => new(Services, Clock);

    /// <summary>A colleague's account; the password is <see cref="Password"/>.</summary>
    public async Task<string> Staff(string name = "Ana Castillo", string email = "ana@ejemplo.gob.pa", string? country = null, StaffRole role = StaffRole.Administrator, string? region = null, string? office = null, AllyId? ally = null)
    {
        if (role == StaffRole.Ally) (country, ally) = (country ?? "PA", ally ?? await Ally(country ?? "PA"));
        var result = await Seed.Ask<AddStaffMember, AddStaffResult>(add => add.Handle(
            new(name, email, country, Password) { Role = role, RegionCode = region, OfficeCode = office, Ally = ally }, CancellationToken.None));
        Assert.IsType<AddStaffResult.Added>(result);
        return email;
    }

    /// <summary>An institution of the pack; the country's authority where none is named.</summary>
    public Task<AllyId> Ally(string country = "PA", string? code = null) => Seed.Ask<ProgrammeDb, AllyId>(db =>
    {
        var wanted = code ?? Packs.Find(country)!.Authority.Code;
        return db.Allies.Where(a => a.Country == country && a.Code == wanted).Select(a => a.Id).SingleAsync();
    });

    /// <summary>A browser that has signed in.</summary>
    public async Task<Visitor> SignedIn(string name = "Ana Castillo", string email = "ana@ejemplo.gob.pa", string? country = null, StaffRole role = StaffRole.Administrator, string? region = null, string? office = null, AllyId? ally = null)
    {
        await Staff(name, email, country, role, region, office, ally);
        var visitor = Visitor();
        using var answer = await visitor.SignIn(email, Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>The real time, moved on by hand.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Pass(TimeSpan time) => _ahead += time;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
