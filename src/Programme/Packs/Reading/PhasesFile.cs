using CoopAssistant.Programme.Packs.Yaml;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>What <c>phases.yaml</c> says: status texts of a registration, and the phases with their steps.</summary>
internal sealed record PhasesFile(IReadOnlyDictionary<RegistrationStatus, StatusWording> Statuses, IReadOnlyList<Phase> Phases, string? VoiceComes)
{
    private const int LongestStatus = 300;
    private const int LongestSpoken = 600;
    private static readonly string[] KnownOfRegistration = ["folio", "nombre", "fecha"];
    private static readonly string[] MaybeOfRegistration = ["tel", "dato", "comunidad"];
    private static readonly string[] MaybeOfStep = ["fecha", "lugar", "n", "m", "mes", "numero", "gobierno"];

    public static PhasesFile Read(YamlMap map, CountryFile country)
    {
        var known = country.Words.Keys.Append(Placeholders.Office).ToList();
        var statuses = ReadStatuses(map, [.. known, .. KnownOfRegistration]);
        var phases = map.Maps("phases").Select(phase => ReadPhase(phase, country, known)).ToList();
        Checks.Unique(phases.SelectMany(phase => phase.Codes), "code");
        var voiceComes = map.OptionalText("voiceComes", LongestStatus);
        if (voiceComes is not null) Checks.Placeholders(map, "voiceComes", voiceComes, ["segundos", "kb"]);
        else if (statuses.Values.Any(status => status.Spoken is not null) || phases.Any(phase => phase.Phase.Steps.Any(step => step.Spoken is not null)))
            map.Problem("voiceComes", "Add what is said before a voice comes, with {segundos} and {kb}: she pays for every byte.");
        map.Done();
        return new PhasesFile(statuses, [.. phases.Select(phase => phase.Phase)], voiceComes);
    }

    private static Dictionary<RegistrationStatus, StatusWording> ReadStatuses(YamlMap map, List<string> known)
    {
        var statuses = new Dictionary<RegistrationStatus, StatusWording>();
        foreach (var entry in map.Maps("registration"))
        {
            var status = entry.OneOf<RegistrationStatus>("status");
            var wording = new StatusWording(
                Checks.Code(entry, "code", Shapes.Step(), "REG and a number, like REG-2"), entry.Text("name", 60),
                ReadText(entry, known, MaybeOfRegistration)) { Spoken = ReadSpoken(entry, known) };
            if (status is { } one && !statuses.TryAdd(one, wording)) entry.Problem("status", $"The status \"{EnumNames.Written(one)}\" comes twice. Keep one of them.");
            entry.Done();
        }
        foreach (var missing in Enum.GetValues<RegistrationStatus>().Where(status => !statuses.ContainsKey(status)))
            map.Problem("registration", $"The status \"{EnumNames.Written(missing)}\" has no text. Add an entry for it.");
        return statuses;
    }

    private static PhaseRead ReadPhase(YamlMap map, CountryFile country, List<string> known)
    {
        var entries = map.Maps("steps");
        var steps = entries.Select(step => ReadStep(step, country, known)).ToList();
        var phase = new Phase(Checks.Code(map, "code", Shapes.Step(), Shapes.StepInWords), map.Text("name", 80), steps);
        map.Done();
        return new PhaseRead(phase, entries.Zip(steps, (entry, step) => new Coded(step.Code, entry)).Prepend(new Coded(phase.Code, map)));
    }

    private static PhaseStep ReadStep(YamlMap map, CountryFile country, List<string> known)
    {
        var step = new PhaseStep(
            Checks.Code(map, "code", Shapes.Step(), Shapes.StepInWords), map.Text("name", 80), country.Known(map, "responsible"),
            ReadText(map, known, MaybeOfStep))
        {
            Spoken = ReadSpoken(map, known),
            ExpectedDays = map.OptionalNumber("days", 1, 1_000),
            Activities = map.Words("activities", 120),
            After = map.Words("after", 20),
            NeedsFounders = map.Flag("founders"),
            NeedsRecognition = map.Flag("recognised"),
        };
        map.Done();
        return step;
    }

    /// <summary>Nothing that differs from woman to woman: a recording says the same to all.</summary>
    private static string? ReadSpoken(YamlMap map, List<string> known)
    {
        var spoken = map.OptionalText("spoken", LongestSpoken);
        if (spoken is not null) Checks.Placeholders(map, "spoken", spoken, known.Except([Placeholders.Office, "folio", "nombre", "fecha"], StringComparer.Ordinal));
        return spoken;
    }

    private static StatusText ReadText(YamlMap map, List<string> known, string[] maybe)
    {
        var text = map.Text("text", LongestStatus);
        var otherwise = map.OptionalText("otherwise", LongestStatus);
        Checks.Placeholders(map, "text", text, known.Concat(maybe));
        if (otherwise is not null) Checks.Placeholders(map, "otherwise", otherwise, known);
        var uncertain = Placeholders.In(text).FirstOrDefault(name => !known.Contains(name) && maybe.Contains(name, StringComparer.Ordinal));
        if (uncertain is not null && otherwise is null)
            map.Problem("text", $"{{{uncertain}}} may not be known: add \"otherwise\" with what is said then.");
        return new StatusText(text, otherwise);
    }

    private sealed record PhaseRead(Phase Phase, IEnumerable<Coded> Codes);
}
