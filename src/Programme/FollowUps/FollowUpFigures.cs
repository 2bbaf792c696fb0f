using System.Globalization;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>How sums are taken apart. Nothing else of a group or woman is kept that the programme asks for.</summary>
public enum FollowUpSplit
{
    Region,

    /// <summary>Main activity of the cooperative.</summary>
    Rubro,

    /// <summary>How long after the recognition it was asked.</summary>
    Month,
}

/// <summary>
/// Sums over what cooperatives told, fit to leave the office. A sum is told of no fewer than <see cref="FewestCooperatives"/> of them together, and
/// where it counts people, not below the smallest cell; nor is what would let it be computed. A total that would tell is hidden everywhere.
/// </summary>
/// <param name="Cooperatives">There are so many.</param>
/// <param name="Told">So many of them told something in the period.</param>
/// <param name="Territories">By the kind of territory their cooperative is in (comarca, AIOC); with one cell or none where the country knows no kinds.</param>
public sealed record FollowUpFigures(
    ProgrammePack Pack, int Cooperatives, int Told, IReadOnlyList<FollowUpFigures.Amount> Amounts, IReadOnlyList<FollowUpFigures.Choice> Choices, FollowUpFigures.Table Ages, FollowUpFigures.Table Languages,
    FollowUpFigures.Table Territories)
{
    /// <summary>Of fewer, who knows her own cooperative's number would learn another's.</summary>
    public const int FewestCooperatives = 3;

    /// <summary>First year of each band of ages but the first.</summary>
    private static readonly int[] AgeBands = [30, 45, 60];

    /// <param name="Answered">Cooperatives.</param>
    /// <param name="Sum">Null where hidden; so are the others.</param>
    /// <param name="Baseline">Sum of the same cooperatives on the day of their recognition; null also where not known of enough of them.</param>
    /// <param name="Compared">Cooperatives of which both are known, and <paramref name="Now"/> their sum today.</param>
    public sealed record Amount(Indicator Indicator, int Answered, long? Sum, long? Average, int Compared, long? Baseline, long? Now, IReadOnlyDictionary<FollowUpSplit, IReadOnlyList<Part>> Parts);

    /// <param name="Code">Of the region or rubro, or the month; empty where not known.</param>
    public sealed record Part(string Code, int Cooperatives, long? Sum);

    /// <summary>How many cooperatives chose what.</summary>
    public sealed record Choice(Indicator Indicator, IReadOnlyList<Cell> Cells);

    /// <summary>Women by what they said when they registered.</summary>
    public sealed record Table(IReadOnlyList<Cell> Cells, int? Total);

    /// <param name="Count">Null where hidden.</param>
    public sealed record Cell(string Code, int? Count);

    /// <param name="today">Ages are counted on this day.</param>
    /// <param name="smallest">See <see cref="Suppression.Of(IReadOnlyList{int}, int)"/>.</param>
    public static FollowUpFigures Of(FollowUpNumbers numbers, DateOnly today, int smallest = Suppression.Smallest)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var indicators = numbers.Pack.FollowUp.Indicators;
        return new(
            numbers.Pack, numbers.Cooperatives, numbers.Rounds.Count,
            [.. indicators.Where(i => i.IsAmount).Select(i => AmountOf(i, numbers.Rounds, smallest))],
            [.. indicators.Where(i => i.Question.Kind is QuestionKind.Choice or QuestionKind.YesNo).Select(i => ChoiceOf(i, numbers.Rounds))],
            TableOf(numbers.Women.Select(w => AgeBand(w.BirthYear, today)), ["18", .. AgeBands.Select(from => from.ToString(CultureInfo.InvariantCulture)), ""], smallest),
            TableOf(numbers.Women.Select(w => w.Language), [.. numbers.Women.Select(w => w.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], smallest),
            TableOf(numbers.Women.Select(w => w.Territory ?? ""), [.. numbers.Women.Select(w => w.Territory ?? "").Distinct(StringComparer.Ordinal).OrderBy(kind => kind.Length == 0).ThenBy(kind => kind, StringComparer.Ordinal)], smallest));
    }

    private static Amount AmountOf(Indicator indicator, IReadOnlyList<FollowUpNumbers.Told> rounds, int smallest)
    {
        var told = rounds.Select(round => (Round: round, Amount: Read(round.Values, indicator))).Where(t => t.Amount is not null).Select(t => (t.Round, Amount: t.Amount!.Value)).ToList();
        var splits = Enum.GetValues<FollowUpSplit>().ToDictionary(split => split, split => PartsOf(indicator, split, told, smallest));
        var isHidden = splits.Values.Any(split => split.HidesTotal);
        var both = told.Select(t => (t.Amount, Before: Read(t.Round.Baseline, indicator))).Where(t => t.Before is not null).ToList();
        var mayCompare = !isHidden && both.Count >= FewestCooperatives && IsTold(indicator, both.Sum(t => t.Amount), smallest) && IsTold(indicator, both.Sum(t => t.Before!.Value), smallest)
            && told.Count - both.Count is 0 or >= FewestCooperatives;
        var sum = told.Sum(t => t.Amount);
        return new(
            indicator, told.Count, isHidden ? null : sum, isHidden || told.Count == 0 ? null : (long)Math.Round((decimal)sum / told.Count, MidpointRounding.AwayFromZero),
            both.Count, mayCompare ? both.Sum(t => t.Before!.Value) : null, mayCompare ? both.Sum(t => t.Amount) : null,
            splits.ToDictionary(split => split.Key, split => split.Value.Parts));
    }

    private static (IReadOnlyList<Part> Parts, bool HidesTotal) PartsOf(Indicator indicator, FollowUpSplit split, IReadOnlyList<(FollowUpNumbers.Told Round, long Amount)> told, int smallest)
    {
        var parts = told.GroupBy(t => CodeOf(t.Round, split), StringComparer.Ordinal).OrderBy(part => split == FollowUpSplit.Month ? part.Key.PadLeft(5) : part.Key, StringComparer.Ordinal)
            .Select(part => (part.Key, Count: part.Count(), Sum: part.Sum(t => t.Amount))).ToList();
        var byCount = Suppression.Of(parts.ConvertAll(part => part.Count), FewestCooperatives);
        var byPeople = indicator.CountsPeople ? Suppression.Of(parts.ConvertAll(part => (int)Math.Min(int.MaxValue / 1000, part.Sum)), smallest) : null;
        var hidesTotal = parts.Count > 0 && (byCount.Total is null || byPeople is { Total: null });
        return ([.. parts.Select((part, at) => new Part(part.Key, part.Count, byCount.Cells[at] is null || byPeople is not null && byPeople.Cells[at] is null ? null : part.Sum))], hidesTotal);
    }

    private static bool IsTold(Indicator indicator, long sum, int smallest) => !indicator.CountsPeople || sum == 0 || sum >= smallest;

    private static Choice ChoiceOf(Indicator indicator, IReadOnlyList<FollowUpNumbers.Told> rounds)
    {
        string[] values = indicator.Question.Kind is QuestionKind.Choice choice ? [.. choice.Options.Select(option => option.Value)] : [QuestionKind.YesNo.Yes, QuestionKind.YesNo.No];
        var shown = Suppression.Of([.. values.Select(value => rounds.Count(round => round.Values.GetValueOrDefault(indicator.Id) == value))], FewestCooperatives);
        return new(indicator, [.. values.Select((value, at) => new Cell(value, shown.Cells[at]))]);
    }

    private static Table TableOf(IEnumerable<string> women, IReadOnlyList<string> codes, int smallest)
    {
        var counts = women.CountBy(code => code, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var known = codes.Where(code => code.Length > 0 || counts.ContainsKey(code)).ToList();
        var shown = Suppression.Of(known.ConvertAll(code => counts.GetValueOrDefault(code)), smallest);
        return new([.. known.Select((code, at) => new Cell(code, shown.Cells[at]))], shown.Total);
    }

    private static string AgeBand(int? birthYear, DateOnly today) =>
        birthYear is not { } year ? "" : AgeBands.LastOrDefault(from => today.Year - year >= from) is > 0 and var from ? from.ToString(CultureInfo.InvariantCulture) : "18";

    private static string CodeOf(FollowUpNumbers.Told round, FollowUpSplit split) => split switch
    {
        FollowUpSplit.Region => round.Region ?? "",
        FollowUpSplit.Rubro => round.Rubro,
        _ => round.Month.ToString(CultureInfo.InvariantCulture),
    };

    private static long? Read(IReadOnlyDictionary<string, string> values, Indicator indicator) =>
        long.TryParse(values.GetValueOrDefault(indicator.Id), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
