using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>A cooperative's rounds as staff see them, with everything that was answered and corrected.</summary>
public sealed class ReadFollowUps(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <param name="RecognisedOn">Null before; then there are no rounds.</param>
    /// <param name="Rounds">Those that have fallen due, the newest first.</param>
    /// <param name="NextOn">When the next falls due; null before the recognition.</param>
    public sealed record Result(Group Group, ProgrammePack Pack, DateOnly? RecognisedOn, IReadOnlyList<Line> Rounds, DateOnly? NextOn, IReadOnlyDictionary<ParticipantId, string> Names);

    /// <param name="Round">Null where it was not opened yet.</param>
    public sealed record Line(int Month, DateOnly DueOn, FollowUpRound? Round)
    {
        public FollowUpAnswer? Answer(string indicator) => Round?.Current(indicator);
    }

    /// <summary>Null where there is no such group, or it lies outside the territory.</summary>
    public async Task<Result?> Handle(GroupId id, Territory? territory, CancellationToken cancel)
    {
        var group = await db.Groups.AsNoTracking().Within(territory).Include(g => g.Entries.Where(e => e.Kind == GroupEntryKind.Moved)).SingleOrDefaultAsync(g => g.Id == id, cancel);
        if (group is null || packs.Find(group.Country) is not { } pack) return null;
        if (group.Formalities.RecognisedAt is not { } at) return new(group, pack, null, [], null, new Dictionary<ParticipantId, string>());
        var (recognised, today) = (pack.DayOf(at), pack.DayOf(clock.GetUtcNow()));
        var rounds = await db.FollowUpRounds.AsNoTracking().Include(r => r.Answers.OrderBy(a => a.Id)).Where(r => r.GroupId == id).ToDictionaryAsync(r => r.Month, cancel);
        var people = rounds.Values.SelectMany(r => r.Answers).Select(a => a.ParticipantId).OfType<ParticipantId>().Distinct().ToList();
        var names = await db.Participants.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.GivenNames, p.Surnames }).ToListAsync(cancel);
        // A round of an older pack stays, whatever months are asked today.
        var months = FollowUpCalendar.Due(pack.FollowUp, recognised, today).Union(rounds.Keys).OrderDescending();
        return new(
            group, pack, recognised, [.. months.Select(month => new Line(month, FollowUpCalendar.DueOn(recognised, month), rounds.GetValueOrDefault(month)))],
            FollowUpCalendar.DueOn(recognised, FollowUpCalendar.Next(pack.FollowUp, recognised, today)), names.ToDictionary(n => n.Id, n => $"{n.GivenNames} {n.Surnames}"));
    }
}
