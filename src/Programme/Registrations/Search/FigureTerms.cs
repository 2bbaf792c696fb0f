using CoopAssistant.Programme.Figures;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>
/// Terms of what figures count: under which of them a registration lies, and which of them a list behind a figure asks for. Side by side, so that
/// both say the same as <see cref="RegistrationFacts.On"/> does of the rows.
/// </summary>
internal static class FigureTerms
{
    private const string WithoutRegion = "#noregion", Grouped = "#grouped", InCooperative = "#cooperative";

    private static string WithRubro(string? rubro) => $"#rubro={rubro}";

    private static string From(string? source) => $"#source={source}";

    private static string Reviewed(string band) => $"#review={band}";

    private static string Decided(string band) => $"#decision={band}";

    public static IEnumerable<string> Of(Registration registration, Standing standing)
    {
        yield return WithRubro(registration.Rubro);
        yield return From(registration.Source);
        yield return HourTerms.Submitted(registration.SubmittedAt);
        if (registration.RegionCode is null) yield return WithoutRegion;
        if (registration.DaysToReview is { } review) yield return Reviewed(WaitBands.Days.CodeOf(review));
        else if (RegistrationWaits.ForReview.Contains(registration.Status)) yield return Reviewed(WaitBands.None);
        if (registration.DaysToDecision is { } decision) yield return Decided(WaitBands.Days.CodeOf(decision));
        else if (RegistrationWaits.ForDecision.Contains(registration.Status)) yield return Decided(WaitBands.None);
        if (standing.IsGrouped) yield return Grouped;
        if (standing.IsInCooperative) yield return InCooperative;
    }

    /// <summary>For each fact but the time the terms of which one has to hold.</summary>
    public static IEnumerable<IReadOnlyList<string>> Asked(RegistrationFacts facts)
    {
        if (facts.Rubro is { } rubro) yield return [WithRubro(rubro)];
        if (facts.Source is { } source) yield return [From(source)];
        if (facts.WithoutRegion) yield return [WithoutRegion];
        if (IsBand(facts.Reviewed)) yield return [Reviewed(facts.Reviewed!)];
        if (IsBand(facts.Decided)) yield return [Decided(facts.Decided!)];
        switch (facts.Stage)
        {
            case RegistrationStage.Reviewed: yield return [.. WaitBands.Days.Codes.Select(Reviewed)]; break;
            case RegistrationStage.Grouped: yield return [Grouped]; break;
            case RegistrationStage.InCooperative: yield return [InCooperative]; break;
        }
    }

    private static bool IsBand(string? said) => said == WaitBands.None || WaitBands.Days.Find(said) is not null;
}

/// <summary>How far her groups came: see <see cref="RegistrationStage"/>.</summary>
internal readonly record struct Standing(bool IsGrouped, bool IsInCooperative);
