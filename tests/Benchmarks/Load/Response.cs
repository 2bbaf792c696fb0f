using System.Buffers.Text;

namespace CoopAssistant.Benchmarks.Load;

/// <summary>An HTTP response: its status and the bytes after its headers, chunk marks included.</summary>
internal readonly record struct Response(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>Null while more is to come.</summary>
    public static Response? Read(ReadOnlyMemory<byte> received)
    {
        var text = received.Span;
        var head = text.IndexOf("\r\n\r\n"u8);
        if (head < 0) return null;
        if (!text.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(text[9..], out int status, out _)) throw new InvalidDataException("That is no HTTP response.");
        var body = received[(head + 4)..];
        var isWhole = status is 101 or 204
            || (Length(text[..head]) is { } length ? body.Length >= length : body.Span.EndsWith("0\r\n\r\n"u8));
        return isWhole ? new Response(status, body) : null;
    }

    private static int? Length(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        return at >= 0 && Utf8Parser.TryParse(head[(at + 16)..], out int length, out _) ? length : null;
    }
}
