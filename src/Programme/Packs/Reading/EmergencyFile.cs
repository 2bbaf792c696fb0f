using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads <c>emergency.yaml</c> and <c>checklist.yaml</c>.</summary>
internal static class EmergencyFile
{
    public static EmergencyLines Read(YamlMap map)
    {
        var entries = map.Maps("lines");
        var lines = entries.Select(ReadLine).ToList();
        Checks.Unique(entries.Zip(lines, (entry, line) => (line.Code, entry)), "code");
        var emergency = new EmergencyLines(map.Text("before", 300), lines, map.Text("after", 300), Checks.RequiredReview(map));
        var length = emergency.Before.Length + emergency.After.Length + lines.Sum(line => line.Name.Length + (line.Number?.Length ?? 0) + (line.Text?.Length ?? 0) + 8);
        if (length > YamlMap.ChannelLength) map.Problem("lines", $"Together this is {length} characters; WhatsApp takes {YamlMap.ChannelLength} at once. Shorten it.");
        map.Done();
        return emergency;
    }

    private static EmergencyLine ReadLine(YamlMap map)
    {
        var line = new EmergencyLine(
            Checks.Code(map, "code", Shapes.Word(), Shapes.WordInWords), map.Text("name", 80), map.OptionalText("number", 20),
            map.OptionalText("text", 120), Checks.Review(map));
        if (line.Number is null && line.Text is null) map.Problem("A line without number needs a \"text\" that says where to ask.");
        map.Done();
        return line;
    }

    public static LegalChecklist ReadChecklist(YamlMap map, CountryFile country)
    {
        var isUnconfirmed = map.Flag("unconfirmed");
        var entries = map.Maps("steps");
        var steps = entries.Select(entry => ReadStep(entry, country, isUnconfirmed)).ToList();
        Checks.Unique(entries.Zip(steps, (entry, step) => (step.Code, entry)), "code");
        var checklist = new LegalChecklist(map.Number("founders", 1, 100), steps, Checks.Review(map));
        map.Done();
        return checklist;
    }

    private static ChecklistStep ReadStep(YamlMap map, CountryFile country, bool isUnconfirmed)
    {
        var step = new ChecklistStep(
            Checks.Code(map, "code", Shapes.Word(), Shapes.WordInWords), map.Text("name", 80), map.Text("text", 300), country.Known(map, "responsible"));
        Checks.Placeholders(map, "text", step.Text, country.Words.Keys);
        if (isUnconfirmed) Checks.AdvisesToConfirm(map, "text", step.Text);
        map.Done();
        return step;
    }
}
