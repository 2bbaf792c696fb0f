using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads <c>checklist.yaml</c>.</summary>
internal static class ChecklistFile
{
    public static LegalChecklist Read(YamlMap map, CountryFile country)
    {
        var isUnconfirmed = map.Flag("unconfirmed");
        var entries = map.Maps("steps");
        var steps = new List<ChecklistStep>();
        foreach (var entry in entries) steps.Add(ReadStep(entry, country, isUnconfirmed, [.. steps.Select(step => step.Code)]));
        Checks.Unique(entries.Zip(steps, (entry, step) => new Coded(step.Code, entry)), "code");
        var checklist = new LegalChecklist(
            map.Number("founders", 1, 100), map.OptionalNumber("courseHours", 1, 500), Filled(map, "draftNotice", 200, country), steps, Checks.Review(map));
        map.Done();
        return checklist;
    }

    private static ChecklistStep ReadStep(YamlMap map, CountryFile country, bool isUnconfirmed, IReadOnlyList<string> before)
    {
        var step = new ChecklistStep(
            Checks.Code(map, "code", Shapes.Word(), Shapes.WordInWords), map.Text("name", 80), Checks.Fact(map, "text", 300, country, isUnconfirmed), country.Known(map, "responsible"),
            Filled(map, "missing", 60, country))
        {
            Documents = [.. map.Texts("documents", 120).Select(document => document.Value)],
            Signs = map.Has("signs") ? Filled(map, "signs", 120, country) : null,
            Where = map.Has("where") ? Filled(map, "where", 120, country) : null,
            Fee = map.OptionalMap("fee") is { } fee ? ReadFee(fee, country, isUnconfirmed) : null,
            Terms = [.. map.OptionalMaps("terms").Select(term => ReadTerm(term, before))],
            NeedsFounders = map.Flag("founders"),
            NeedsCourse = map.Flag("course"),
        };
        map.Done();
        return step;
    }

    private static ChecklistFee ReadFee(YamlMap map, CountryFile country, bool isUnconfirmed)
    {
        var fee = new ChecklistFee(Checks.Fact(map, "text", 200, country, isUnconfirmed), Checks.RequiredReview(map));
        map.Done();
        return fee;
    }

    private static ChecklistTerm ReadTerm(YamlMap map, IReadOnlyList<string> before)
    {
        var (most, least, after) = (map.OptionalNumber("atMost", 1, 3_650), map.OptionalNumber("atLeast", 1, 3_650), map.Text("after", 40));
        if (map.Has("atMost") == map.Has("atLeast")) map.Problem("A term has exactly one of \"atMost\" and \"atLeast\", in days.");
        if (after.Length > 0 && !before.Contains(after, StringComparer.Ordinal))
            map.Problem("after", $"No step before this one has the code \"{after}\".{Nearest.Hint(after, before)} A term counts from an earlier step.");
        map.Done();
        return new ChecklistTerm(most is null ? TermKind.AtLeast : TermKind.AtMost, most ?? least ?? 1, after);
    }

    private static string Filled(YamlMap map, string key, int most, CountryFile country) => Checks.Fact(map, key, most, country, isUnconfirmed: false);
}
