using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>Rounds that are the office's work now, for the office that answers for the cooperative's place: who waits for a visit first, then the longest due.</summary>
public sealed class ListFollowUps(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    private const int Most = 300;

    public sealed record Line(GroupId Group, string Country, string? PlaceCode, string Name, int Month, DateOnly DueOn, FollowUpWhy Why, int DaysDue);

    public async Task<IReadOnlyList<Line>> Handle(Territory? territory, CancellationToken cancel)
    {
        var lines = new List<Line>();
        foreach (var pack in packs.All)
        {
            var (country, today) = (pack.Country.Code, pack.DayOf(clock.GetUtcNow()));
            var last = today.AddDays(-pack.FollowUp.AnswerDays);
            var found = await db.Groups.AsNoTracking().Within(territory).Where(g => g.Country == country && g.State == GroupState.Cooperative)
                .Join(db.FollowUpRounds.Where(r => r.Month > 0), g => g.Id, r => r.GroupId, (g, r) => new { g.Id, g.PlaceCode, g.Name, g.CoordinatorId, Round = r })
                .Where(l => l.Round.WantsVisit || l.Round.State == FollowUpState.Declined || (l.Round.State == FollowUpState.Open
                    && (l.Round.DueOn < last || l.CoordinatorId == null || (l.Round.AskOn == null && l.Round.TimesAsked == 0 && l.Round.AskedOf == l.CoordinatorId))))
                .OrderBy(l => l.Round.DueOn).ThenBy(l => l.Round.Id).Take(Most).ToListAsync(cancel);
            lines.AddRange(found.Select(l => new Line(l.Id, country, l.PlaceCode, l.Name, l.Round.Month, l.Round.DueOn, Why(l.Round, l.CoordinatorId is null, last), today.DayNumber - l.Round.DueOn.DayNumber)));
        }
        return [.. lines.OrderByDescending(l => l.Why == FollowUpWhy.WantsVisit).ThenByDescending(l => l.DaysDue).ThenBy(l => l.Name, StringComparer.Ordinal)];
    }

    private static FollowUpWhy Why(FollowUpRound round, bool hasNoCoordinator, DateOnly last) => round switch
    {
        { WantsVisit: true } => FollowUpWhy.WantsVisit,
        { State: FollowUpState.Declined } => FollowUpWhy.Declined,
        _ when hasNoCoordinator => FollowUpWhy.NoCoordinator,
        _ when round.DueOn < last => FollowUpWhy.Unanswered,
        _ => FollowUpWhy.CannotBeAsked,
    };
}

/// <summary>Why a round is the office's work.</summary>
public enum FollowUpWhy
{
    WantsVisit,
    Declined,
    NoCoordinator,

    /// <summary>The coordinator has no chat with us, or did not agree to be written to.</summary>
    CannotBeAsked,

    /// <summary>The days to answer are over.</summary>
    Unanswered,
}
