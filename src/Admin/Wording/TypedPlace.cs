using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Admin.Wording;

/// <summary>Reads a place that staff typed: its full name as it is offered, its code, or as women write it where that is sure.</summary>
internal static class TypedPlace
{
    /// <returns>The place with its country, or a sentence that says what to do.</returns>
    public static (string? Country, Place? Place, string? Problem) Read(Programmes programmes, string? country, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (null, null, "Escriba el lugar.");
        var text = typed.Trim();
        var packs = programmes.All.Where(pack => country is null || pack.Country.Code == country).ToList();
        foreach (var pack in packs)
            if (pack.Places.Find(text) is { } known || (known = pack.Places.All.FirstOrDefault(place => Plain.Of(pack.Places.Describe(place)) == Plain.Of(text))) is not null)
                return (pack.Country.Code, known, null);

        var near = packs.Select(pack => (pack.Country.Code, Match: pack.Places.Matcher.Match(text), pack.Places)).ToList();
        if (near.Where(n => n.Match is PlaceMatch.Exact).ToList() is [var (code, match, _)]) return (code, ((PlaceMatch.Exact)match).Place, null);
        var likely = near.SelectMany(n => n.Match switch { PlaceMatch.Exact exact => [exact.Place], PlaceMatch.Likely some => some.Places, _ => Enumerable.Empty<Place>() }, (n, place) => n.Places.Describe(place)).Take(4).ToList();
        return (null, null, likely.Count == 0 ? "Ese lugar no está en la lista. Elija uno de los que aparecen al escribir." : $"¿Cuál es? {string.Join(" · ", likely)}");
    }
}
