namespace CoopAssistant.Programme.Places;

/// <summary>
/// Finds the place a woman means by what she typed. Never silently wrong: it decides alone only where the name is the
/// same but for accents, capitals, small words and spelling by ear, or one letter off a long name with no rival near.
/// </summary>
public sealed class PlaceMatcher
{
    private const int LongestTyped = 80;
    private const int MostOffered = 5;

    /// <summary>Likeness (1 − mistakes / letters) from which a place is worth offering.</summary>
    private const double WorthOffering = 0.66;

    /// <summary>Names shorter than this are never taken by sound or with a mistake: "hola" is not Olá.</summary>
    private const int ShortestBySound = 5;
    private const int ShortestWithMistake = 7;
    private const double LeastLead = 0.2;
    private const double WidestSpread = 0.3;

    private readonly PlaceCatalogue _catalogue;
    private readonly PlaceNames _names;
    private readonly Key[] _keys;
    private readonly HashSet<string> _doesNotKnow;

    internal PlaceMatcher(PlaceCatalogue catalogue, IReadOnlyList<LearnedSpelling> learned)
    {
        _catalogue = catalogue;
        _names = new PlaceNames(catalogue.Words);
        _keys = [.. catalogue.All.SelectMany(KeysOf), .. learned.SelectMany(Learned)];
        _doesNotKnow = new(catalogue.Words.DoesNotKnow.Select(words => _names.Of(words).Full), StringComparer.Ordinal);
    }

    /// <param name="typed">Her words, any length.</param>
    /// <param name="level">Only places of this level; null for all. Where none fits, deeper ones are offered as <see cref="PlaceMatch.Likely"/>: she named her district when asked for the province.</param>
    /// <param name="within">Code of the place to look in, at any depth; null for the whole country.</param>
    public PlaceMatch Match(string? typed, int? level = null, string? within = null)
    {
        var name = _names.Of(typed is { Length: > LongestTyped } ? typed[..LongestTyped] : typed ?? "");
        if (name.Full.Length == 0) return new PlaceMatch.Unknown();
        if (_doesNotKnow.Contains(name.Full)) return new PlaceMatch.DoesNotKnow();

        var here = Rank(name, place => level is null || place.Level == level, within);
        if (level is null || IsSure(name, here)) return Judge(name, here);
        var deeper = Rank(name, place => place.Level > level, within);
        if (deeper.Count > 0 && (here.Count == 0 || deeper[0].Likeness >= SameName)) return Offer([.. deeper, .. here]);
        return Judge(name, here);
    }

    private PlaceMatch Judge(SpokenName name, List<Candidate> ranked) =>
        ranked.Count == 0 ? new PlaceMatch.Unknown()
        : IsSure(name, ranked) ? new PlaceMatch.Exact(ranked[0].Place)
        : Offer(ranked);

    /// <summary>The first is meant and no other can be.</summary>
    private static bool IsSure(SpokenName name, List<Candidate> ranked)
    {
        if (ranked.Count == 0) return false;
        var (first, score, _) = ranked[0];
        var rival = ranked.Count > 1 ? ranked[1].Likeness : 0;
        if (score >= SameName) return rival < SameName && !ranked.Exists(other => other.ByGroup && other.Place.Group != first.Group);
        if (score - rival < LeastLead) return false;
        return score >= SameSound ? name.Sound.Length >= ShortestBySound
            : name.Sound.Length >= ShortestWithMistake && score >= 1 - (1.0 / name.Sound.Length) - Tiny;
    }

    private static bool IsAround(Key key, string within)
    {
        foreach (var code in key.Around)
            if (code == within)
                return true;
        return false;
    }

    private List<Candidate> Rank(SpokenName name, Func<Place, bool> fits, string? within)
    {
        var near = new List<Candidate>();
        foreach (var key in _keys)
        {
            if (!fits(key.Place) || (within is not null && !IsAround(key, within))) continue;
            var likeness = Likeness(name, key);
            if (likeness < WorthOffering) continue;
            Keep(near, new Candidate(key.Place, likeness, key.IsGroup));
        }
        near.Sort((a, b) => b.Likeness != a.Likeness ? b.Likeness.CompareTo(a.Likeness) : string.CompareOrdinal(a.Place.Code, b.Place.Code));
        return near;
    }

