using CoopAssistant.Data;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Tests.Groups;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.FollowUps;

public abstract class FollowUpStoryTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : FollowUpStoryTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : FollowUpStoryTests(DatabaseKind.Postgres);

    [Fact]
    public async Task The_baseline_is_what_the_records_know_and_a_round_opens_once_when_its_day_has_come()
    {
        await using var house = await House.On(kind);
        var (group, ana) = await ACooperative(house, members: 4);

        Assert.Equal(1, await Opens(house));
        Assert.Equal(0, await Opens(house));
        var baseline = Assert.Single((await Reads(house, group)).Rounds);
        Assert.Equal((0, "4", "1"), (baseline.Month, baseline.Answer("socias_activas")!.Value, baseline.Answer("mujeres_directiva")!.Value));
        Assert.Null(await Own(house, ana));

        PassMonths(house, 3);
        Assert.Equal(1, await Opens(house));
        var own = await Own(house, ana);
        Assert.Equal((group, 3), (own!.Group, own.Month));
    }

    [Fact]
    public async Task Answers_keep_source_author_and_day_and_a_correction_its_reason()
    {
        await using var house = await House.On(kind);
        var (group, ana) = await ACooperative(house);
        var own = await Due(house, ana);
        await Answers(house, own.Round, ana, ("socias_activas", "18"), ("ventas", "350"), ("ahorro", null), ("problema", "ninguno"));

        Assert.Null(await Own(house, ana));
        var round = await RoundOf(house, group, 3);
        Assert.Equal((FollowUpState.Answered, false), (round.State, round.WantsVisit));
        Assert.Equal((FollowUpSource.Chat, RegistrationStep.Herself, ana.Participant), (round.Current("ventas")!.Source, round.Current("ventas")!.Author, round.Current("ventas")!.ParticipantId));

        Assert.Equal(FollowUpResult.ReasonMissing, await Notes(house, group, round.Version, null, ("ventas", "B/. 1,350.50")));
        Assert.Equal(FollowUpResult.Changed, await Notes(house, group, round.Version, "eran más ventas", ("ventas", "B/. 1,350.50"), ("ahorro", "200")));
        Assert.Equal(FollowUpResult.ChangedMeanwhile, await Notes(house, group, round.Version, "otra vez", ("ventas", "9")));
        var corrected = await RoundOf(house, group, 3);
        Assert.Equal(FollowUpResult.NothingNew, await Notes(house, group, corrected.Version, null, ("ventas", "1350")));
        Assert.Equal(["350", "1350"], corrected.Answers.Where(a => a.Indicator == "ventas").OrderBy(a => a.Id).Select(a => a.Value!));
        Assert.Equal(("eran más ventas", FollowUpSource.Visit, "staff-1"), (corrected.Current("ventas")!.Reason, corrected.Current("ventas")!.Source, corrected.Current("ventas")!.Author));
        Assert.Null(corrected.Current("ahorro")!.Reason); // it had been left out
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_and_nothing_of_it_is_kept()
    {
        await using var house = await House.On(kind);
        var (group, ana) = await ACooperative(house);
        await Due(house, ana);
        var version = (await RoundOf(house, group, 3)).Version;

        var result = await house.Ask<NoteFollowUp, NoteFollowUp.Result>(note => note.Handle(
            new(group, 3, new Dictionary<string, string> { ["socias_activas"] = "18", ["ventas"] = "mucho" }, null, "staff-1", null, version), CancellationToken.None));

        Assert.Equal((FollowUpResult.NotUnderstood, "ventas"), (result.Outcome, Assert.Single(result.Refused).Key));
        Assert.Empty((await RoundOf(house, group, 3)).Answers);
    }

    [Fact]
    public async Task A_problem_waits_for_a_visit_until_somebody_was_there()
    {
        await using var house = await House.On(kind);
        var (group, ana) = await ACooperative(house);
        var own = await Due(house, ana);
        await Answers(house, own.Round, ana, ("socias_activas", "18"), ("problema", "ventas"), ("problema_detalle", "no hay cómo llevar el café"));

        var line = Assert.Single(await Lists(house));
        Assert.Equal((group, FollowUpWhy.WantsVisit), (line.Group, line.Why));
        Assert.Equal(FollowUpResult.NotFound, await Visited(house, group, Territory.OfRegions("PA-4")));
        Assert.Equal(FollowUpResult.Changed, await Visited(house, group, Territory.OfRegions("PA-2")));
        Assert.Empty(await Lists(house));
    }

    [Fact]
    public async Task Only_the_coordinator_answers_and_only_once()
    {
        await using var house = await House.On(kind);
        var (_, ana) = await ACooperative(house);
        var own = await Due(house, ana);
        var eva = await house.Registered("Eva Ruiz");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Answers(house, own.Round, eva, ("socias_activas", "1")));
        await Answers(house, own.Round, ana, ("socias_activas", "18"));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Answers(house, own.Round, ana, ("socias_activas", "19")));
    }

    [Fact]
    public async Task She_says_later_or_no_and_what_stays_unanswered_is_her_offices_work_alone()
    {
        await using var house = await House.On(kind);
        var (group, ana) = await ACooperative(house);
        var own = await Due(house, ana);
        await house.Do<PutOffFollowUp>(put => put.Later(own.Round, ana.Participant, CancellationToken.None));
        Assert.Equal(Today(house).AddDays(3), (await RoundOf(house, group, 3)).AskOn);
        Assert.Empty(await Lists(house));

        house.Clock.Advance(TimeSpan.FromDays(22));
        Assert.Equal(FollowUpWhy.Unanswered, Assert.Single(await Lists(house, Territory.OfRegions("PA-2"))).Why);
        Assert.Empty(await Lists(house, Territory.OfRegions("PA-4")));

        await house.Do<PutOffFollowUp>(put => put.No(own.Round, ana.Participant, CancellationToken.None));
        Assert.Equal(FollowUpWhy.Declined, Assert.Single(await Lists(house)).Why);
        Assert.Equal(FollowUpResult.Changed, await Notes(house, group, (await RoundOf(house, group, 3)).Version, null, ("socias_activas", "15")));
        Assert.Empty(await Lists(house));
    }

    [Fact]
    public async Task A_round_that_nobody_answered_is_missed_when_the_next_falls_due_and_may_still_be_noted()
    {
        await using var house = await House.On(kind);
        var (group, ana) = await ACooperative(house);
        await Due(house, ana);
        PassMonths(house, 3);
        await Opens(house);

        Assert.Equal(6, (await Own(house, ana))!.Month);
        Assert.Equal(FollowUpState.Missed, (await RoundOf(house, group, 3)).State);
        Assert.Equal(FollowUpResult.Changed, await Notes(house, group, (await RoundOf(house, group, 3)).Version, null, ("socias_activas", "15")));
        Assert.Equal(FollowUpState.Answered, (await RoundOf(house, group, 3)).State);
        Assert.Equal(6, (await Own(house, ana))!.Month);
    }

    [Fact]
    public async Task Staff_note_a_round_that_was_not_opened_yet_and_none_that_is_not_due_or_not_theirs()
    {
        await using var house = await House.On(kind);
        var (group, _) = await ACooperative(house);
        PassMonths(house, 3);

        Assert.Equal(FollowUpResult.NotFound, await Notes(house, group, null, null, Territory.OfRegions("PA-4"), 3, ("socias_activas", "15")));
        Assert.Equal(FollowUpResult.NotFound, await Notes(house, group, null, null, null, 6, ("socias_activas", "15")));
        Assert.Equal(FollowUpResult.Changed, await Notes(house, group, null, null, null, 3, ("socias_activas", "15")));
        Assert.Equal(FollowUpResult.Changed, await Notes(house, group, null, null, null, 0, ("ventas", "0")));
        var baseline = await RoundOf(house, group, 0);
        Assert.Equal(("2", "0"), (baseline.Current("socias_activas")!.Value, baseline.Current("ventas")!.Value));
        Assert.Null(await house.Ask<ReadFollowUps, ReadFollowUps.Result?>(read => read.Handle(group, Territory.OfRegions("PA-4"), CancellationToken.None)));
    }

    [Fact]
    public async Task Numbers_are_of_the_newest_round_in_the_period_with_its_baseline_and_within_the_territory()
    {
        await using var house = await House.On(kind);
        var (group, ana) = await ACooperative(house, members: 3);
        await Answers(house, (await Due(house, ana)).Round, ana, ("socias_activas", "18"), ("ventas", "350"));
        PassMonths(house, 3);
        await Opens(house);
        await Answers(house, (await Own(house, ana))!.Round, ana, ("socias_activas", "20"), ("ventas", null));
        var month = new DateOnly(Today(house).Year, Today(house).Month, 1);

        var numbers = Assert.Single(await Numbers(house, month.AddMonths(-11), month, null));
        var told = Assert.Single(numbers.Rounds);
        Assert.Equal((1, group, 6, "PA-2", "TEX"), (numbers.Cooperatives, told.Group, told.Month, told.Region!, told.Rubro));
        Assert.Equal(("20", false, "3", 3), (told.Values["socias_activas"], told.Values.ContainsKey("ventas"), told.Baseline["socias_activas"], numbers.Women.Count));
        Assert.Equal("350", Assert.Single(Assert.Single(await Numbers(house, month.AddMonths(-11), month.AddMonths(-1), null)).Rounds).Values["ventas"]);
        Assert.Empty(Assert.Single(await Numbers(house, month.AddMonths(1), month.AddMonths(1), null)).Rounds);
        Assert.Empty(await Numbers(house, month.AddMonths(-11), month, Territory.OfRegions("PA-4")));
    }

    [Fact]
    public async Task Among_many_registrations_numbers_are_what_the_rows_say_as_of_when_they_were_read_last()
    {
        await using var house = await House.On(kind);
        var (group, ana) = await ACooperative(house, members: 3);
        await Answers(house, (await Due(house, ana)).Round, ana, ("socias_activas", "18"), ("ventas", "350"), ("ahorro", "20"), ("problema", "ventas"), ("problema_detalle", "no hay cómo llevar el café"));
        await Notes(house, group, (await RoundOf(house, group, 3)).Version, "eran más", ("ventas", "1,350"));
        PassMonths(house, 3);
        await ACooperative(house);
        await Opens(house);
        await Answers(house, (await Own(house, ana))!.Round, ana, ("socias_activas", "20"), ("ventas", null), ("problema", "ninguno"));
        var month = new DateOnly(Today(house).Year, Today(house).Month, 1);
        ReadFollowUpNumbers.Request[] requests =
        [
            new(month.AddMonths(-11), month, null), new(month.AddMonths(-11), month.AddMonths(-1), null), new(month, month, null), new(month.AddMonths(1), month.AddMonths(1), null),
            new(month.AddMonths(-11), month, null) { Country = "PA", Region = "PA-2" }, new(month.AddMonths(-11), month, null) { Country = "BO" }, new(month.AddMonths(-11), month, null) { Region = "PA-4" },
            .. new[] { Territory.OfCountry("PA"), Territory.OfCountry("BO"), Territory.OfRegions("PA-2"), Territory.OfRegions("PA-4"), new Territory([], []) { Places = ["PA-2.x"] } }
                .Select(territory => new ReadFollowUpNumbers.Request(month.AddMonths(-11), month, territory)),
        ];
        async Task<List<string>> All() => [.. await Task.WhenAll(requests.Select(async request => Said(await house.Ask<ReadFollowUpNumbers, IReadOnlyList<FollowUpNumbers>>(read => read.Handle(request, CancellationToken.None)))))];

        var asked = await All();
        await Many(house);
        await house.Do<KeptFollowUps>(kept => kept.WhenOld(CancellationToken.None));
        var read = house.Clock.Now;
        await Notes(house, group, (await RoundOf(house, group, 3)).Version, "eran menos", ("ventas", "9"));
        var counted = await All();

        Assert.Equal(asked, counted);
        Assert.Equal(4, asked.Distinct().Count()); // two rounds, one, none, and nobody
        Assert.Equal(read, Assert.Single(await Numbers(house, month.AddMonths(-11), month, null)).ReadAt);
        house.Clock.Advance(TimeSpan.FromMinutes(11));
        await house.Do<KeptFollowUps>(kept => kept.WhenOld(CancellationToken.None));
        Assert.Equal("9", Assert.Single(Assert.Single(await Numbers(house, month.AddMonths(-11), month.AddMonths(-1), null)).Rounds).Values["ventas"]);
    }

    private static string Said(IReadOnlyList<FollowUpNumbers> numbers) => string.Join('\n', numbers.Select(n =>
        $"{n.Pack.Country.Code} {n.Cooperatives}: {string.Join("; ", n.Rounds.Select(r => $"{r.Group} {r.Region} {r.Rubro} {r.Month} {Values(r.Values)} / {Values(r.Baseline)}"))}; {string.Join(", ", n.Women.Select(w => $"{w}").Order(StringComparer.Ordinal))}"));

    private static string Values(IReadOnlyDictionary<string, string> values) => string.Join(",", values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}"));

    /// <summary>More registrations of another country than a page goes through.</summary>
    private Task Many(House house) => house.Do<CoopDbContext>(async db =>
    {
        var (id, at, no, yes) = kind == DatabaseKind.Sqlite ? ("upper(printf('00000000-0000-7000-8000-%012x', i))", "'2020-01-01 00:00:00'", "0", "1") : ("('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid", "timestamptz '2020-01-01 00:00:00+00'", "false", "true");
#pragma warning disable EF1002 // constant texts of this class
        await db.Database.ExecuteSqlRawAsync($"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= 20000)
            INSERT INTO registrations (id, participant_id, folio, country, status, has_group, search_name, search_text, answers_json, submitted_at, changed_at, has_duplicate_document, is_indexed, is_in_statistics, version)
            SELECT {id}, (SELECT id FROM participants LIMIT 1), 'XX' || i, 'XX', 0, {no}, 'mujer', 'mujer', '[]', {at}, {at}, {no}, {yes}, {no}, 0 FROM n
            """);
#pragma warning restore EF1002
    });

    private static async Task<(GroupId Group, Woman Coordinator)> ACooperative(House house, int members = 2)
    {
        var group = await house.AGroup();
        var ana = await house.Registered();
        await house.Joins(group, ana);
        for (var i = 1; i < members; i++) await house.Joins(group, await house.Registered($"Eva Ruiz{i}"));
        await house.Ask<ChangeMembership, MembershipResult>(change => change.AppointCoordinator(new(group, ana.Participant, "staff-1", null), CancellationToken.None));
        await house.Ask<ChangeOfficer, ChangeOfficer.Result>(change => change.Elect(new(group, "staff-1", null, null), "junta-directores", "presidenta", ana.Participant, Today(house), null, CancellationToken.None));
        Assert.Equal(ChangeResult.Changed, await house.MovesGroup(group, GroupTrigger.Recognise));
        return (group, ana);
    }

    private static async Task<ReadOwnFollowUp.Own> Due(House house, Woman coordinator)
    {
        PassMonths(house, 3);
        await Opens(house);
        return (await Own(house, coordinator))!;
    }

    private static void PassMonths(House house, int months) => house.Clock.Advance(TimeSpan.FromDays(Today(house).AddMonths(months).DayNumber - Today(house).DayNumber));

    private static async Task<int> Opens(House house)
    {
        var due = await house.Ask<OpenFollowUps, IReadOnlyList<OpenFollowUps.Cooperative>>(open => open.Due(CancellationToken.None));
        foreach (var cooperative in due) Assert.True(await house.Ask<OpenFollowUps, bool>(open => open.Handle(cooperative, CancellationToken.None)));
        return due.Count;
    }

    private static Task<ReadOwnFollowUp.Own?> Own(House house, Woman woman) => house.Ask<ReadOwnFollowUp, ReadOwnFollowUp.Own?>(read => read.Handle(woman.Participant, CancellationToken.None));

    private static Task Answers(House house, long round, Woman woman, params (string Indicator, string? Value)[] values) =>
        house.Do<AnswerFollowUp>(answer => answer.Handle(new(round, woman.Participant, values.ToDictionary(v => v.Indicator, v => v.Value)), CancellationToken.None));

    private static Task<FollowUpResult> Notes(House house, GroupId group, int? version, string? reason, params (string Indicator, string Text)[] typed) =>
        Notes(house, group, version, reason, null, 3, typed);

    private static async Task<FollowUpResult> Notes(House house, GroupId group, int? version, string? reason, Territory? territory, int month, params (string Indicator, string Text)[] typed) =>
        (await house.Ask<NoteFollowUp, NoteFollowUp.Result>(note => note.Handle(new(group, month, typed.ToDictionary(t => t.Indicator, t => t.Text), reason, "staff-1", territory, version), CancellationToken.None))).Outcome;

    private static Task<FollowUpResult> Visited(House house, GroupId group, Territory territory) =>
        house.Ask<NoteFollowUp, FollowUpResult>(note => note.Visited(group, 3, territory, CancellationToken.None));

    private static Task<IReadOnlyList<ListFollowUps.Line>> Lists(House house, Territory? territory = null) =>
        house.Ask<ListFollowUps, IReadOnlyList<ListFollowUps.Line>>(list => list.Handle(territory, CancellationToken.None));

    private static Task<IReadOnlyList<FollowUpNumbers>> Numbers(House house, DateOnly first, DateOnly last, Territory? territory) =>
        house.Ask<ReadFollowUpNumbers, IReadOnlyList<FollowUpNumbers>>(read => read.Handle(new(first, last, territory), CancellationToken.None));

    private static async Task<ReadFollowUps.Result> Reads(House house, GroupId group) => (await house.Ask<ReadFollowUps, ReadFollowUps.Result?>(read => read.Handle(group, null, CancellationToken.None)))!;

    private static async Task<FollowUpRound> RoundOf(House house, GroupId group, int month) => (await Reads(house, group)).Rounds.Single(line => line.Month == month).Round!;

    private static DateOnly Today(House house) => DateOnly.FromDateTime(house.Clock.Now.UtcDateTime.AddHours(-5));
}
