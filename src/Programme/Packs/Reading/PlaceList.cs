using System.Globalization;
using CoopAssistant.Programme.Packs.Yaml;
using CoopAssistant.Programme.Places;
using CsvHelper;
using CsvHelper.Configuration;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>
/// Reads a long list of places from CSV (<c>code,department,province,municipality,type,aliases</c>), so that a census
/// list can be loaded as it is. Aliases are split by ";". Lines that begin with # are comments. Two columns more, <c>review,confirm</c>, may
/// say of a row by which day somebody checks it again, and what.
/// </summary>
internal static class PlaceList
{
    private static readonly string[] Header = ["code", "department", "province", "municipality", "type", "aliases"];
    private static readonly string[] HeaderWithDoubts = [.. Header, "review", "confirm"];

    /// <summary>Most characters of what is to be confirmed.</summary>
    public const int MostToConfirm = 200;

    public static IReadOnlyList<Place> Read(string root, string file, IReadOnlyList<Place> top, PackProblems problems)
    {
        var path = Path.Combine(root, file);
        if (!File.Exists(path))
        {
            problems.Add(file, 0, "places.yaml loads this file, but it is missing. Add it or take \"load\" out.");
            return [];
        }
        using var parser = new CsvParser(new StreamReader(path), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            AllowComments = true,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
        });
        var header = parser.Read() ? parser.Record! : [];
        if (!header.SequenceEqual(Header, StringComparer.Ordinal) && !header.SequenceEqual(HeaderWithDoubts, StringComparer.Ordinal))
        {
            problems.Add(file, Math.Max(1, parser.RawRow), $"The first line must be {string.Join(",", Header)}, and may go on with ,review,confirm.");
            return [];
        }
        var places = new List<Place>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (parser.Read())
            if (ReadRow(parser, header.Length, file, top, lines, problems) is { } place)
                places.Add(place);
        return places;
    }

    private static Place? ReadRow(CsvParser parser, int fields, string file, IReadOnlyList<Place> top, Dictionary<string, int> lines, PackProblems problems)
    {
        if (parser.Record is not [var code, var department, var province, var name, var type, var aliases, .. var doubt] || parser.Count != fields)
        {
            problems.Add(file, parser.RawRow, $"This line has {parser.Count} fields instead of {fields}. Put a text with a comma in double quotes.");
            return null;
        }
        var parent = top.FirstOrDefault(place => place.Level == 1 && place.Name == department);
        if (parent is null) problems.Add(file, parser.RawRow, $"There is no \"{department}\" in places.yaml.{Nearest.Hint(department, top.Select(place => place.Name))}");
        if (!Shapes.Word().IsMatch(code)) problems.Add(file, parser.RawRow, $"\"{code}\" is not a good code: {Shapes.WordInWords}.");
        if (name.Length == 0) problems.Add(file, parser.RawRow, "The municipality has no name.");
        if (type.Length == 0) problems.Add(file, parser.RawRow, "The type is missing (municipio, AIOC).");
        if (!lines.TryAdd(code, parser.RawRow)) problems.Add(file, parser.RawRow, $"The code \"{code}\" comes twice; first in line {lines[code]}.");
        var toConfirm = doubt is [var review, var what] ? ReadToConfirm(review, what, file, parser.RawRow, problems) : null;
        if (parent is null) return null;
        return new Place($"{parent.Code}.{code}", name, type, 2, parent.Code)
        {
            Group = province.Length > 0 ? province : null,
            Aliases = aliases.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            ToConfirm = toConfirm,
        };
    }

    private static ToConfirm? ReadToConfirm(string review, string what, string file, int line, PackProblems problems)
    {
        if (review.Length == 0 && what.Length == 0) return null;
        if (review.Length == 0) problems.Add(file, line, "\"review\" is empty, but \"confirm\" is not. Give the day by which somebody checks it, like 2027-02-28.");
        if (what.Length == 0) problems.Add(file, line, "\"confirm\" is empty, but \"review\" is not. Write what is to be checked, a question in Spanish: staff read it.");
        if (what.Length > MostToConfirm) problems.Add(file, line, $"\"confirm\" has {what.Length} characters; at most {MostToConfirm}. Shorten it.");
        if (DateOnly.TryParseExact(review, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new ToConfirm(what, day);
        if (review.Length > 0) problems.Add(file, line, $"\"review\" must be a day like 2027-02-28, not \"{review}\".");
        return null;
    }
}
