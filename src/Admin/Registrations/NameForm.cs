namespace CoopAssistant.Admin.Registrations;

/// <summary>A woman's name put right, on its way.</summary>
public sealed class NameForm
{
    public string? GivenNames { get; set; }
    public string? Surnames { get; set; }
    public string? Reason { get; set; }

    /// <summary>The whole name as the screen showed it.</summary>
    public string? Before { get; set; }
}
