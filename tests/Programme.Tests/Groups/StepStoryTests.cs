using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;

namespace CoopAssistant.Programme.Tests.Groups;

public abstract class StepStoryTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : StepStoryTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : StepStoryTests(DatabaseKind.Postgres);

    [Fact]
    public async Task A_step_begins_when_its_conditions_are_met_or_with_a_reason()
    {
        await using var house = await House.On(kind);
        var group = await house.AGroup();

        var early = await Begin(house, group, "PA-2.4");
        Assert.Equal(StepResult.ConditionsUnmet, early.Outcome);
        Assert.Contains(new EntryCondition.Founders(0, 20), early.Unmet);
        Assert.Contains(early.Unmet, condition => condition is EntryCondition.StepBefore);
        Assert.Equal(StepResult.Changed, (await Begin(house, group, "PA-2.4", "ya tenían asamblea")).Outcome);

        var entry = (await house.ReadsGroup(group)).Group.Entries.MaxBy(e => e.Id)!;
        Assert.Equal((GroupEntryKind.StepBegun, "PA-2.4", "ya tenían asamblea", "staff-1"), (entry.Kind, entry.Code, entry.Reason, entry.Author));
    }

    [Fact]
    public async Task Several_steps_of_bolivia_go_on_at_once_and_she_hears_of_each()
    {
        await using var house = await House.On(kind);
        var (ana, group) = (await house.Registered(country: "BO", region: "BO-L"), await house.AGroup(country: "BO", region: "BO-L"));
        await house.Joins(group, ana);
        await Begin(house, group, "BO-1.1");
        await Do(house, group, (change, request) => change.Finish(request("BO-1.1", null), CancellationToken.None));
        await Begin(house, group, "BO-2.1");
        await Begin(house, group, "BO-2.2");
        Assert.Equal(StepResult.NotPermitted, (await Begin(house, group, "BO-2.2", "otra vez")).Outcome);

        await Do(house, group, (change, request) => change.Note(request("BO-2.1", null), new(new DateOnly(2027, 12, 31), " Salón\u0007 comunal ", null, null), CancellationToken.None));

        var steps = (await house.OwnGroups(ana)).Single().Steps;
        Assert.Equal(["BO-2.1", "BO-2.2"], steps.Select(s => s.Code));
        Assert.Equal((new DateOnly(2027, 12, 31), "Salón comunal"), (steps[0].Details.On, steps[0].Details.Place));
    }

    [Fact]
    public async Task Skipping_and_returning_need_a_reason_and_a_return_is_a_round_of_its_own()
    {
        await using var house = await House.On(kind);
        var group = await house.AGroup();
        Task<ChangeStep.Result> Skip(string? reason) => Do(house, group, (change, request) => change.Skip(request("PA-1.1", reason), CancellationToken.None));

        Assert.Equal(StepResult.ReasonMissing, (await Skip(" ")).Outcome);
        Assert.Equal(StepResult.Changed, (await Skip("estudio hecho en 2026")).Outcome);
        Assert.Equal(StepResult.ReasonMissing, (await Begin(house, group, "PA-1.1")).Outcome);
        Assert.Equal(StepResult.Changed, (await Begin(house, group, "PA-1.1", "cambió la comunidad")).Outcome);

        var read = (await house.ReadsGroup(group)).Group;
        Assert.Equal([StepState.Skipped, StepState.Open], read.Steps.OrderBy(s => s.Id).Select(s => s.State));
        Assert.Equal([GroupEntryKind.Founded, GroupEntryKind.StepSkipped, GroupEntryKind.StepReturned], read.Entries.OrderBy(e => e.Id).Select(e => e.Kind));
    }

    [Fact]
    public async Task What_takes_longer_than_expected_is_late_from_the_next_day_for_its_office_only()
    {
        await using var house = await House.On(kind);
        var group = await house.AGroup();
        await Begin(house, group, "PA-1.1");

        house.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty(await Late(house));
        house.Clock.Advance(TimeSpan.FromDays(1));

        var line = Assert.Single(await Late(house));
        Assert.Equal((group, "PA-1.1", 1, "mitradel"), (line.Group, line.Code, line.DaysLate, line.Responsible));
        Assert.Empty(await Late(house, Territory.OfRegions("PA-4")));
        Assert.Single(await Late(house, Territory.OfRegions("PA-2")));
        await Do(house, group, (change, request) => change.Finish(request("PA-1.1", null), CancellationToken.None));
        Assert.Empty(await Late(house));
    }

    [Fact]
    public async Task Nobody_moves_the_steps_of_another_region_or_on_an_old_screen()
    {
        await using var house = await House.On(kind);
        var group = await house.AGroup();

        Assert.Equal(StepResult.NotFound, (await Begin(house, group, "PA-1.1", territory: Territory.OfRegions("PA-4"))).Outcome);
        Assert.Equal(StepResult.NotFound, (await Begin(house, group, "BO-1.1")).Outcome);
        Assert.Equal(StepResult.ChangedMeanwhile, (await Do(house, group, (change, request) => change.Begin(request("PA-1.1", null) with { SeenVersion = 99 }, CancellationToken.None))).Outcome);
        Assert.Empty((await house.ReadsGroup(group)).Group.Steps);
    }

    private static Task<IReadOnlyList<ListOverdueSteps.Line>> Late(House house, Territory? territory = null) =>
        house.Ask<ListOverdueSteps, IReadOnlyList<ListOverdueSteps.Line>>(list => list.Handle(territory, CancellationToken.None));

    private static Task<ChangeStep.Result> Begin(House house, GroupId group, string code, string? reason = null, Territory? territory = null) =>
        house.Ask<ChangeStep, ChangeStep.Result>(change => change.Begin(new(group, code, "staff-1", reason, territory), CancellationToken.None));

    private static Task<ChangeStep.Result> Do(House house, GroupId group, Func<ChangeStep, Func<string, string?, ChangeStep.Request>, Task<ChangeStep.Result>> act) =>
        house.Ask<ChangeStep, ChangeStep.Result>(change => act(change, (code, reason) => new(group, code, "staff-1", reason, null)));
}
