namespace CoopAssistant.Admin.Figures;

/// <summary>A line of <see cref="FigureBars"/>.</summary>
/// <param name="Address">The list behind the number; null where there is none, or not for who asks.</param>
public sealed record FigureRow(string Name, int Count, string? Address = null)
{
    /// <summary>False: it is no part of what the others are parts of.</summary>
    public bool IsPart { get; init; } = true;
}
