using System.Globalization;
using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Allies.Agreements;

namespace CoopAssistant.Admin.Allies;

/// <summary>What describes an institution, on its way.</summary>
public sealed class AllyForm
{
    public string? Country { get; set; }
    public string? Name { get; set; }
    public string? Short { get; set; }
    public string? Role { get; set; }
    public List<string>? Regions { get; set; }
    public string? Days { get; set; }
    public bool Discreet { get; set; }
    public int Version { get; set; }

    public static AllyForm Of(Ally ally)
    {
        ArgumentNullException.ThrowIfNull(ally);
        return new()
        {
            Country = ally.Country, Name = ally.Name, Short = ally.Short, Role = ally.Role, Regions = [.. ally.RegionCodes], Discreet = ally.IsDiscreet,
            Days = ally.AnswerDays?.ToString(CultureInfo.InvariantCulture), Version = ally.Version,
        };
    }

    /// <summary>What was typed and cannot be read becomes a value that the rules refuse.</summary>
    public AllyProfile Profile() => new(Name ?? "", Short ?? "", Role ?? "", Regions ?? [])
    {
        AnswerDays = string.IsNullOrWhiteSpace(Days) ? null : int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : -1, IsDiscreet = Discreet,
    };
}

/// <summary>What an agreement says, on its way: contributions one a line.</summary>
public sealed class AgreementForm
{
    public string? Title { get; set; }
    public string? Number { get; set; }
    public string? Region { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? RenewBy { get; set; }
    public string? OfMinistry { get; set; }
    public string? OfAlly { get; set; }
    public string? OfOthers { get; set; }
    public int Version { get; set; }

    public static AgreementForm Of(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        string Lines(Party party) => string.Join('\n', agreement.Contributions.Where(c => c.Party == party).OrderBy(c => c.Id).Select(c => c.What));
        return new()
        {
            Title = agreement.Title, Number = agreement.Number, Region = agreement.RegionCode, From = Day(agreement.From), Until = Day(agreement.Until), RenewBy = Day(agreement.RenewBy),
            OfMinistry = Lines(Party.Ministry), OfAlly = Lines(Party.Ally), OfOthers = Lines(Party.Other), Version = agreement.Version,
        };
    }

    /// <summary>Null where the first day cannot be read.</summary>
    public AgreementTerms? Terms() => Read(From) is not { } from ? null : new(
        Title ?? "", Number, string.IsNullOrWhiteSpace(Region) ? null : Region, from, Read(Until), Read(RenewBy), [.. Of(Party.Ministry, OfMinistry), .. Of(Party.Ally, OfAlly), .. Of(Party.Other, OfOthers)]);

    internal static DateOnly? Read(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<Contribution> Of(Party party, string? lines) =>
        (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new Contribution(party, line));
}
