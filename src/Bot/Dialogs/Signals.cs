using System.Diagnostics.Metrics;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>What is counted of talks, and only counted.</summary>
internal static class Signals
{
    public const string MeterName = "CoopAssistant.Bot.Dialogs";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Violence = Meter.CreateCounter<long>("coop.violence.lines_shown", description: "How often emergency lines were shown.");

    public static void ViolenceHeard(string? country) => Violence.Add(1, new KeyValuePair<string, object?>("country", country ?? "unknown"));
}
