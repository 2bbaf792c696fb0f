using System.Text.RegularExpressions;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Shapes of codes.</summary>
internal static partial class Shapes
{
    public const string CountryInWords = "two capital letters as in ISO 3166-1, like PA";
    public const string WordInWords = "small letters, digits and hyphens, like panama-oeste";
    public const string IdInWords = "small letters, digits and underscores, like rubro_otro";
    public const string TopPlaceInWords = "capital letters, digits and hyphens, like PA-NB";
    public const string RubroInWords = "two to five capital letters or digits, like AGR";
    public const string StepInWords = "capital letters, a hyphen and numbers with dots, like PA-1.2";
    public const string LanguageInWords = "a BCP-47 tag, like es-PA";

    [GeneratedRegex("^[A-Z]{2}$", RegexOptions.None, 2000)] public static partial Regex Country();
    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 2000)] public static partial Regex Word();
    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.None, 2000)] public static partial Regex Id();
    [GeneratedRegex("^[A-Z0-9]+(-[A-Z0-9]+)*$", RegexOptions.ExplicitCapture, 2000)] public static partial Regex TopPlace();
    [GeneratedRegex("^[A-Z0-9]{2,5}$", RegexOptions.None, 2000)] public static partial Regex Rubro();
    [GeneratedRegex(@"^[A-Z]+-\d+(\.\d+)*$", RegexOptions.ExplicitCapture, 2000)] public static partial Regex Step();
    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture, 2000)] public static partial Regex Language();
}
