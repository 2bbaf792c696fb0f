using System.Text.RegularExpressions;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Allies;

/// <summary>
/// An institution that helps women and groups: its role, territory and contacts. Those of the country's pack are there from the start under the
/// pack's code; staff add others and change all of them.
/// </summary>
public sealed partial class Ally
{
    public const int LongestName = 120;
    public const int LongestShort = 60;
    public const int LongestRole = 200;
    public const int MostAnswerDays = 120;

    private readonly List<AllyContact> _contacts = [];

    private Ally() { }

    public AllyId Id { get; private set; }
    public string Country { get; private set; } = "";

    /// <summary>The pack's code, or one made from the name. Unique in the country; never changes.</summary>
    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Short { get; private set; } = "";

    /// <summary>What it does for her, in a sentence she may read.</summary>
    public string Role { get; private set; } = "";

    /// <summary>Codes of first-level places between blanks; empty for the whole country.</summary>
    public string Regions { get; private set; } = "";

    /// <summary>Days it has to answer a referral; null for the country's usual.</summary>
    public int? AnswerDays { get; private set; }

    /// <summary>Its name is never written to a woman unasked: who looks over her shoulder should not read it.</summary>
    public bool IsDiscreet { get; private set; }

    /// <summary>When it ceased to take referrals; null while it does.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<AllyContact> Contacts => _contacts;

    public IReadOnlyList<string> RegionCodes => Regions.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public AllyProfile Profile => new(Name, Short, Role, RegionCodes) { AnswerDays = AnswerDays, IsDiscreet = IsDiscreet };

    internal static Ally Of(AllyId id, string country, string code, AllyProfile profile)
    {
        var ally = new Ally { Id = id, Country = country, Code = code };
        ally.Take(profile);
        return ally;
    }

    /// <summary>It works there, or everywhere in the country.</summary>
    public bool Reaches(string? region) => Regions.Length == 0 || (region is not null && RegionCodes.Contains(region, StringComparer.Ordinal));

    /// <summary>Who works there may change it: one for the whole country only who works for the whole country.</summary>
    public bool LiesWithin(Territory? territory) => LiesWithin(territory, Country, RegionCodes);

    internal static bool LiesWithin(Territory? territory, string country, IReadOnlyList<string> regions) =>
        territory is null || territory.Covers(country, null) || (regions.Count > 0 && regions.All(region => territory.Covers(country, region)));

    internal void Change(AllyProfile profile)
    {
        Take(profile);
        Version++;
    }

    internal void Close(DateTimeOffset now)
    {
        ClosedAt ??= now;
        Version++;
    }

    internal void Reopen()
    {
        ClosedAt = null;
        Version++;
    }

    internal void Add(AllyContact contact) => _contacts.Add(contact);

    internal bool Remove(long contact) => _contacts.RemoveAll(c => c.Id == contact) > 0;

    /// <summary>A code for an institution that the pack does not know.</summary>
    internal static string CodeFrom(string shortName) => NotALetter().Replace(Plain.Of(shortName), "-").Trim('-') is { Length: > 0 } code ? code[..Math.Min(40, code.Length)] : "aliada";

    private void Take(AllyProfile profile) =>
        (Name, Short, Role, Regions, AnswerDays, IsDiscreet) = (profile.Name, profile.Short, profile.Role, string.Join(' ', profile.Regions), profile.AnswerDays, profile.IsDiscreet);

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotALetter();
}

/// <param name="Regions">Codes of first-level places; empty for the whole country.</param>
public sealed record AllyProfile(string Name, string Short, string Role, IReadOnlyList<string> Regions)
{
    public int? AnswerDays { get; init; }
    public bool IsDiscreet { get; init; }
}