    /// <summary>A place counts once, by the nearest of its names.</summary>
    private static void Keep(List<Candidate> near, Candidate found)
    {
        var known = near.FindIndex(other => other.Place.Code == found.Place.Code);
        if (known < 0) near.Add(found);
        else if (found.Likeness > near[known].Likeness) near[known] = found;
    }

    private const double SameName = 1.0;
    private const double SameSound = 0.97;
    private const double BeginsWith = 0.80;
    private const double SaidAmongOthers = 0.75;
    private const double OfGroup = 0.72;
    private const double Tiny = 0.0001;

    private static double Likeness(SpokenName typed, Key key)
    {
        if (key.IsGroup) return key.Name.Full == typed.Full || key.Name.Core == typed.Core ? OfGroup : 0;
        if (key.Name.Full == typed.Full || (typed.Core.Length > 0 && key.Name.Core == typed.Core)) return SameName;
        if (key.Name.Sound == typed.Sound) return SameSound;

        var best = 0.0;
        if (typed.Full.Length >= 3 && key.Name.Full.StartsWith(typed.Full, StringComparison.Ordinal)) best = BeginsWith;
        else if (SaysWhole(typed.Full, key.Name.Core.Length > 0 ? key.Name.Core : key.Name.Full)) best = SaidAmongOthers;
        var longest = Math.Max(typed.Sound.Length, key.Name.Sound.Length);
        var most = (int)(longest * (1 - WorthOffering));
        if (Math.Abs(typed.Sound.Length - key.Name.Sound.Length) > most || typed.LettersApart(key.Name) > most) return best;
        var mistakes = EditDistance.Between(typed.Sound, key.Name.Sound, most);
        if (mistakes > most) return best;
        var alike = Math.Min(1 - ((double)mistakes / longest), SameSound - 0.01);
        return Math.Max(best, alike);
    }

    /// <summary>The name stands in what she said as whole words, and is long enough not to be there by chance.</summary>
    private static bool SaysWhole(string said, string name)
    {
        if (name.Length < 4) return false;
        var at = said.IndexOf(name, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || said[at - 1] == ' ') && (at + name.Length == said.Length || said[at + name.Length] == ' ');
    }

    /// <summary>Of places that all bear the name only those; else those not much less near than the first.</summary>
    private static PlaceMatch.Likely Offer(List<Candidate> ranked)
    {
        var areNamesakes = ranked.Count > 1 && ranked[1].Likeness >= SameName;
        var least = areNamesakes ? SameName : ranked[0].Likeness - WidestSpread;
        return new([.. ranked.Where(candidate => candidate.Likeness >= least).Select(candidate => candidate.Place).DistinctBy(place => place.Code, StringComparer.Ordinal).Take(MostOffered)]);
    }

    private IEnumerable<Key> Learned(LearnedSpelling learned) =>
        _catalogue.Find(learned.PlaceCode) is { } place ? [new Key(place, _names.Of(learned.Spelling), IsGroup: false, Around(place))] : [];

    private string[] Around(Place place) => [.. _catalogue.Chain(place.Parent).Select(outer => outer.Code), .. place.AlsoIn];

    private IEnumerable<Key> KeysOf(Place place)
    {
        var around = Around(place);
        yield return new Key(place, _names.Of(place.Name), IsGroup: false, around);
        foreach (var alias in place.Aliases) yield return new Key(place, _names.Of(alias), IsGroup: false, around);
        if (place.Group is not null) yield return new Key(place, _names.Of(place.Group), IsGroup: true, around);
    }

    private readonly record struct Candidate(Place Place, double Likeness, bool ByGroup);

    /// <param name="Around">Codes of all places it lies in or is also looked for in.</param>
    private sealed record Key(Place Place, SpokenName Name, bool IsGroup, string[] Around);
}
