using System.Globalization;

namespace CoopAssistant.Programme.Registrations.PaperLists;

/// <summary>Days as people type them into spreadsheets: 3/5/2026 is the third of May.</summary>
internal static class PaperDate
{
    private static readonly string[] Forms = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d M yyyy", "yyyy-M-d", "yyyy/M/d", "d/M/yy", "d-M-yy"];

    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;
}
