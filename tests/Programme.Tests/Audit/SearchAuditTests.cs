using CoopAssistant.Data;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Audit;

public sealed class SearchAuditTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Looks_and_changes_are_found_by_person_time_and_record_the_newest_first(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (ana, eva) = (await house.Registered("Ana Gómez"), await house.Registered("Eva Ruiz"));
        var began = house.Clock.Now;
        foreach (var (staff, woman) in new[] { ("luz", ana), ("mar", ana), ("luz", eva), ("sol", eva) })
        {
            house.Clock.Advance(TimeSpan.FromHours(1));
            await house.Do<RecordAccess>(record => record.Handle(staff, woman.Registration, "documento", CancellationToken.None));
            await house.Do<RecordChange>(record => record.Handle(staff, ChangeAction.Changed, "Registration", woman.Registration.Value.ToString(), staff, CancellationToken.None));
        }

        foreach (var (request, expected) in new (SearchAudit.Request, string[])[]
        {
            (new(null), ["sol", "luz", "mar", "luz"]),
            (new(["luz"]), ["luz", "luz"]),
            (new(["luz", "sol"]), ["sol", "luz", "luz"]),
            (new([]), []),
            (new(null) { From = began.AddHours(2), Until = began.AddHours(4) }, ["luz", "mar"]),
            (new(["mar"]) { From = began.AddHours(3) }, []),
            (new(null) { Skip = 1, Take = 2 }, ["luz", "mar"]),
        })
        {
            Assert.Equal(expected, (await Look(house, request)).Select(line => line.Staff));
            Assert.Equal(expected, (await Changed(house, request)).Select(line => line.Staff));
        }
        var hers = await Look(house, new(["luz", "mar"]) { Record = ana.Folio.Canonical });
        Assert.Equal([("mar", ana.Folio.Canonical), ("luz", ana.Folio.Canonical)], hers.Select(line => (line.Staff, line.Folio)));
        Assert.Equal(["sol", "luz"], (await Changed(house, new(null) { Record = eva.Registration.Value.ToString() })).Select(line => line.Staff));
        Assert.Empty(await Look(house, new(null) { Record = "PA00000000" }));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Counting_stops_where_nobody_reads_on(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Do<CoopDbContext>(db => db.Database.ExecuteSqlAsync($"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= {CappedCount.Most}) INSERT INTO change_entries (staff, action, subject, at) SELECT CASE WHEN i % 2 = 0 THEN 'luz' ELSE 'mar' END, 'cambió', 'Group', {house.Clock.GetUtcNow().UtcDateTime} FROM n"));

        var (all, hers) = (await Count(house, new(null)), await Count(house, new(["luz"])));

        Assert.Equal(new CappedCount(CappedCount.Most, HasMore: true), all);
        Assert.Equal(new CappedCount(CappedCount.Most / 2, HasMore: false), hers);
    }

    private static Task<List<SearchAudit.Line>> Look(House house, SearchAudit.Request request) =>
        house.Ask<SearchAudit, List<SearchAudit.Line>>(async audit => [.. (await SearchAudit.Page(audit.Looks(request), request, CancellationToken.None)).Lines]);

    private static Task<List<SearchAudit.Line>> Changed(House house, SearchAudit.Request request) =>
        house.Ask<SearchAudit, List<SearchAudit.Line>>(async audit => [.. (await SearchAudit.Page(audit.Changes(request), request, CancellationToken.None)).Lines]);

    private static Task<CappedCount> Count(House house, SearchAudit.Request request) =>
        house.Ask<SearchAudit, CappedCount>(async audit => (await SearchAudit.Page(audit.Changes(request), request, CancellationToken.None)).Count);
}
