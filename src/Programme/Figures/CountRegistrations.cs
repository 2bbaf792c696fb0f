using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Figures;

/// <summary>Registrations of a month: one GROUP BY over everything that is told of them, added up from there.</summary>
public sealed class CountRegistrations(ProgrammeDb db) : ICountFigures
{
    public IReadOnlyList<FigureKind> Kinds { get; } =
    [
        FigureKind.Registered, FigureKind.Status, FigureKind.Rubro, FigureKind.Source, FigureKind.Reviewed, FigureKind.Decided, FigureKind.Grouped, FigureKind.InCooperative,
        FigureKind.PublicRegistered, FigureKind.PublicRubro, FigureKind.PublicGrouped, FigureKind.PublicInCooperative,
    ];

    public async Task<DateTimeOffset?> First(CancellationToken cancel) =>
        await db.Registrations.OrderBy(r => r.SubmittedAt).Select(r => (DateTimeOffset?)r.SubmittedAt).FirstOrDefaultAsync(cancel);

    public async Task<IReadOnlyList<CountedFigure>> Count(FigureMonth month, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(month);
        var (country, from, until) = (month.Country, month.From, month.Until);
        var members = db.GroupMembers.Where(m => m.State == MemberState.Member).Join(db.Groups, m => m.GroupId, g => g.Id, (m, g) => new { m.ParticipantId, g.State });
        var rows = await db.Registrations.AsNoTracking().Where(r => r.SubmittedAt >= from && r.SubmittedAt < until && r.Country == country)
            .Select(r => new
            {
                r.RegionCode, r.PlaceCode, r.Status, r.Rubro, r.Source, r.IsInStatistics,
                ReviewFrom = r.DaysToReview == null ? null : r.DaysToReview < 1 ? 0 : r.DaysToReview < 3 ? 1 : r.DaysToReview < 7 ? 3 : r.DaysToReview < 15 ? 7 : r.DaysToReview < 30 ? 15 : (int?)30,
                DecisionFrom = r.DaysToDecision == null ? null : r.DaysToDecision < 1 ? 0 : r.DaysToDecision < 3 ? 1 : r.DaysToDecision < 7 ? 3 : r.DaysToDecision < 15 ? 7 : r.DaysToDecision < 30 ? 15 : (int?)30,
                IsGrouped = members.Any(m => m.ParticipantId == r.ParticipantId && m.State != GroupState.Dissolved),
                IsInCooperative = members.Any(m => m.ParticipantId == r.ParticipantId && m.State == GroupState.Cooperative),
            })
            .GroupBy(r => r).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return [.. rows.SelectMany(row => Of(row.Key.RegionCode, row.Key.PlaceCode, row.Count, new Told(
            row.Key.Status, row.Key.Rubro, row.Key.Source, row.Key.ReviewFrom, row.Key.DecisionFrom, row.Key.IsGrouped, row.Key.IsInCooperative, row.Key.IsInStatistics)))];
    }

    private sealed record Told(RegistrationStatus Status, string? Rubro, string? Source, int? ReviewFrom, int? DecisionFrom, bool IsGrouped, bool IsInCooperative, bool IsInStatistics);

    private static IEnumerable<CountedFigure> Of(string? region, string? place, int count, Told told)
    {
        yield return Is(FigureKind.Registered);
        yield return Is(FigureKind.Status, told.Status.ToString());
        yield return Is(FigureKind.Rubro, told.Rubro);
        yield return Is(FigureKind.Source, told.Source);
        if (told.ReviewFrom is { } review) yield return Is(FigureKind.Reviewed, WaitBands.Days.CodeOf(review));
        else if (RegistrationWaits.ForReview.Contains(told.Status)) yield return Is(FigureKind.Reviewed, WaitBands.None);
        if (told.DecisionFrom is { } decision) yield return Is(FigureKind.Decided, WaitBands.Days.CodeOf(decision));
        else if (RegistrationWaits.ForDecision.Contains(told.Status)) yield return Is(FigureKind.Decided, WaitBands.None);
        if (told.IsGrouped) yield return Is(FigureKind.Grouped);
        if (told.IsInCooperative) yield return Is(FigureKind.InCooperative);
        if (!told.IsInStatistics) yield break;
        yield return Is(FigureKind.PublicRegistered);
        yield return Is(FigureKind.PublicRubro, told.Rubro);
        if (told.IsGrouped) yield return Is(FigureKind.PublicGrouped);
        if (told.IsInCooperative) yield return Is(FigureKind.PublicInCooperative);

        CountedFigure Is(FigureKind kind, string? code = null) => new(kind, code ?? "", region, place, count);
    }
}
