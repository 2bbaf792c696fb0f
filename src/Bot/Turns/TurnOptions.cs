using System.ComponentModel.DataAnnotations;

namespace CoopAssistant.Bot.Turns;

/// <summary>How turns are run: section <c>Turns</c>.</summary>
public sealed class TurnOptions
{
    /// <summary>Conversations kept in memory, 0 to 1,000,000; about 1.5 KiB each. Default 2,048. 0 reads every turn's state from the database.</summary>
    [Range(0, 1_000_000)] public int CachedConversations { get; set; } = 2_048;

    /// <summary>Longest a dialog may take to decide, 1 to 60 seconds; then she hears an apology. Default 8 seconds: providers give up at 15.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")] public TimeSpan DecideTimeout { get; set; } = TimeSpan.FromSeconds(8);
}
