using CoopAssistant.Programme.Packs.Yaml;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads <c>offices.yaml</c>.</summary>
internal static class OfficesFile
{
    public static OfficeDirectory Read(YamlMap map, CountryFile country, PlaceCatalogue places)
    {
        var review = Checks.Review(map);
        var entries = map.Maps("offices");
        var covered = new Dictionary<string, string>(StringComparer.Ordinal);
        var offices = new List<Office>();
        Office? central = null;
        foreach (var entry in entries)
        {
            var isCentral = entry.Flag("default");
            var office = ReadOffice(entry, country, review);
            CheckTerritory(entry, office, isCentral, places, covered);
            if (isCentral && central is not null) entry.Problem("default", $"\"{central.Code}\" is the default office already. Only one can be.");
            if (isCentral) central ??= office;
            offices.Add(office);
        }
        Checks.Unique(entries.Zip(offices, (entry, office) => new Coded(office.Code, entry)), "code");
        if (central is null && offices.Count > 0) map.Problem("offices", "No office answers for places that none covers: mark one with \"default: true\".");
        map.Done();
        return new OfficeDirectory(offices, central ?? new Office("", "", "", [], null, null, null, null, null, null), places);
    }

    private static Office ReadOffice(YamlMap map, CountryFile country, DateOnly? review)
    {
        var office = new Office(
            Checks.Code(map, "code", Shapes.Word(), Shapes.WordInWords), map.Text("name", 100), country.Known(map, "institution"),
            map.Words("covers", 40), map.OptionalText("town", 80), map.OptionalText("address", 160), Phone(map),
            map.OptionalText("hours", 100), map.OptionalText("note", 300), Checks.Review(map) ?? review);
        if (office.Note is not null) Checks.Placeholders(map, "note", office.Note, country.Words.Keys);
        map.Done();
        return office;
    }

    private static string? Phone(YamlMap map)
    {
        var phone = map.OptionalText("phone", 30);
        if (phone is not null && !phone.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '-' or '+'))
            map.Problem("phone", $"\"{phone}\" is no phone number: digits, blanks, hyphens and + only.");
        return phone;
    }

    private static void CheckTerritory(YamlMap map, Office office, bool isCentral, PlaceCatalogue places, Dictionary<string, string> covered)
    {
        if (office.Covers.Count == 0 && !isCentral) map.Problem("The office covers nothing. Add \"covers\" with codes of places.");
        foreach (var code in office.Covers)
        {
            if (places.Find(code) is null) map.Problem("covers", $"There is no place \"{code}\".{Nearest.Hint(code, places.All.Select(place => place.Code))}");
            if (!covered.TryAdd(code, office.Code)) map.Problem("covers", $"\"{code}\" is covered by the office \"{covered[code]}\" already.");
        }
    }
}
