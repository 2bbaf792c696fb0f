using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Groups.Formalities;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Groups;

public abstract class FormalityStoryTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : FormalityStoryTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : FormalityStoryTests(DatabaseKind.Postgres);

    [Fact]
    public async Task Steps_are_ticked_with_day_and_author_undone_with_a_reason_and_nothing_is_forgotten()
    {
        await using var house = await House.On(kind);
        var (group, today) = (await house.AGroup(country: "BO", region: "BO-L"), Today(house));

        Assert.Equal(FormalityResult.Changed, await Done(house, group, "curso", today, "en El Alto"));
        Assert.Equal(FormalityResult.NotPermitted, await Done(house, group, "curso", today));
        Assert.Equal(FormalityResult.ReasonMissing, await Undo(house, group, "curso", " "));
        Assert.Equal(FormalityResult.Changed, await Undo(house, group, "curso", "era otro grupo"));
        Assert.Equal(FormalityResult.NotPermitted, await Undo(house, group, "curso", "otra vez"));

        var entries = (await house.ReadsGroup(group)).Group.Entries.OrderBy(e => e.Id).Skip(1).Select(e => (e.Kind, e.Code, e.On, e.Author, e.Reason));
        Assert.Equal(
            [(GroupEntryKind.FormalityDone, "curso", today, "staff-1", "en El Alto"), (GroupEntryKind.FormalityUndone, "curso", today, "staff-1", "era otro grupo")],
            entries.Select(e => (e.Kind, e.Code!, e.On!.Value, e.Author, e.Reason!)));
        Assert.Null((await house.ReadsGroup(group)).Group.Formalities.LastDone("curso"));
    }

    [Fact]
    public async Task A_day_that_has_not_come_is_planned_and_not_done()
    {
        await using var house = await House.On(kind);
        var (group, today) = (await house.AGroup(), Today(house));

        Assert.Equal(FormalityResult.DayWrong, await Done(house, group, "orientacion", today.AddDays(1)));
        Assert.Equal(FormalityResult.DayWrong, await Done(house, group, "orientacion", null));
        Assert.Equal(FormalityResult.DayWrong, await Plan(house, group, "orientacion", today.AddDays(-1)));
        Assert.Equal(FormalityResult.Changed, await Plan(house, group, "orientacion", today.AddDays(1)));
        Assert.Equal(FormalityResult.NotFound, await Done(house, group, "solicitud", today)); // of another country
    }

    [Fact]
    public async Task Too_few_founders_or_too_soon_needs_a_note_that_says_why()
    {
        await using var house = await House.On(kind);
        var (group, today) = (await house.AGroup(country: "BO", region: "BO-L"), Today(house));
        for (var i = 0; i < 10; i++) await house.Joins(group, await house.Registered($"Ana {i}", "BO", "BO-L"));
        await Done(house, group, "convocatoria", today.AddDays(-6));

        Assert.Equal(FormalityResult.ReasonMissing, await Done(house, group, "asamblea", today));
        Assert.Equal(FormalityResult.Changed, await Done(house, group, "asamblea", today, "la convocatoria es de otra fecha"));

        var few = await house.AGroup("Pocas");
        Assert.Equal(FormalityResult.ReasonMissing, await Done(house, few, "asamblea", today));
    }

    [Fact]
    public async Task Last_days_surface_a_month_before_for_their_office_only_until_the_step_is_done()
    {
        await using var house = await House.On(kind);
        var (group, today) = (await house.AGroup(country: "BO", region: "BO-L"), Today(house));
        await Done(house, group, "asamblea", today, "nota");
        Assert.Empty(await Expected(house));

        house.Clock.Advance(TimeSpan.FromDays(60));
        var soon = Assert.Single(await Expected(house));
        Assert.Equal((group, "solicitud", today.AddDays(90), -30), (soon.Group, soon.What.Code, soon.What.On, soon.DaysLate));
        house.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, Assert.Single(await Expected(house, Territory.OfRegions("BO-L"))).DaysLate);
        Assert.Empty(await Expected(house, Territory.OfRegions("BO-C")));
        Assert.Equal(FormalityResult.NotFound, await Done(house, group, "solicitud", Today(house), territory: Territory.OfRegions("BO-C")));

        await Done(house, group, "solicitud", Today(house));
        Assert.Empty(await Expected(house));
    }

    [Fact]
    public async Task After_the_recognition_duties_and_terms_of_office_are_expected_of_the_same_record()
    {
        await using var house = await House.On(kind);
        var (ana, eva, group) = (await house.Registered(country: "BO", region: "BO-L"), await house.Registered("Eva Ruiz", "BO", "BO-L"), await house.AGroup(country: "BO", region: "BO-L"));
        await house.Joins(group, ana);
        await house.Joins(group, eva);
        Assert.Equal(FormalityResult.NotPermitted, await Done(house, group, "visita", Today(house)));
        await house.MovesGroup(group, GroupTrigger.Recognise);
        Assert.Equal(OfficerResult.Changed, await Elect(house, group, ana, Today(house), Today(house).AddDays(20)));

        house.Clock.Advance(TimeSpan.FromDays(85));
        var expected = await Expected(house);
        Assert.Equal([(ExpectedKind.TermOfOffice, "administracion"), (ExpectedKind.Duty, "visita")], expected.Select(l => (l.What.Kind, l.What.Code)));
        Assert.Equal(65, expected[0].DaysLate);

        Assert.Equal(FormalityResult.Changed, await Done(house, group, "visita", Today(house), "todo bien"));
        Assert.Equal(["administracion"], (await Expected(house)).Select(l => l.What.Code)); // not as it was known before
        Assert.Equal(OfficerResult.Changed, await Elect(house, group, eva, Today(house), null));
        Assert.Empty(await Expected(house));
        var officers = (await house.ReadsGroup(group)).Group.Officers.OrderBy(o => o.Id).ToList();
        Assert.Equal([(ana.Participant, Today(house)), (eva.Participant, null)], officers.Select(o => (o.ParticipantId, o.EndedOn)));
        Assert.Equal(Today(house).AddMonths(24), officers[1].Until);
    }

    [Fact]
    public async Task Only_members_hold_an_office_and_who_leaves_the_group_leaves_it_too()
    {
        await using var house = await House.On(kind);
        var (ana, stranger, group) = (await house.Registered(), await house.Registered("Iris Mora"), await house.AGroup());
        await house.Joins(group, ana);
        Assert.Equal(OfficerResult.NotPermitted, await Elect(house, group, stranger, Today(house), null, "junta-directores"));
        Assert.Equal(OfficerResult.NotFound, await Elect(house, group, ana, Today(house), null, "senado"));
        Assert.Equal(OfficerResult.DayWrong, await Elect(house, group, ana, Today(house).AddDays(1), null, "junta-directores"));
        Assert.Equal(OfficerResult.Changed, await Elect(house, group, ana, Today(house), null, "junta-directores"));
        Assert.Equal(OfficerResult.NotFound, await Elect(house, group, ana, Today(house), null, "junta-directores", Territory.OfRegions("PA-4")));

        await house.Do<ChangeMembership>(change => change.Leave(new(group, ana.Participant, "staff-1", "se mudó"), CancellationToken.None));

        var read = (await house.ReadsGroup(group)).Group;
        Assert.False(Assert.Single(read.Officers).IsInOffice);
        Assert.Contains(read.Entries, e => e is { Kind: GroupEntryKind.OfficeLeft, Code: "junta-directores/presidenta" });
    }

    [Fact]
    public async Task Who_leads_does_not_watch_herself_nor_lead_two_cooperatives_unless_staff_say_why()
    {
        await using var house = await House.On(kind);
        var (ana, group, other) = (await house.Registered(country: "BO", region: "BO-L"), await house.AGroup(country: "BO", region: "BO-L"), await house.AGroup("Otras", country: "BO", region: "BO-L"));
        await house.Joins(group, ana);
        Assert.Equal(OfficerResult.Changed, await Elect(house, group, ana, Today(house), null));

        Assert.Equal(OfficerResult.Incompatible, await Elect(house, group, ana, Today(house), null, "vigilancia"));
        await house.MovesGroup(group, GroupTrigger.Recognise); // members of a cooperative may found another group
        await house.Joins(other, ana);
        var elsewhere = await house.Ask<ChangeOfficer, ChangeOfficer.Result>(change => change.Elect(new(other, "staff-1", null, null), "vigilancia", "vocal", ana.Participant, Today(house), null, CancellationToken.None));
        Assert.Equal((OfficerResult.Incompatible, "dos-cooperativas"), (elsewhere.Outcome, elsewhere.Against?.Code));
        Assert.Equal(OfficerResult.Changed, await Elect(house, other, ana, Today(house), null, "vigilancia", note: "renuncia mañana a la otra"));
    }

    [Fact]
    public async Task An_office_ends_on_the_countrys_day_and_not_on_that_of_the_clock()
    {
        await using var house = await House.On(kind);
        var (ana, group) = (await house.Registered(), await house.AGroup());
        await house.Joins(group, ana);
        await Elect(house, group, ana, Today(house).AddDays(-3), null, "junta-directores");
        house.Clock.Advance(house.Clock.Now.UtcDateTime.Date.AddDays(1).AddHours(2) - house.Clock.Now.UtcDateTime); // two at night by the clock, nine in the evening there

        await house.Do<ChangeMembership>(change => change.Leave(new(group, ana.Participant, "staff-1", "se mudó"), CancellationToken.None));

        Assert.Equal(DateOnly.FromDateTime(house.Clock.Now.UtcDateTime).AddDays(-1), Assert.Single((await house.ReadsGroup(group)).Group.Officers).EndedOn);
    }

    [Fact]
    public async Task Terms_that_changed_in_the_pack_are_expected_after_the_next_start()
    {
        await using var house = await House.On(kind);
        var (group, today) = (await house.AGroup(country: "BO", region: "BO-L"), Today(house));
        await Done(house, group, "asamblea", today, "nota");
        await house.Ask<ProgrammeDb, int>(db => db.Groups.ExecuteUpdateAsync(set => set.SetProperty(g => g.DueOn, today.AddDays(500)))); // as an older pack said

        var changed = await house.Ask<ForeseeGroups, int>(foresee => foresee.Handle(CancellationToken.None));
        var again = await house.Ask<ForeseeGroups, int>(foresee => foresee.Handle(CancellationToken.None));

        Assert.Equal((1, 0), (changed, again));
        Assert.Equal(today.AddDays(90), await house.Ask<ProgrammeDb, DateOnly?>(db => db.Groups.Where(g => g.Id == group).Select(g => g.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task In_the_chat_a_coordinator_hears_which_steps_are_done_and_never_notes_files_or_a_group_that_is_not_hers()
    {
        await using var house = await House.On(kind);
        var (ana, eva, group, other) = (await house.Registered(), await house.Registered("Eva Ruiz"), await house.AGroup(), await house.AGroup("Otras"));
        await house.Joins(group, ana);
        await house.Do<ChangeMembership>(change => change.AppointCoordinator(new(group, ana.Participant, "staff-1", null), CancellationToken.None));
        await house.Invites(group, eva);
        await Done(house, group, "orientacion", Today(house), "cédula 8-123-456 de Eva");
        await Done(house, other, "orientacion", Today(house));
        await Done(house, other, "estatuto", Today(house));

        var (hers, asked) = (Assert.Single(await house.OwnGroups(ana)), Assert.Single(await house.OwnGroups(eva)));

        Assert.Equal((true, group), (hers.IsCoordinator, hers.Id));
        Assert.Equal(["orientacion"], hers.DoneSteps);
        Assert.DoesNotContain("8-123-456", System.Text.Json.JsonSerializer.Serialize(hers), StringComparison.Ordinal);
        Assert.Empty(asked.DoneSteps); // asked, and not a member
    }

    private static DateOnly Today(House house) => DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime.AddHours(-5));

    private static Task<FormalityResult> Done(House house, GroupId group, string code, DateOnly? on, string? note = null, Territory? territory = null) =>
        house.Ask<RecordFormality, FormalityResult>(record => record.Done(new(group, code, "staff-1", note, territory), on, CancellationToken.None));

    private static Task<FormalityResult> Undo(House house, GroupId group, string code, string? note) =>
        house.Ask<RecordFormality, FormalityResult>(record => record.Undo(new(group, code, "staff-1", note, null), CancellationToken.None));

    private static Task<FormalityResult> Plan(House house, GroupId group, string code, DateOnly? on) =>
        house.Ask<RecordFormality, FormalityResult>(record => record.Plan(new(group, code, "staff-1", null, null), on, CancellationToken.None));

    private static Task<IReadOnlyList<ListExpected.Line>> Expected(House house, Territory? territory = null) =>
        house.Ask<ListExpected, IReadOnlyList<ListExpected.Line>>(list => list.Handle(territory, CancellationToken.None));

    private static async Task<OfficerResult> Elect(House house, GroupId group, Woman woman, DateOnly from, DateOnly? until, string body = "administracion", Territory? territory = null, string? note = null) =>
        (await house.Ask<ChangeOfficer, ChangeOfficer.Result>(change => change.Elect(new(group, "staff-1", note, territory), body, "presidenta", woman.Participant, from, until, CancellationToken.None))).Outcome;
}
