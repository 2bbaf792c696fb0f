using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Tests.Packs;

namespace CoopAssistant.Programme.Tests.Groups;

/// <summary>Whatever staff do with the steps of a group in whatever order: one open round a step, the history tells it all, last days are right.</summary>
public sealed class StepPropertyTests
{
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(ContentFolder.Shipped);

    public static TheoryData<int, string> Seeds()
    {
        var seeds = new TheoryData<int, string>();
        for (var seed = 1; seed <= 40; seed++) seeds.Add(seed, seed % 2 == 0 ? "PA" : "BO");
        return seeds;
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_steps_leave_legal_rounds_and_a_complete_history(int seed, string country)
    {
        var (random, pack) = (new Random(seed), Packs.Find(country)!);
        PhaseStep[] steps = [.. pack.Phases.SelectMany(phase => phase.Steps)];
        var now = new DateTimeOffset(2027, 11, 20, 3, 0, 0, TimeSpan.Zero).AddDays(random.Next(60));
        var group = Group.Found(new GroupId(Guid.NewGuid()), GroupCode.Draw(), new(country, null, null, "Manos", "TEX", "es"), GroupOrigin.Staff, "s", null, now);
        var told = new Dictionary<string, (StepState State, int Rounds)>(StringComparer.Ordinal);

        for (var i = 0; i < 150; i++)
        {
            now += TimeSpan.FromHours(random.Next(0, 200));
            var (step, entries) = (steps[random.Next(steps.Length)], group.Entries.Count);
            var isDone = random.Next(4) switch
            {
                0 => group.BeginStep(step.Code, ChangeStep.DueOn(pack, step, now), "s", "r", now),
                1 => group.EndStep(step.Code, StepTrigger.Finish, "s", null, now),
                2 => group.EndStep(step.Code, StepTrigger.Skip, "s", "r", now),
                _ => group.NoteStep(step.Code, new(null, $"lugar {i}", null, null), "s", null, now),
            };

            Assert.Equal(isDone ? entries + 1 : entries, group.Entries.Count);
            if (isDone) Replay(told, group.Entries[^1]);
            Assert.All(group.Steps.GroupBy(s => s.Code), rounds => Assert.InRange(rounds.Count(r => r.State == StepState.Open), 0, 1));
            Assert.All(group.Steps, s => Assert.Equal(s.State == StepState.Open, s.EndedAt is null));
            Assert.All(group.Steps.Where(s => s.EndedAt is not null), s => Assert.True(s.EndedAt >= s.StartedAt));
        }

        Assert.Equal(
            group.Steps.GroupBy(s => s.Code).ToDictionary(r => r.Key, r => (r.Last().State, r.Count())).OrderBy(r => r.Key),
            told.ToDictionary(t => t.Key, t => (t.Value.State, t.Value.Rounds)).OrderBy(t => t.Key));
    }

    [Theory]
    [InlineData("PA", "PA-1.1", "2027-12-31T23:30:00Z", "2028-01-30")]
    [InlineData("PA", "PA-1.1", "2028-01-01T03:00:00Z", "2028-01-30")]
    [InlineData("PA", "PA-1.1", "2028-01-01T06:00:00Z", "2028-01-31")]
    [InlineData("BO", "BO-1.1", "2028-01-31T12:00:00Z", "2028-03-01")]
    [InlineData("BO", "BO-3.3", "2027-10-31T12:00:00Z", "2028-02-28")]
    public void A_last_day_is_counted_in_the_countrys_days_across_months_and_years(string country, string code, string begun, string due)
    {
        var pack = Packs.Find(country)!;

        var last = ChangeStep.DueOn(pack, pack.FindStep(code)!, DateTimeOffset.Parse(begun));

        Assert.Equal(DateOnly.Parse(due), last);
    }

    [Fact]
    public void Every_step_says_what_is_done_how_long_and_after_which()
    {
        foreach (var pack in Packs.All)
        {
            var codes = pack.Phases.SelectMany(phase => phase.Steps).Select(step => step.Code).ToList();
            Assert.All(pack.Phases.SelectMany(phase => phase.Steps), step =>
            {
                Assert.NotEmpty(step.Activities);
                Assert.NotNull(step.ExpectedDays);
                Assert.All(step.After, before => Assert.True(codes.IndexOf(before) >= 0 && codes.IndexOf(before) < codes.IndexOf(step.Code), $"{step.Code} comes after {before}."));
            });
        }
    }

    private static void Replay(Dictionary<string, (StepState State, int Rounds)> told, GroupEntry entry)
    {
        var (_, rounds) = told.GetValueOrDefault(entry.Code!);
        if (entry.Kind is GroupEntryKind.StepBegun or GroupEntryKind.StepReturned)
        {
            Assert.Equal(entry.Kind == GroupEntryKind.StepReturned, rounds > 0);
            told[entry.Code!] = (StepState.Open, rounds + 1);
        }
        else if (entry.Kind == GroupEntryKind.StepFinished) told[entry.Code!] = (StepState.Finished, rounds);
        else if (entry.Kind == GroupEntryKind.StepSkipped) told[entry.Code!] = (StepState.Skipped, Math.Max(1, rounds));
        else Assert.Equal(StepState.Open, told[entry.Code!].State);
    }
}
