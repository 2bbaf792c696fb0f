using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Commitments;

/// <summary>What institutions promised, open ones first and by their day.</summary>
public sealed class ListCommitments(ProgrammeDb db)
{
    private const int Most = 200;

    /// <param name="Reason">Of the last change of state.</param>
    public sealed record Row(
        CommitmentId Id, AllyId Ally, string AllyName, string Country, GroupId? Group, string? GroupName, string? StepCode, string What, DateOnly? DueOn, CommitmentState State, string? Reason,
        DateTimeOffset Since, int Version)
    {
        public bool IsOpen => State is CommitmentState.Promised or CommitmentState.UnderWay;

        public bool IsLateOn(DateOnly today) => IsOpen && DueOn < today;
    }

    /// <param name="ally">Null for all. So with <paramref name="group"/>.</param>
    public Task<IReadOnlyList<Row>> Of(AllyId? ally, GroupId? group, Territory? territory, CancellationToken cancel)
    {
        var found = db.Commitments.AsNoTracking().Within(territory);
        if (ally is { } one) found = found.Where(c => c.AllyId == one);
        if (group is { } of) found = found.Where(c => c.GroupId == of);
        return Rows(found, cancel);
    }

    /// <summary>Open ones whose day has passed.</summary>
    /// <param name="today">By the clock of whoever is furthest east; the countries here share it within an hour.</param>
    public Task<IReadOnlyList<Row>> Late(Territory? territory, DateOnly today, CancellationToken cancel) =>
        Rows(db.Commitments.AsNoTracking().Within(territory).Where(c => (c.State == CommitmentState.Promised || c.State == CommitmentState.UnderWay) && c.DueOn < today), cancel);

    private async Task<IReadOnlyList<Row>> Rows(IQueryable<Commitment> found, CancellationToken cancel) =>
        await found.OrderBy(c => c.State == CommitmentState.Promised || c.State == CommitmentState.UnderWay ? 0 : 1).ThenBy(c => c.DueOn == null).ThenBy(c => c.DueOn).ThenBy(c => c.Id).Take(Most)
            .Select(c => new Row(
                c.Id, c.AllyId, db.Allies.Where(a => a.Id == c.AllyId).Select(a => a.Short).First(), c.Country, c.GroupId, db.Groups.Where(g => g.Id == c.GroupId).Select(g => g.Name).FirstOrDefault(),
                c.StepCode, c.What, c.DueOn, c.State, c.Entries.OrderByDescending(e => e.Id).Select(e => e.Reason).First(), c.Entries.OrderByDescending(e => e.Id).Select(e => e.At).First(), c.Version))
            .ToListAsync(cancel);
}
