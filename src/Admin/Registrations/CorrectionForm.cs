namespace CoopAssistant.Admin.Registrations;

/// <summary>An answer on its way to be put right.</summary>
public sealed class CorrectionForm
{
    /// <summary>What is typed or chosen.</summary>
    public string? Text { get; set; }

    /// <summary>Of several choices the further ones, in order.</summary>
    public string[]? More { get; set; }

    /// <summary>She did not answer: the answer is left out.</summary>
    public bool IsLeftOut { get; set; }

    /// <summary>A place as it was typed, where <see cref="Text"/> says to keep it so.</summary>
    public string? Words { get; set; }
    public string? Reason { get; set; }
    public int Version { get; set; }

    /// <summary>When the answer was opened, so that it can be told what changed since.</summary>
    public DateTimeOffset OpenedAt { get; set; }
}
