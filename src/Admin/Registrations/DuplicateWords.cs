using CoopAssistant.Programme.Registrations.Duplicates;

namespace CoopAssistant.Admin.Registrations;

/// <summary>Why two registrations look alike, in a sentence.</summary>
internal static class DuplicateWords
{
    private static readonly (DuplicateReasons Reason, string Words)[] Known =
    [
        (DuplicateReasons.Document, "mismo documento"), (DuplicateReasons.Phone, "mismo teléfono"), (DuplicateReasons.Person, "mismo nombre, año de nacimiento y región"),
        (DuplicateReasons.Participant, "desde la misma cuenta"),
    ];

    public static string Say(DuplicateReasons reasons)
    {
        var words = string.Join("; ", Known.Where(known => reasons.HasFlag(known.Reason)).Select(known => known.Words));
        return words.Length == 0 ? "" : char.ToUpper(words[0], Wording.Plural.Spanish) + words[1..] + ".";
    }
}
