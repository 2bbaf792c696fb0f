using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Tests.Packs;
using CoopAssistant.Testing;

namespace CoopAssistant.Programme.Tests.Communities;

public abstract class CommunityStoryTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : CommunityStoryTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : CommunityStoryTests(DatabaseKind.Postgres);

    [Fact]
    public async Task A_community_keeps_study_priority_and_who_did_what()
    {
        await using var house = await House.On(kind);
        var id = await Identify(house, "El Peñón");
        ChangeCommunity.Request Me() => new(id, "staff-1", Territory.OfRegions("PA-2"));

        await house.Ask<ChangeCommunity, ChangeResult>(c => c.Study(Me(), new(new Dictionary<string, string> { ["hogares"] = "42" }), CancellationToken.None));
        await house.Ask<ChangeCommunity, ChangeResult>(c => c.Prioritise(Me(), 1, "lista de corregimientos", CancellationToken.None));
        Assert.Equal(ChangeResult.Changed, await house.Ask<ChangeCommunity, ChangeResult>(c => c.Move(Me(), CommunityTrigger.Activate, null, CancellationToken.None)));
        Assert.Equal(ChangeResult.NotPermitted, await house.Ask<ChangeCommunity, ChangeResult>(c => c.Move(Me(), CommunityTrigger.Activate, null, CancellationToken.None)));
        Assert.Equal(ChangeResult.ReasonMissing, await house.Ask<ChangeCommunity, ChangeResult>(c => c.Move(Me(), CommunityTrigger.Pause, " ", CancellationToken.None)));

        var read = (await house.Ask<ReadCommunity, ReadCommunity.Result?>(r => r.Handle(id, null, CancellationToken.None)))!.Community;
        Assert.Equal((CommunityState.Active, 1, "lista de corregimientos"), (read.State, read.Priority, read.PriorityReason));
        Assert.Equal("42", StudyAnswers.FromJson(read.StudyJson).Values["hogares"]);
        Assert.Equal(
            [CommunityEntryKind.Identified, CommunityEntryKind.Studied, CommunityEntryKind.Prioritised, CommunityEntryKind.Moved],
            read.Entries.OrderBy(e => e.Id).Select(e => e.Kind));
    }

    [Fact]
    public async Task A_visit_is_a_meeting_and_the_list_tells_the_last_that_was_made_and_the_next()
    {
        await using var house = await House.On(kind);
        var id = await Identify(house, "El Peñón");
        async Task<ListCommunities.Row> Row() => (await house.Ask<ListCommunities, ListCommunities.Result>(l => l.Handle(new(null), CancellationToken.None))).Rows.Single();
        var (made, next) = (house.Clock.Now.AddDays(-2), house.Clock.Now.AddDays(20));
        Assert.Equal((null, null), ((await Row()).VisitedAt, (await Row()).VisitPlannedAt));

        var visit = (await Plan(made, MeetingKind.Visit)).Id!.Value;
        await Plan(next, MeetingKind.Visit);
        await Plan(next.AddDays(-5), MeetingKind.Workshop);
        await house.Ask<TakeAttendance, ChangeResult>(take => take.Handle(new(visit, new HashSet<ParticipantId>(), new HashSet<ParticipantId>(), Holds: true, "staff-1", null), CancellationToken.None));

        Assert.Equal((made, next), ((await Row()).VisitedAt, (await Row()).VisitPlannedAt));

        Task<PlanMeeting.Result> Plan(DateTimeOffset at, MeetingKind kind) =>
            house.Ask<PlanMeeting, PlanMeeting.Result>(plan => plan.Handle(new(null, id, new(kind, null), new(at, at.AddHours(2), "Salón comunal"), "staff-1", null), CancellationToken.None));
    }

    [Fact]
    public async Task The_same_name_in_the_same_place_is_one_community_and_strangers_see_none()
    {
        await using var house = await House.On(kind);
        var id = await Identify(house, "El Peñón");

        Assert.Equal(id, await Identify(house, " el  penon "));

        var elsewhere = Territory.OfRegions("PA-4");
        Assert.Null(await house.Ask<ReadCommunity, ReadCommunity.Result?>(r => r.Handle(id, elsewhere, CancellationToken.None)));
        Assert.Equal(0, (await house.Ask<ListCommunities, ListCommunities.Result>(l => l.Handle(new(elsewhere), CancellationToken.None))).Total);
        Assert.Equal(ChangeResult.NotFound, await house.Ask<ChangeCommunity, ChangeResult>(c => c.Move(new(id, "x", elsewhere), CommunityTrigger.Activate, null, CancellationToken.None)));
        Assert.Equal(IdentifyResult.NoSuchPlace, (await house.Ask<IdentifyCommunity, IdentifyCommunity.Result>(i => i.Handle(new("PA", "PA-2.anton", "Otra", "x", elsewhere), CancellationToken.None))).Outcome);
    }

    [Fact]
    public async Task A_list_of_priorities_is_taken_whole_or_not_at_all()
    {
        await using var house = await House.On(kind);
        await Identify(house, "El Peñón");
        const string good = "lugar,comunidad,prioridad,motivo\r\nPA-2.anton,El Penon,1,\"pobreza alta, sin agua\"\r\nChangüinola,Finca 30,2,lista 2027\r\n";

        var broken = await Import(house, good + "Atlantis,Uno,9,\r\n");
        Assert.Equal([4, 4, 4], broken.Problems.Select(p => p.Line));
        Assert.Equal(1, (await house.Ask<ListCommunities, ListCommunities.Result>(l => l.Handle(new(null), CancellationToken.None))).Total);

        Assert.Equal((1, 1, 0), await Import(house, good) is var first ? (first.Identified, first.Changed, first.Unchanged) : default);
        Assert.Equal((0, 0, 2), await Import(house, good.Replace(',', ';').Replace("alta;", "alta,", StringComparison.Ordinal)) is var again ? (again.Identified, again.Changed, again.Unchanged) : default);
        var list = await house.Ask<ListCommunities, ListCommunities.Result>(l => l.Handle(new(null), CancellationToken.None));
        Assert.Equal([("El Peñón", 1), ("Finca 30", 2)], list.Rows.Select(r => (r.Name, r.Priority!.Value)));
    }

    [Fact]
    public async Task Nobody_imports_outside_the_territory_or_without_the_header()
    {
        await using var house = await House.On(kind);

        Assert.Contains("territorio", (await Import(house, "lugar,comunidad,prioridad,motivo\nPA-2.anton,Uno,1,m\n", Territory.OfRegions("PA-4"))).Problems.Single().Message, StringComparison.Ordinal);
        Assert.Contains("primera línea", (await Import(house, "a,b\n1,2\n")).Problems.Single().Message, StringComparison.Ordinal);
        Assert.Equal(1, (await Import(house, "")).Problems.Single().Line);
    }

    [Fact]
    public void A_study_says_what_is_wrong_and_keeps_what_was_typed()
    {
        var questions = ProgrammePackReader.ReadAll(ContentFolder.Shipped).Find("PA")!.Study;

        var (answers, problems) = StudyAnswers.Read(questions, id => id switch { "hogares" => "como 40", "senal" => "A ratos", "servicios" => "Luna", _ => " " });

        Assert.Equal(["hogares", "servicios"], problems.Keys.Order());
        Assert.Equal("como 40", answers.Values["hogares"]);
        Assert.Equal(answers.Values.OrderBy(v => v.Key), StudyAnswers.FromJson(answers.ToJson()).Values.OrderBy(v => v.Key));
    }

    private static Task<ImportPriorities.Result> Import(House house, string csv, Territory? territory = null) =>
        house.Ask<ImportPriorities, ImportPriorities.Result>(import => import.Handle(new("PA", csv, "staff-1", territory), CancellationToken.None));

    private static async Task<CommunityId> Identify(House house, string name) =>
        (await house.Ask<IdentifyCommunity, IdentifyCommunity.Result>(i => i.Handle(new("PA", "PA-2.anton", name, "staff-1", Territory.OfRegions("PA-2")), CancellationToken.None))).Id!.Value;
}
