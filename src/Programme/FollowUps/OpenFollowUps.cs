using System.Globalization;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>
/// Opens what has fallen due: of each cooperative the baseline, filled with what the program knows of it, and the newest round. A round that
/// nobody answered before the next fell due is missed; rounds from before anybody asked are not made up for.
/// </summary>
public sealed class OpenFollowUps(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    private static readonly string Recognise = nameof(GroupTrigger.Recognise);

    /// <param name="Newest">Month of its newest round; null where it has none.</param>
    public sealed record Cooperative(GroupId Group, string Country, DateTimeOffset RecognisedAt, int? Newest);

    /// <summary>Cooperatives of which something is to be opened.</summary>
    public async Task<IReadOnlyList<Cooperative>> Due(CancellationToken cancel)
    {
        var all = await db.Groups.AsNoTracking().Where(g => g.State == GroupState.Cooperative)
            .Select(g => new
            {
                g.Id, g.Country,
                RecognisedAt = g.Entries.Where(e => e.Kind == GroupEntryKind.Moved && e.Code == Recognise).Max(e => (DateTimeOffset?)e.At),
                Newest = db.FollowUpRounds.Where(r => r.GroupId == g.Id).Max(r => (int?)r.Month),
            }).ToListAsync(cancel);
        return [.. all.Where(g => g.RecognisedAt is not null).Select(g => new Cooperative(g.Id, g.Country, g.RecognisedAt!.Value, g.Newest)).Where(g => ToOpen(g).Count > 0)];
    }

    /// <summary>Opens it for one of them. False where another process did so just now.</summary>
    public async Task<bool> Handle(Cooperative cooperative, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(cooperative);
        if (packs.Find(cooperative.Country) is not { } pack) return false;
        var rounds = await db.FollowUpRounds.Where(r => r.GroupId == cooperative.Group).ToListAsync(cancel);
        foreach (var month in ToOpen(cooperative with { Newest = rounds.Max(r => (int?)r.Month) })) db.FollowUpRounds.Add(await Round(db, pack, cooperative.Group, month, cooperative.RecognisedAt, cancel));
        foreach (var former in rounds.Where(r => r.Month > 0)) former.Miss();
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return false;
        }
        return true;
    }

    /// <summary>A new round; the baseline with what the program knows.</summary>
    internal static async Task<FollowUpRound> Round(ProgrammeDb db, ProgrammePack pack, GroupId group, int month, DateTimeOffset recognisedAt, CancellationToken cancel)
    {
        var round = FollowUpRound.Open(group, month, FollowUpCalendar.DueOn(pack.DayOf(recognisedAt), month));
        if (month > 0) return round;
        var members = await db.GroupMembers.CountAsync(m => m.GroupId == group && m.State == MemberState.Member, cancel);
        var officers = await db.Groups.Where(g => g.Id == group).SelectMany(g => g.Officers.Where(o => o.EndedOn == null).Select(o => o.ParticipantId)).Distinct().CountAsync(cancel);
        var known = pack.FollowUp.Indicators.Where(i => i.Baseline is not null)
            .ToDictionary(i => i.Id, i => (string?)(i.Baseline == BaselineOf.Members ? members : officers).ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        round.Answer(known, FollowUpBy.Record, null, recognisedAt);
        return round;
    }

    private List<int> ToOpen(Cooperative cooperative)
    {
        if (packs.Find(cooperative.Country) is not { } pack) return [];
        var due = FollowUpCalendar.Due(pack.FollowUp, pack.DayOf(cooperative.RecognisedAt), pack.DayOf(clock.GetUtcNow()));
        if (due.Count == 0) return [];
        var open = new List<int>();
        if (cooperative.Newest is null) open.Add(0);
        if (due[^1] > (cooperative.Newest ?? 0)) open.Add(due[^1]);
        return open;
    }
}
