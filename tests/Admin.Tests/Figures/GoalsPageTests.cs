using System.Net;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Figures.Goals;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Tests.Figures;

public sealed class GoalsPageTests : IAsyncLifetime
{
    private AdminHost host = null!;

    public async Task InitializeAsync() => host = await AdminHost.Start();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_goal_is_set_beside_what_was_reached_with_its_history_and_in_the_audit()
    {
        await host.Seed.Registration();
        using var ana = await host.SignedIn();

        await Sets(ana, "PA", ("meta.1.PA-2", "4"), ("motivo", "plan anual"));
        await Sets(ana, "PA", ("meta.1.PA-2", "2"), ("motivo", ""));

        var page = await ana.Read("/cifras/metas?pais=PA");
        Assert.Contains("50 %", page);
        Assert.Contains("Registros, Coclé, Panamá: 4", page);
        Assert.Contains("4 → 2", page);
        Assert.Contains("plan anual", page);
        Assert.Contains("50 %", await ana.Read("/cifras?pais=PA&region=PA-2"));
        Assert.Equal(2, await host.Seed.Ask<ProgrammeDb, int>(db => db.ChangeEntries.CountAsync(e => e.Subject == "Goal" && (e.Action == ChangeAction.Added || e.Action == ChangeAction.Changed))));
    }

    [Fact]
    public async Task An_emptied_field_takes_the_goal_away()
    {
        using var ana = await host.SignedIn();
        await Sets(ana, "BO", ("meta.3.", "10"));

        await Sets(ana, "BO", ("meta.3.", ""));

        Assert.Contains("10 → sin meta", await ana.Read("/cifras/metas?pais=BO"));
        Assert.Null(await host.Seed.Ask<ProgrammeDb, int?>(db => db.Goals.Select(g => g.Count).SingleAsync()));
    }

    [Fact]
    public async Task Two_who_change_the_same_goal_do_not_overwrite_each_other_unseen()
    {
        using var ana = await host.SignedIn();
        var (action, old) = await Form(ana, "PA", ("meta.1.PA-2", "7"));
        await Sets(ana, "PA", ("meta.1.PA-2", "4"));

        using var late = await ana.Post(action, old);

        Assert.Contains("aviso=cambio", late.Headers.Location!.ToString());
        Assert.Equal(4, await host.Seed.Ask<ProgrammeDb, int?>(db => db.Goals.Select(g => g.Count).SingleAsync()));
    }

    [Theory]
    [InlineData("-3")]
    [InlineData("doce")]
    [InlineData("99999999")]
    public async Task What_is_no_number_of_women_is_refused_with_a_sentence(string said)
    {
        using var ana = await host.SignedIn();
        var (action, fields) = await Form(ana, "PA", ("meta.1.PA-2", said));

        using var answer = await ana.Post(action, fields);

        Assert.Contains("Alguna meta no se guardó", await ana.Read(answer.Headers.Location!.ToString()));
        Assert.Equal(0, await host.Seed.Ask<ProgrammeDb, int>(db => db.Goals.CountAsync()));
    }

    [Fact]
    public async Task A_director_sets_the_goals_of_her_region_alone_and_who_only_looks_sets_none()
    {
        using var director = await host.SignedIn(email: "eva@ejemplo.gob.pa", country: "PA", region: "PA-2", role: StaffRole.RegionalDirector);
        using var viewer = await host.SignedIn(email: "ver@ejemplo.gob.pa", role: StaffRole.Viewer);

        var page = await director.Read("/cifras/metas");
        await Sets(director, "PA", ("meta.1.PA-2", "9"));
        var (action, fields) = await Form(director, "PA", ("meta.1.PA-4", "9"));
        using var foreign = await director.Post(action, fields);
        var (whole, forged) = await Form(director, "PA", ("meta.1.", "9"));
        using var country = await director.Post(whole, forged);

        Assert.DoesNotContain("Todo Panamá", page);
        Assert.Contains("Coclé", page);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, country.StatusCode));
        Assert.Equal(["PA-2"], await host.Seed.Ask<ProgrammeDb, List<string>>(db => db.Goals.Select(g => g.RegionCode).ToListAsync()));
        Assert.DoesNotContain("Guardar metas", await viewer.Read("/cifras/metas"));
    }

    private static async Task Sets(Visitor visitor, string country, params (string, string)[] fields)
    {
        var (action, filled) = await Form(visitor, country, fields);
        using var answer = await visitor.Post(action, filled);
        Assert.Contains("aviso=metas-guardadas", answer.Headers.Location!.ToString());
    }

    private static Task<(string Action, (string Name, string Value)[] Fields)> Form(Visitor visitor, string country, params (string Name, string Value)[] fields) =>
        visitor.Fill($"/cifras/metas?pais={country}", "/cifras/metas/guardar", fields);
}
