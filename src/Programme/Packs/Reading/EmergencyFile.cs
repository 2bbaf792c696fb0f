using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads <c>emergency.yaml</c>.</summary>
internal static class EmergencyFile
{
    public static EmergencyLines Read(YamlMap map)
    {
        var entries = map.Maps("lines");
        var lines = entries.Select(ReadLine).ToList();
        Checks.Unique(entries.Zip(lines, (entry, line) => new Coded(line.Code, entry)), "code");
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
}
