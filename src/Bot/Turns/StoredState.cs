using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CoopAssistant.Bot.Turns;

/// <summary>A state as the bytes that are stored.</summary>
internal static class StoredState
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic] private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _writer;

    public static byte[] Write(ConversationState state)
    {
        var (buffer, writer) = _writer ??= NewWriter();
        buffer.ResetWrittenCount();
        writer.Reset();
        ConversationStateJson.Default.Write(writer, state);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Null where the bytes are no state, or one of a later release.</summary>
    public static ConversationState? Read(ReadOnlySpan<byte> stored)
    {
        try
        {
            var state = JsonSerializer.Deserialize(stored, ConversationStateJson.Default.ConversationState);
            return state is { Schema: <= ConversationState.CurrentSchema } ? state : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) NewWriter()
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        return (buffer, new Utf8JsonWriter(buffer, Compact));
    }
}
