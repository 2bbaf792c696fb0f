using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>By which numbers a registration is found.</summary>
internal static class SearchCodes
{
    /// <summary>Digits of a phone without the country's code: as people say it.</summary>
    private const int NationalPhone = 8;

    public static IReadOnlySet<string> Of(string folio, string? document, string? phone)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var (code, number, paper) = (Plain.Squeezed(folio), Plain.Squeezed(phone), Plain.Squeezed(document));
        found.Add(code);
        if (code.Length > 2) found.Add(code[2..]);
        if (paper.Length > 0) found.Add(paper);
        if (number.Length > 0) found.Add(number);
        if (number.Length > NationalPhone) found.Add(number[^NationalPhone..]);
        return found;
    }
}
