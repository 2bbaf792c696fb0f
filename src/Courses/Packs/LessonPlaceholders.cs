using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Courses.Packs;

/// <summary>What a lesson may leave open in braces.</summary>
public static class LessonPlaceholders
{
    /// <summary>The emergency lines of her country.</summary>
    public const string EmergencyLines = "lineas_emergencia";

    public static IReadOnlyList<string> Known { get; } = [EmergencyLines, .. Placeholders.Common];
}
