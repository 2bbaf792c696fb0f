using System.Globalization;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Groups;

/// <summary>A step of a group in the pack's words: the same when she asks, when she is told and when staff look.</summary>
public static class StepSentence
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");

    /// <param name="placeCode">The group's.</param>
    public static string Of(ProgrammePack pack, PhaseStep step, string? placeCode, StepDetails details)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(details);
        return step.Text.Say(new Dictionary<string, string>(pack.WordsFor(placeCode), StringComparer.Ordinal)
        {
            ["fecha"] = details.On?.ToString("d 'de' MMMM", Spanish) ?? "",
            ["mes"] = details.On?.ToString("MMMM", Spanish) ?? "",
            ["lugar"] = details.Place ?? "",
            ["numero"] = details.Number ?? "",
            ["gobierno"] = details.Partner ?? "",
        });
    }
}
