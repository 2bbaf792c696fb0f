using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>Under which terms a registration lies: words of her name and community, their sounds, and facts that staff filter by.</summary>
internal static class SearchTerms
{
    /// <summary>Before the sound of a word, so that it is never taken for the word itself.</summary>
    public const char SoundMark = '~';

    /// <summary>Before a fact: words never have it.</summary>
    private const char FactMark = '#';

    public const string HasDuplicate = "#duplicate", HasNewInformation = "#new", IsFree = "#free";

    /// <summary>Shorter words are known by their letters alone.</summary>
    private const int ShortestSound = 3;

    public static string In(RegistrationStatus status) => $"#status={(int)status}";

    public static string OfCountry(string country) => $"#country={country}";

    public static string OfRegion(string region) => $"#region={region}";

    /// <summary>In the place or in one that lies in it.</summary>
    public static string OfPlace(string place) => $"#place={place}";

    public static string Given(string staff) => $"#staff={staff}";

    public static string SoundOf(string word) => SoundMark + Sound.Of(word);

    public static bool HasSound(string word) => word.Length >= ShortestSound && word.All(char.IsAsciiLetterLower);

    public static bool IsWord(string term) => term[0] is not (SoundMark or FactMark);

    /// <summary>Words of her name and community, plain.</summary>
    public static IEnumerable<string> Words(string searchName, string? community) =>
        searchName.Split(' ').Concat(Plain.Of(community).Split(' ')).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Words and facts, without what follows from them.</summary>
    public static IEnumerable<string> Of(Registration registration, Standing standing)
    {
        var facts = new List<string> { In(registration.Status), OfCountry(registration.Country), registration.AssignedTo is { } staff ? Given(staff) : IsFree };
        if (registration.RegionCode is { } region) facts.Add(OfRegion(region));
        if (registration.PlaceCode is { } place) facts.AddRange(Around(place).Select(OfPlace));
        if (registration.HasDuplicateDocument) facts.Add(HasDuplicate);
        if (registration.NewInformationAt is not null) facts.Add(HasNewInformation);
        return Words(registration.SearchName, registration.Community).Concat(facts).Concat(FigureTerms.Of(registration, standing));
    }

    /// <summary>A word is found by its sound too, an hour by its day.</summary>
    public static IEnumerable<string> WithWhatFollows(IEnumerable<string> terms) =>
        terms.SelectMany(term => HasSound(term) ? [term, SoundOf(term)] : HourTerms.Around(term).Prepend(term)).Distinct(StringComparer.Ordinal);

    /// <summary>PA-8.chepo.tortí lies in PA-8.chepo and in PA-8.</summary>
    private static IEnumerable<string> Around(string place)
    {
        for (var end = place.IndexOf('.', StringComparison.Ordinal); end >= 0; end = place.IndexOf('.', end + 1)) yield return place[..end];
        yield return place;
    }
}
