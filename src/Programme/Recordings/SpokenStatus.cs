using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Recordings;

/// <summary>What a status of a registration, or a step of a group, means and what comes next, as it is read aloud: the same for every woman of the country.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="Code">The status as the pack writes it (inReview), or the step's code (PA-1.1).</param>
/// <param name="Words">To be spoken.</param>
/// <param name="TextHash">Changes with the spoken words and with what she reads, so that no voice says what holds no longer.</param>
public sealed record SpokenStatus(string Country, string Code, string Name, string Words, string TextHash)
{
    /// <summary>Null where the pack has nothing to be read aloud.</summary>
    public static SpokenStatus? Of(ProgrammePack pack, RegistrationStatus status)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var wording = pack.Statuses[status];
        return Of(pack, EnumNames.Written(status), wording.Name, wording.Text, wording.Spoken);
    }

    /// <summary>Null where the pack has nothing to be read aloud.</summary>
    public static SpokenStatus? Of(ProgrammePack pack, PhaseStep step)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(step);
        return Of(pack, step.Code, step.Name, step.Text, step.Spoken);
    }

    /// <summary>The status or step of this code; null where there is none (any more), or nothing to be read aloud.</summary>
    public static SpokenStatus? Find(ProgrammePack pack, string code) => AllOf(pack).FirstOrDefault(spoken => spoken.Code == code);

    /// <summary>The statuses, then the steps, as the pack has them.</summary>
    public static IReadOnlyList<SpokenStatus> AllOf(ProgrammePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return [.. pack.Statuses.Keys.Select(status => Of(pack, status)).Concat(pack.Phases.SelectMany(phase => phase.Steps).Select(step => Of(pack, step))).OfType<SpokenStatus>()];
    }

    private static SpokenStatus? Of(ProgrammePack pack, string code, string name, StatusText text, string? spoken)
    {
        if (spoken is null) return null;
        var words = Placeholders.Fill(spoken, pack.Words);
        return new SpokenStatus(pack.Country.Code, code, name, words, RecordingFile.HashOf($"{words}\n{text.Text}\n{text.Otherwise}"));
    }
}
