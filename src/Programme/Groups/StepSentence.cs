using System.Globalization;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Groups;

/// <summary>A step of a group in the pack's words: the same when she asks, when she is told and when staff look.</summary>
public static class StepSentence
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");

    /// <param name="placeCode">The group's.</param>
    /// <param name="sessions">Of training: hers, or the group's for staff.</param>
    public static string Of(ProgrammePack pack, PhaseStep step, string? placeCode, StepDetails details, Sessions? sessions = null)
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
            ["n"] = sessions is { All: > 0 } ? sessions.Attended.ToString(Spanish) : "",
            ["m"] = sessions is { All: > 0 } ? sessions.All.ToString(Spanish) : "",
        });
    }
}
