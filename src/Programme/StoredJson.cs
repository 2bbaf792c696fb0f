using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CoopAssistant.Programme;

/// <summary>Small JSON that is stored with every turn: one buffer for each thread, accents as they are (the text never reaches HTML unencoded).</summary>
public static class StoredJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic] private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _writer;

    /// <param name="write">Writes the value, and stores nothing else meanwhile.</param>
    public static string Text<T>(T value, Action<Utf8JsonWriter, T> write) => Encoding.UTF8.GetString(Written(value, write));

    /// <summary>The same as UTF-8.</summary>
    public static byte[] Bytes<T>(T value, Action<Utf8JsonWriter, T> write) => Written(value, write).ToArray();

    private static ReadOnlySpan<byte> Written<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var (buffer, writer) = _writer ??= NewWriter();
        buffer.ResetWrittenCount();
        writer.Reset();
        write(writer, value);
        writer.Flush();
        return buffer.WrittenSpan;
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) NewWriter()
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        return (buffer, new Utf8JsonWriter(buffer, Compact));
    }
}
