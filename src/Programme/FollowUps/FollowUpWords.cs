using System.Globalization;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>How a round is spoken of.</summary>
public static class FollowUpWords
{
    /// <summary>"3 meses", "1 año", "2 años", "18 meses".</summary>
    public static string Since(int month) => (month, month % 12) switch
    {
        (12, _) => "1 año",
        ( > 12, 0) => string.Create(CultureInfo.InvariantCulture, $"{month / 12} años"),
        (1, _) => "1 mes",
        _ => string.Create(CultureInfo.InvariantCulture, $"{month} meses"),
    };
}
