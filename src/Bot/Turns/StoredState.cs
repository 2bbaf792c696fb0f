using System.Text.Json;
using CoopAssistant.Programme;

namespace CoopAssistant.Bot.Turns;

/// <summary>A state as the bytes that are stored.</summary>
internal static class StoredState
{
    public static byte[] Write(ConversationState state) => StoredJson.Bytes(state, ConversationStateJson.Write);

    /// <summary>Null where the bytes are no state, or one of a later release.</summary>
    public static ConversationState? Read(ReadOnlySpan<byte> stored)
    {
        try
        {
            var state = JsonSerializer.Deserialize(stored, ConversationStateJson.Default.ConversationState);
            if (state is not { Schema: <= ConversationState.CurrentSchema }) return null;
            var marks = state.SeenMarks ?? ""; // what is not there is read as null
            return state with { SeenMarks = state.Seen is { } ids ? ids.Select(SeenIds.MarkOf).Aggregate(marks, SeenIds.With) : marks, Seen = null };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
