using CoopAssistant.Programme.Packs.Yaml;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads <c>places.yaml</c> and the list it loads.</summary>
internal sealed class PlacesFile
{
    private readonly List<PlaceRead> _read = [];
    private readonly IReadOnlyList<PlaceLevel> _levels;

    private PlacesFile(IReadOnlyList<PlaceLevel> levels) => _levels = levels;

    /// <param name="languages">What places say is spoken there, with the line: only the form knows which languages there are.</param>
    public static PlaceCatalogue Read(YamlMap map, string root, PackProblems problems, out IReadOnlyList<(string Tag, int Line)> languages)
    {
        var levels = map.Maps("levels").Select(ReadLevel).ToList();
        var words = new PlaceWords(
            map.Words("ignore", 40),
            map.OptionalMap("abbreviations") is { } short_ ? Abbreviations(short_) : PlaceWords.None.Abbreviations,
            map.Words("doesNotKnow", 60));
        var toConfirm = ReadToConfirm(map);
        var reader = new PlacesFile(levels);
        foreach (var entry in map.Maps("places")) reader.ReadPlace(entry, null);
        Checks.Unique(reader._read.Select(read => new Coded(read.Place.Code, read.At)), "code");
        reader.CheckReferences();
        languages = [.. reader._read.SelectMany(read => read.Place.Languages.Select(tag => (tag, read.At.LineOf("languages"))))];

        var places = reader._read.Select(read => read.Place).ToList();
        if (map.OptionalText("load", 100) is { } list)
            places.AddRange(PlaceList.Read(root, $"{map.File[..(map.File.LastIndexOf('/') + 1)]}{list}", places, problems));
        map.Done();
        return new PlaceCatalogue(levels, [.. places.DistinctBy(place => place.Code, StringComparer.Ordinal)], words) { ToConfirm = toConfirm };
    }

    private static PlaceLevel ReadLevel(YamlMap map)
    {
        var level = new PlaceLevel(map.Text("name", 60), map.Text("plural", 60));
        map.Done();
        return level;
    }

    private static Dictionary<string, string> Abbreviations(YamlMap map)
    {
        var abbreviations = map.Pairs(40).ToDictionary(pair => pair.Key, pair => pair.Text.Value, StringComparer.Ordinal);
        map.Done();
        return abbreviations;
    }

    private void ReadPlace(YamlMap map, Place? parent)
    {
        var own = parent is null
            ? Checks.Code(map, "code", Shapes.TopPlace(), Shapes.TopPlaceInWords)
            : Checks.Code(map, "code", Shapes.Word(), Shapes.WordInWords);
        var level = (parent?.Level ?? 0) + 1;
        if (level > _levels.Count) map.Problem($"Places go {_levels.Count} levels deep. Add a level to \"levels\" or move this place up.");
        var place = new Place(
            parent is null ? own : $"{parent.Code}.{own}", map.Text("name", 80), Kind(map, parent), level, parent?.Code)
        {
            Aliases = map.Words("aliases", 60),
            LiesWithin = parent is null ? map.OptionalText("within", 40) : null,
            AlsoIn = map.Words("alsoIn", 40),
            DocumentCode = map.OptionalText("documentCode", 6),
            Languages = map.Words("languages", 10),
            Seat = map.OptionalText("seat", 80),
            ToConfirm = ReadToConfirm(map),
        };
        _read.Add(new PlaceRead(place, map));
        foreach (var child in map.OptionalMaps("children")) ReadPlace(child, place);
        map.Done();
    }

    /// <summary>A name alone would not say what to ask the office: beside the day stands what is in doubt.</summary>
    private static ToConfirm? ReadToConfirm(YamlMap map)
    {
        var review = Checks.Review(map);
        var what = map.OptionalText("confirm", PlaceList.MostToConfirm);
        if (what is null && !map.Has("confirm") && map.Has("review")) map.Problem("review", "What is to be checked by then? Add \"confirm\" with a question in Spanish: staff read it.");
        if (what is not null && !map.Has("review") && !map.Has("unconfirmed")) map.Problem("confirm", "Until when? Add \"review: 2027-02-28\" with the day by which somebody checks it.");
        return what is not null && review is { } day ? new ToConfirm(what, day) : null;
    }

    /// <summary>A place inside another is of the level's kind where it does not say otherwise.</summary>
    private string Kind(YamlMap map, Place? parent) =>
        parent is null ? map.Text("kind", 40) : map.OptionalText("kind", 40) ?? (parent.Level < _levels.Count ? _levels[parent.Level].Name : "");

    private void CheckReferences()
    {
        var codes = _read.Select(read => read.Place.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (place, at) in _read)
        {
            if (place.LiesWithin is { } around && !codes.Contains(around)) at.Problem("within", $"There is no place \"{around}\".{Nearest.Hint(around, codes)}");
            foreach (var code in place.AlsoIn.Where(code => !codes.Contains(code))) at.Problem("alsoIn", $"There is no place \"{code}\".{Nearest.Hint(code, codes)}");
        }
    }

    private sealed record PlaceRead(Place Place, YamlMap At);
}
