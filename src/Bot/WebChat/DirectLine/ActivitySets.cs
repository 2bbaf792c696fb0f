using System.Text;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>What a client asks for at once: everything after its watermark.</summary>
internal static class ActivitySets
{
    /// <summary>Ready JSON, {"activities":[…],"watermark":"…"}, and the watermark as a number.</summary>
    public static async Task<(ReadOnlyMemory<byte> Set, long UpTo)> Since(WebThreads threads, ActivityWriter writer, long contact, long watermark, CancellationToken cancel)
    {
        if (watermark > 0 && (await threads.Since(contact, watermark, cancel)).Count == 0)
            return (Encoding.UTF8.GetBytes($$"""{"activities":[],"watermark":"{{ActivityWriter.Watermark(watermark)}}"}"""), watermark);
        var (set, place) = writer.Set(await threads.Since(contact, 0, cancel), watermark);
        return (set, Math.Max(place.LastId, watermark));
    }
}
