using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.Duplicates;
using CoopAssistant.Programme.Registrations.Search;
using CoopAssistant.Programme.Tests.Groups;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Registrations;

/// <summary>Lists behind figures: what the bitmaps say is what the rows say, before and after whatever changes.</summary>
public abstract class FactsInTheIndexTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : FactsInTheIndexTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : FactsInTheIndexTests(DatabaseKind.Postgres);

    [Fact]
    public async Task Every_fact_alone_and_with_others_finds_what_the_rows_say()
    {
        await using var house = await House.On(kind);
        var village = new FactsVillage(house, seed: 7);
        await village.Lives(women: 50);
        await Agree(house, await village.Requests());

        for (var n = 0; n < 40; n++) await village.SomethingHappens();

        await Agree(house, await village.Requests());
    }

    private static async Task Agree(House house, List<FindRegistrations.Request> requests)
    {
        var met = 0;
        foreach (var request in requests)
        {
            var rows = await house.Ask<ProgrammeDb, List<(RegistrationId Id, RegistrationStatus Status)>>(db => Rows(db, request));
            var counts = rows.GroupBy(row => row.Status).ToDictionary(same => same.Key, same => same.Count());
            var listed = rows.Where(row => request.Status is null || row.Status == request.Status).ToList();

            var answer = await house.Ask<AskIndex, AskIndex.Answer?>(ask => ask.Handle(request, CancellationToken.None));
            var found = await house.Finds(request);

            Assert.Equal(counts, answer!.ByStatus.Where(one => one.Value.Count > 0).ToDictionary(one => one.Key, one => one.Value.Count));
            Assert.Equal(counts, found.Counts);
            Assert.Equal(listed.Count, found.Total);
            Assert.Equal(listed.Skip(request.Skip).Take(request.Take).Select(row => row.Id), found.Rows.Select(row => row.Id));
            met += listed.Count > 0 ? 1 : 0;
        }
        Assert.InRange(met, requests.Count / 3, requests.Count);
    }

    private static async Task<List<(RegistrationId, RegistrationStatus)>> Rows(ProgrammeDb db, FindRegistrations.Request request)
    {
        var rows = request.Facts!.On(db.Registrations.AsNoTracking().Within(request.Territory), db);
        if (request.Country is { } country) rows = rows.Where(r => r.Country == country);
        if (request.Region is { } region) rows = rows.Where(r => r.RegionCode == region);
        if (request.AssignedTo is { } staff) rows = rows.Where(r => r.AssignedTo == staff);
        if (request.Text is { } text) rows = rows.Where(r => r.SearchName.StartsWith(text));
        return [.. (await FindRegistrations.Sort(rows, request.Order).Select(r => new { r.Id, r.Status }).ToListAsync()).Select(r => (r.Id, r.Status))];
    }

    /// <summary>A clock that differs by half an hour has no terms: then the rows are asked.</summary>
    [Fact]
    public async Task Times_that_begin_within_an_hour_are_found_too()
    {
        await using var house = await House.On(kind);
        var (first, second) = (await house.Registered("Ana Gómez"), await house.Registered("Ana Ruiz"));
        var between = house.Clock.GetUtcNow().AddSeconds(-30);
        FindRegistrations.Request Until(DateTimeOffset end) => new(null) { Facts = new() { Submitted = [new CountrySpan("PA", DateTimeOffset.UnixEpoch, end)] } };

        Assert.Equal([first.Registration], (await house.Finds(Until(between))).Rows.Select(row => row.Id));
        Assert.Equal([first.Registration], (await house.Finds(Until(between) with { Text = "ana" })).Rows.Select(row => row.Id));
        Assert.Equal([second.Registration, first.Registration], (await house.Finds(Until(between.AddHours(1)) with { Text = "ana" })).Rows.Select(row => row.Id));
    }

    /// <summary>Each way by which a woman comes to a stage or leaves it.</summary>
    [Fact]
    public async Task Stages_follow_whatever_changes_in_her_groups()
    {
        await using var house = await House.On(kind);
        var (woman, other) = (await house.Registered("Ana Gómez"), await house.Registered("Marta Ruiz"));
        var (group, next) = (await house.AGroup(), await house.AGroup("Otro grupo"));
        async Task Are(RegistrationStage stage, params Woman[] expected) =>
            Assert.Equal(expected.Select(one => one.Registration), (await house.Finds(new(null) { Facts = new() { Stage = stage } })).Rows.Select(row => row.Id));
        await Are(RegistrationStage.Grouped);

        await house.Invites(group, woman);
        await Are(RegistrationStage.Grouped);
        await house.Answers(group, woman, accepts: true);
        await house.Joins(group, other);
        await Are(RegistrationStage.Grouped, other, woman);
        await Are(RegistrationStage.InCooperative);

        await house.MovesGroup(group, GroupTrigger.Recognise);
        await Are(RegistrationStage.InCooperative, other, woman);
        await house.MovesGroup(group, GroupTrigger.Deactivate, "x");
        await Are(RegistrationStage.InCooperative);
        await Are(RegistrationStage.Grouped, other, woman);
        await house.MovesGroup(group, GroupTrigger.Dissolve, "x");
        await Are(RegistrationStage.Grouped);

        await house.Joins(next, woman);
        await house.Joins(next, other);
        await house.Do<WithdrawRegistration>(withdraw => withdraw.Handle(new(other.Registration, other.Participant, null), CancellationToken.None));
        await Are(RegistrationStage.Grouped, woman);
        await house.Do<ChangeMembership>(change => change.Leave(new(next, woman.Participant, "staff", "x"), CancellationToken.None));
        await Are(RegistrationStage.Grouped);

        await house.Joins(next, woman);
        await Are(RegistrationStage.Grouped, woman);
        await house.Do<ProgrammeDb>(async db =>
        {
            db.Groups.Remove(await db.Groups.SingleAsync(g => g.Id == next));
            await db.SaveAsync(CancellationToken.None);
        });
        await Are(RegistrationStage.Grouped);
    }

    [Fact]
    public async Task United_and_parted_again_she_counts_as_the_rows_say()
    {
        await using var house = await House.On(kind);
        var (kept, same) = (await house.Registered("Ana Gómez", document: "8-1-1"), await house.Registered("Ana Gómes", document: "8-1-1"));
        JudgeDuplicates.Request verdict = new(kept.Registration, same.Registration, "staff", null);
        async Task<IEnumerable<RegistrationId>> Undecided() => (await house.Finds(new(null) { Facts = new() { Decided = WaitBands.None } })).Rows.Select(row => row.Id);
        Assert.Equal([same.Registration, kept.Registration], await Undecided());

        await house.Do<JudgeDuplicates>(judge => judge.Unite(verdict, CancellationToken.None));
        Assert.Equal([kept.Registration], await Undecided());

        await house.Do<JudgeDuplicates>(judge => judge.TakeBack(verdict, CancellationToken.None));
        Assert.Equal([same.Registration, kept.Registration], await Undecided());
    }

    [Fact]
    public async Task A_number_put_right_finds_every_registration_of_hers()
    {
        await using var house = await House.On(kind);
        var woman = await house.Registered("Ana Gómez", document: "8-765-432", phone: "+50761112222");
        await house.Finds(new(null));

        await house.Do<ProgrammeDb>(async db =>
        {
            (await db.Participants.SingleAsync()).CorrectPhone("+50769998888");
            await db.SaveAsync(CancellationToken.None);
        });

        Assert.Equal([woman.Registration], (await house.Finds(new(null) { Text = "6999-8888" })).Rows.Select(row => row.Id));
        Assert.Empty((await house.Finds(new(null) { Text = "6111-2222" })).Rows);
    }

    /// <summary>Else it might be indexed in between, as it was.</summary>
    [Fact]
    public async Task A_registration_is_marked_in_the_transaction_that_changes_her_group()
    {
        await using var house = await House.On(kind);
        var woman = await house.Registered();
        var (group, next) = (await house.AGroup(), await house.AGroup("Otro grupo"));
        await house.Finds(new(null));
        Task<bool> IsIndexed() => house.Ask<ProgrammeDb, bool>(db => db.Registrations.Select(r => r.IsIndexed).SingleAsync());

        await house.Do<ProgrammeDb>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await db.Groups.Include(g => g.Members).SingleAsync(g => g.Id == group)).Join(woman.Participant, false, "x", null, house.Clock.GetUtcNow());
            await db.SaveAsync(CancellationToken.None);
            Assert.False(await db.Registrations.Select(r => r.IsIndexed).SingleAsync());
            await transaction.RollbackAsync();
        });
        Assert.True(await IsIndexed());

        // Two seats at once are refused by the database: nothing of it stays.
        await Assert.ThrowsAsync<DbUpdateException>(() => house.Do<ProgrammeDb>(async db =>
        {
            foreach (var found in await db.Groups.Include(g => g.Members).Where(g => g.Id == group || g.Id == next).ToListAsync()) found.Join(woman.Participant, false, "x", null, house.Clock.GetUtcNow());
            await db.SaveAsync(CancellationToken.None);
        }));
        Assert.True(await IsIndexed());

        await house.Joins(group, woman);
        Assert.False(await IsIndexed());
    }
}
