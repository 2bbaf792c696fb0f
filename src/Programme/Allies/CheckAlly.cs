using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Allies;

/// <summary>What staff wrote about an institution, cleaned; or what is wrong with it. Pure.</summary>
internal static class CheckAlly
{
    public static AllyProblem? Profile(ProgrammePack pack, AllyProfile profile, out AllyProfile good)
    {
        good = profile with
        {
            Name = Short(profile.Name, Ally.LongestName) ?? "", Short = Short(profile.Short, Ally.LongestShort) ?? Short(profile.Name, Ally.LongestShort) ?? "",
            Role = Short(profile.Role, Ally.LongestRole) ?? "", Regions = [.. profile.Regions.Distinct(StringComparer.Ordinal)],
        };
        if (!FreeText.SaysSomething(good.Name)) return AllyProblem.NoName;
        if (!FreeText.SaysSomething(good.Role)) return AllyProblem.NoRole;
        if (good.Regions.Any(region => pack.Places.Top.All(top => top.Code != region))) return AllyProblem.NoSuchRegion;
        return profile.AnswerDays is < 1 or > Ally.MostAnswerDays ? AllyProblem.WrongDays : null;
    }

    /// <summary>Null where nothing is left of it.</summary>
    public static string? Short(string? text, int longest) => FreeText.Shorten(FreeText.Clean(text), longest) is { Length: > 0 } some ? some : null;
}

public enum AllyProblem { NoName, NoRole, NoSuchRegion, WrongDays, NoSuchCountry, OutsideTerritory }
