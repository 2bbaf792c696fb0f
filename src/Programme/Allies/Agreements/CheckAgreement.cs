using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Allies.Agreements;

/// <summary>What staff wrote about an agreement, cleaned; or what is wrong with it. Pure.</summary>
internal static class CheckAgreement
{
    /// <summary>Longest an agreement may reach from its first day: a slip of the year is caught.</summary>
    private const int MostYears = 30;

    public static AgreementProblem? Terms(ProgrammePack pack, AgreementTerms terms, out AgreementTerms good)
    {
        good = terms with
        {
            Title = CheckAlly.Short(terms.Title, Agreement.LongestTitle) ?? "", Number = CheckAlly.Short(terms.Number, Agreement.LongestNumber),
            RenewBy = terms.Until is { } last ? terms.RenewBy ?? DefaultRenewal(pack, terms.From, last) : null,
            Contributions = [.. terms.Contributions.Select(c => (c.Party, What: CheckAlly.Short(c.What, Contribution.Longest))).Where(c => c.What is not null).Select(c => new Contribution(c.Party, c.What!))],
        };
        if (!FreeText.SaysSomething(good.Title)) return AgreementProblem.NoTitle;
        if (terms.Region is { } region && pack.Places.Top.All(top => top.Code != region)) return AgreementProblem.NoSuchRegion;
        if (terms.Until is { } until && (until < terms.From || until > terms.From.AddYears(MostYears))) return AgreementProblem.EndsBeforeItStarts;
        if (good.RenewBy is { } by && (by < terms.From || by > terms.Until)) return AgreementProblem.RenewalOutside;
        if (good.Contributions.Count > Agreement.MostContributions) return AgreementProblem.TooManyContributions;
        return good.Contributions.Count == 0 ? AgreementProblem.NoContribution : null;
    }

    public static DateOnly DefaultRenewal(ProgrammePack pack, DateOnly from, DateOnly until) =>
        until.AddDays(-pack.Allies.RenewalDays) is var by && by < from ? from : by;
}

public enum AgreementProblem { NoTitle, NoSuchRegion, EndsBeforeItStarts, RenewalOutside, NoContribution, TooManyContributions }
