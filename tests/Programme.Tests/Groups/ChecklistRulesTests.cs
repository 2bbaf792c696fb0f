using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Groups.Formalities;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Tests.Packs;

namespace CoopAssistant.Programme.Tests.Groups;

/// <summary>Last and first days of the legal checklist, over month and year ends and leap years.</summary>
public sealed class ChecklistRulesTests
{
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(ContentFolder.Shipped);
    private static ProgrammePack Bolivia => Packs.Find("BO")!;

    [Theory]
    [InlineData("nombre", "2027-11-03", "solicitud", "2028-03-02")] // 120 days with a 29 February inside
    [InlineData("nombre", "2026-11-03", "solicitud", "2027-03-03")] // and without
    [InlineData("asamblea", "2027-12-02", "solicitud", "2028-03-01")]
    [InlineData("asamblea", "2028-11-30", "solicitud", "2029-02-28")]
    [InlineData("asamblea", "2100-01-31", "solicitud", "2100-05-01")] // no leap year
    public void The_last_day_is_so_many_calendar_days_after_the_other_step(string done, string on, string step, string last)
    {
        var record = Record((done, on));

        Assert.Equal(Day(last), Line(record, step, "2000-01-01").Latest!.On);
    }

    [Theory]
    [InlineData("2027-12-28", "2028-01-04")]
    [InlineData("2028-02-22", "2028-02-29")]
    [InlineData("2027-02-22", "2027-03-01")]
    public void The_assembly_is_not_before_seven_days_after_the_call(string call, string first)
    {
        var record = Record(("convocatoria", call));

        Assert.Equal(Day(first), Line(record, "asamblea", call).Earliest!.On);
        Assert.True(Line(Record(("convocatoria", call), ("asamblea", Day(first).AddDays(-1).ToString("yyyy-MM-dd"))), "asamblea", call).IsEarly);
        Assert.False(Line(Record(("convocatoria", call), ("asamblea", first)), "asamblea", call).IsEarly);
    }

    [Fact]
    public void A_planned_assembly_gives_the_call_its_last_day()
    {
        var group = AGroup();
        group.PlanFormality("asamblea", Day("2028-03-05"), "s", null, DateTimeOffset.UnixEpoch);

        var call = Line(group.Formalities, "convocatoria", "2028-02-27");

        Assert.Equal((Day("2028-02-27"), -7, "asamblea"), (call.Latest!.On, call.Latest.Days, call.Latest.Other));
        Assert.False(call.IsLate);
        Assert.True(Line(group.Formalities, "convocatoria", "2028-02-28").IsLate);
    }

    [Fact]
    public void Of_two_last_days_the_sooner_counts_and_what_is_done_in_time_is_never_late()
    {
        var record = Record(("nombre", "2027-01-01"), ("asamblea", "2027-02-15"), ("solicitud", "2027-05-01"));

        var line = Line(record, "solicitud", "2030-01-01");

        Assert.Equal((Day("2027-05-01"), "nombre"), (line.Latest!.On, line.Latest.Other));
        Assert.False(line.IsLate);
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_done_undone_and_planned_the_rules_hold_and_the_history_is_complete(int seed)
    {
        var random = new Random(seed);
        var pack = Packs.All[seed % Packs.All.Count];
        var (group, now) = (AGroup(pack.Country.Code), new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero));
        for (var i = 0; i < 120; i++)
        {
            now += TimeSpan.FromHours(random.Next(200));
            var (step, today, entries) = (pack.Checklist.Steps[random.Next(pack.Checklist.Steps.Count)], pack.DayOf(now), group.Entries.Count);
            var isDone = random.Next(3) switch
            {
                0 when group.Formalities.LastDone(step.Code) is null => group.DoFormality(step.Code, today.AddDays(-random.Next(150)), "s", null, now),
                1 => group.UndoFormality(step.Code, "s", "r", now),
                2 => group.PlanFormality(step.Code, random.Next(4) == 0 ? null : today.AddDays(random.Next(150)), "s", null, now),
                _ => false,
            };

            Assert.Equal(entries + (isDone ? 1 : 0), group.Entries.Count);
            var lines = ChecklistRules.Read(pack.Checklist, group.Formalities, new(random.Next(40), random.Next(40)), today);
            Assert.Equal(pack.Checklist.Steps.Select(s => s.Code), lines.Select(l => l.Step.Code));
            foreach (var line in lines) Check(line, lines, today);
            Assert.Equal(lines.Where(l => !l.IsDone && l.Latest is not null).Select(l => l.Latest!.On).Order(), GroupAgenda.Of(pack, group).Select(e => e.On));
        }
    }

