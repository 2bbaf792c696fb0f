namespace CoopAssistant.Admin.Wording;

/// <summary>Numbers that identify a person, with only their end readable.</summary>
internal static class Masked
{
    /// <summary>All letters and digits but the last three become dots; separators stay: «8-123-456» is «•-•••-456».</summary>
    public static string Number(string? number)
    {
        if (string.IsNullOrEmpty(number)) return "";
        var keepFrom = number.Length - Math.Min(3, number.Length / 2);
        return string.Concat(number.Select((letter, i) => i < keepFrom && char.IsLetterOrDigit(letter) ? '•' : letter));
    }
}
