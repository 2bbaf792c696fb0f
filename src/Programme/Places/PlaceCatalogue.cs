namespace CoopAssistant.Programme.Places;

/// <summary>A programme's territory. Built once, but for the spellings that staff add; safe to read from many turns at a time.</summary>
public sealed class PlaceCatalogue
{
    private readonly Dictionary<string, Place> _byCode;
    private readonly ILookup<string, Place> _inside;
    private readonly Lazy<int?> _levelOfKinds;
    private Lazy<PlaceMatcher> _matcher;
    private IReadOnlyList<LearnedSpelling> _learned = [];

    /// <param name="all">Unique codes; a parent stands before what lies in it.</param>
    public PlaceCatalogue(IReadOnlyList<PlaceLevel> levels, IReadOnlyList<Place> all, PlaceWords words)
    {
        Levels = levels;
        All = all;
        Words = words;
        Top = [.. all.Where(place => place.Level == 1)];
        _byCode = all.ToDictionary(place => place.Code, StringComparer.Ordinal);
        _inside = all.Where(place => place.Parent is not null).ToLookup(place => place.Parent!, StringComparer.Ordinal);
        _matcher = new Lazy<PlaceMatcher>(() => new PlaceMatcher(this, []));
        _levelOfKinds = new(() => all.GroupBy(place => place.Level).OrderBy(level => level.Key).Where(level => level.Select(place => place.Kind).Distinct(StringComparer.Ordinal).Skip(1).Any()).Select(level => (int?)level.Key).FirstOrDefault());
    }

    /// <summary>What each level is called, outermost first.</summary>
    public IReadOnlyList<PlaceLevel> Levels { get; }
    public IReadOnlyList<Place> All { get; }

    /// <summary>The outermost places in the pack's order: what a first list offers.</summary>
    public IReadOnlyList<Place> Top { get; }
    public PlaceWords Words { get; }

    /// <summary>What is in doubt about the list as a whole; single places have their own. Null for nothing.</summary>
    public ToConfirm? ToConfirm { get; init; }

    /// <summary>Reads freely typed names.</summary>
    public PlaceMatcher Matcher => Volatile.Read(ref _matcher).Value;

    /// <summary>
    /// Knows these spellings from now on, beside the pack's own; those learned before and missing here are forgotten. Spellings
    /// of a place that the pack no longer has are passed over. Turns that run meanwhile finish with what was known before.
    /// </summary>
    public void Learn(IReadOnlyList<LearnedSpelling> spellings)
    {
        if (spellings.SequenceEqual(Volatile.Read(ref _learned))) return;
        Volatile.Write(ref _learned, spellings);
        Volatile.Write(ref _matcher, new Lazy<PlaceMatcher>(new PlaceMatcher(this, spellings)));
    }

    /// <summary>Null for a code that is not (or no longer) in the catalogue, and for her own words.</summary>
    public Place? Find(string? code) => code is not null && _byCode.TryGetValue(code, out var place) ? place : null;

    /// <summary>The places directly inside, in the pack's order; empty for an unknown code.</summary>
    public IEnumerable<Place> Inside(string code) => _inside[code];

    public bool HasInside(string code) => _inside.Contains(code);

    /// <summary>Code of the outermost place around (or this one itself): what registrations are filtered by. Null for an unknown code.</summary>
    public string? RegionOf(string? code)
    {
        var place = Find(code);
        while (place is not null && Find(place.Parent ?? place.LiesWithin) is { } around) place = around;
        return place?.Code;
    }

    /// <summary>The place and all around it, innermost first. Empty for an unknown code.</summary>
    public IEnumerable<Place> Chain(string? code)
    {
        for (var place = Find(code); place is not null; place = Find(place.Parent ?? place.LiesWithin)) yield return place;
    }

    /// <summary>Languages spoken there beside Spanish, as the nearest place around it says. Empty where none does.</summary>
    public IReadOnlyList<string> LanguagesOf(string? code) => Chain(code).FirstOrDefault(place => place.Languages.Count > 0)?.Languages ?? [];

    /// <summary>What kind of territory it lies in, where the country has several: comarca or provincia, AIOC or municipio. Null where that is not known, or they are all of one kind.</summary>
    public string? TerritoryKind(string? code) => _levelOfKinds.Value is { } level ? Chain(code).FirstOrDefault(place => place.Level == level)?.Kind : null;

    /// <summary>A name nobody mistakes: "Antón, Coclé", "San Javier (Ñuflo de Chávez), Santa Cruz".</summary>
    public string Describe(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var name = place.Group is null || place.Group == place.Name ? place.Name : $"{place.Name} ({place.Group})";
        return Find(place.Parent) is { } around ? $"{name}, {around.Name}" : name;
    }
}

/// <summary>A spelling that staff added, and the place it means.</summary>
public sealed record LearnedSpelling(string PlaceCode, string Spelling);
