using System.Text.RegularExpressions;
using CoopAssistant.Host.Commands;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Host.Serving;

/// <summary>Reads all settings of a face before anything of it starts, and says what is wrong in sentences that name the setting.</summary>
internal static partial class SettingsCheck
{
    /// <exception cref="WrongSettingException">One sentence a line.</exception>
    public static WebApplication Checked(this WebApplication face)
    {
        try
        {
            face.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception wrong) when (wrong is OptionsValidationException or AggregateException)
        {
            var each = wrong is AggregateException several ? several.InnerExceptions.OfType<OptionsValidationException>() : [(OptionsValidationException)wrong];
            throw new WrongSettingException(string.Join('\n', each.SelectMany(Sentences).Distinct(StringComparer.Ordinal)));
        }
        return face;
    }

    /// <summary>The annotations' own words name the class; an operator knows the section.</summary>
    public static IEnumerable<string> Sentences(OptionsValidationException wrong) => wrong.Failures.Select(failure =>
    {
        if (Annotation().Match(failure) is not { Success: true } found) return failure;
        var (section, member, sentence) = (found.Groups["section"].Value, found.Groups["member"].Value, found.Groups["sentence"].Value);
        if (section == "Turn") section = "Turns";
        return sentence.StartsWith(section + ":", StringComparison.Ordinal) ? sentence : $"{section}:{member} cannot be used. {sentence}";
    });

    [GeneratedRegex("^DataAnnotation validation failed for '(?<section>\\w+)Options' members: '(?<member>\\w+)' with the error: '(?<sentence>.+)'\\.$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Annotation();
}