    [Fact]
    public void Founders_and_hours_are_held_against_the_minimum_where_a_step_asks_for_them()
    {
        var few = ChecklistRules.Read(Packs.Find("PA")!.Checklist, FormalityRecord.Nothing, new(17, 12), Day("2027-01-01"));
        var enough = ChecklistRules.Read(Packs.Find("PA")!.Checklist, FormalityRecord.Nothing, new(20, 20), Day("2027-01-01"));
        var nobodyCounts = ChecklistRules.Read(Packs.Find("PA")!.Checklist, FormalityRecord.Nothing, new(20, null), Day("2027-01-01"));

        Assert.Equal(3, few.Single(l => l.Step.Code == "asamblea").FoundersMissing);
        Assert.Equal(8, few.Single(l => l.Step.Code == "seminario").HoursMissing);
        Assert.All(enough, l => Assert.Equal((0, 0), (l.FoundersMissing, l.HoursMissing ?? 0)));
        Assert.All(nobodyCounts, l => Assert.Null(l.HoursMissing));
    }

    [Theory]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2027-08-31", 6, "2028-02-29")]
    [InlineData("2027-12-31", 24, "2029-12-31")]
    public void A_term_of_office_ends_on_the_same_day_or_the_last_of_a_shorter_month(string from, int months, string until)
    {
        var body = new GoverningBody("b", "B", "", months, []);

        Assert.Equal(Day(until), GroupAgenda.EndOfTerm(body, Day(from)));
        Assert.Null(GroupAgenda.EndOfTerm(body with { TermMonths = null }, Day(from)));
    }

    [Fact]
    public void A_duty_comes_again_after_the_recognition_the_last_time_or_as_planned()
    {
        var (group, visit) = (AGroup(), Bolivia.Cooperative.FindDuty("visita")!);
        Assert.Null(GroupAgenda.NextOf(Bolivia, visit, group.Formalities));

        group.Move(GroupTrigger.Recognise, "s", null, new DateTimeOffset(2028, 1, 1, 3, 0, 0, TimeSpan.Zero)); // 31 December there
        Assert.Equal(Day("2028-03-31"), GroupAgenda.NextOf(Bolivia, visit, group.Formalities)!.On);
        group.DoFormality("visita", Day("2028-11-30"), "s", null, DateTimeOffset.UnixEpoch.AddYears(70));
        Assert.Equal(Day("2029-02-28"), GroupAgenda.NextOf(Bolivia, visit, group.Formalities)!.On);
        group.PlanFormality("visita", Day("2029-01-15"), "s", null, DateTimeOffset.UnixEpoch.AddYears(71));
        Assert.Equal(Day("2029-01-15"), GroupAgenda.NextOf(Bolivia, visit, group.Formalities)!.On);
    }

    private static void Check(ChecklistLine line, IReadOnlyList<ChecklistLine> lines, DateOnly today)
    {
        ChecklistLine Other(string code) => lines.Single(l => l.Step.Code == code);
        foreach (var term in line.Step.Terms.Where(term => Other(term.After).DoneOn is not null))
        {
            var bound = Other(term.After).DoneOn!.Value.DayNumber + term.Days;
            if (term.Kind == TermKind.AtMost) Assert.True(line.Latest!.On.DayNumber <= bound);
            else Assert.True(line.Earliest!.On.DayNumber >= bound);
        }
        if (line.Latest is { Days: > 0 } latest) Assert.Equal(latest.On, Other(latest.Other).DoneOn!.Value.AddDays(latest.Days));
        if (line.Latest is { Days: < 0 } before) Assert.Equal(before.On, Other(before.Other).PlannedOn!.Value.AddDays(before.Days));
        Assert.Equal(line.Latest is { } l && (line.DoneOn ?? today) > l.On, line.IsLate);
        Assert.False(line.IsDone && line.PlannedOn is not null);
    }

    private static Group AGroup(string country = "BO") =>
        Group.Found(new GroupId(Guid.NewGuid()), GroupCode.Draw(), new(country, null, null, "Manos", "TEX", "es"), GroupOrigin.Staff, "s", null, DateTimeOffset.UnixEpoch);

    private static FormalityRecord Record(params (string Code, string On)[] done)
    {
        var group = AGroup();
        foreach (var (code, on) in done) group.DoFormality(code, Day(on), "s", null, DateTimeOffset.UnixEpoch);
        return group.Formalities;
    }

    private static ChecklistLine Line(FormalityRecord record, string step, string today) =>
        ChecklistRules.Read(Bolivia.Checklist, record, new(10, null), Day(today)).Single(l => l.Step.Code == step);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
