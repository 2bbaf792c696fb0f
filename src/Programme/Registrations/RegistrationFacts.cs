using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Groups;

namespace CoopAssistant.Programme.Registrations;

/// <summary>How far her women came.</summary>
public enum RegistrationStage { Reviewed, Grouped, InCooperative }

/// <summary>What a figure counts, as a filter: the list behind it holds the very registrations.</summary>
public sealed record RegistrationFacts
{
    /// <summary>Any of these; null for any time.</summary>
    public IReadOnlyList<CountrySpan>? Submitted { get; init; }

    /// <summary>Code; empty: none named. Null for all.</summary>
    public string? Rubro { get; init; }

    /// <summary>See <see cref="RegistrationSource"/>; empty: not known. Null for all.</summary>
    public string? Source { get; init; }
    public RegistrationStage? Stage { get; init; }

    /// <summary>One of <see cref="WaitBands.Days"/>, or <see cref="WaitBands.None"/> for what nobody has looked at.</summary>
    public string? Reviewed { get; init; }

    /// <summary>Likewise until the decision.</summary>
    public string? Decided { get; init; }

    /// <summary>Only those without a region.</summary>
    public bool WithoutRegion { get; init; }

    internal IQueryable<Registration> On(IQueryable<Registration> found, ProgrammeDb db)
    {
        if (Submitted is not null) found = found.Where(CountrySpan.Any<Registration>(Submitted, (country, from, until) => r => r.Country == country && r.SubmittedAt >= from && r.SubmittedAt < until));
        if (Rubro is { } rubro) found = rubro.Length == 0 ? found.Where(r => r.Rubro == null) : found.Where(r => r.Rubro == rubro);
        if (Source is { } source) found = source.Length == 0 ? found.Where(r => r.Source == null) : found.Where(r => r.Source == source);
        if (WithoutRegion) found = found.Where(r => r.RegionCode == null);
        if (Reviewed == WaitBands.None) found = found.Where(r => r.DaysToReview == null && r.Status == RegistrationStatus.Received);
        else if (WaitBands.Days.Find(Reviewed) is var (from, until)) found = found.Where(r => r.DaysToReview >= from && (until == null || r.DaysToReview < until));
        var waits = RegistrationWaits.ForDecision;
        if (Decided == WaitBands.None) found = found.Where(r => r.DaysToDecision == null && waits.Contains(r.Status));
        else if (WaitBands.Days.Find(Decided) is var (since, before)) found = found.Where(r => r.DaysToDecision >= since && (before == null || r.DaysToDecision < before));
        return Stage switch
        {
            RegistrationStage.Reviewed => found.Where(r => r.DaysToReview != null),
            RegistrationStage.Grouped => found.Where(r => db.GroupMembers.Any(m =>
                m.ParticipantId == r.ParticipantId && m.State == MemberState.Member && db.Groups.Any(g => g.Id == m.GroupId && g.State != GroupState.Dissolved))),
            RegistrationStage.InCooperative => found.Where(r => db.GroupMembers.Any(m =>
                m.ParticipantId == r.ParticipantId && m.State == MemberState.Member && db.Groups.Any(g => g.Id == m.GroupId && g.State == GroupState.Cooperative))),
            _ => found,
        };
    }
}
