using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CoopAssistant.Benchmarks.Load;

/// <summary>Writes a woman's message as Twilio posts it, signed, into a connection's buffer.</summary>
internal sealed class WebhookWriter
{
    public const string Token = "12345678901234567890123456789012";
    public const string Account = "AC22222222222222222222222222222222";
    public const string Sender = "whatsapp:+14155238886";

    private static readonly byte[] Key = Encoding.ASCII.GetBytes(Token);
    private readonly byte[] _url;
    private readonly byte[] _head;

    /// <summary>Not shared: a round begins on one thread while its first answers already come on another.</summary>
    [ThreadStatic] private static byte[]? _form, _signed;

    public WebhookWriter(int port)
    {
        _url = Encoding.ASCII.GetBytes($"http://localhost:{port}/whatsapp");
        _head = Encoding.ASCII.GetBytes($"POST /whatsapp HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Twilio-Signature: ");
    }

    /// <returns>Bytes written.</returns>
    public int Write(byte[] request, Woman woman, Dialogue dialogue)
    {
        var (step, digits) = (woman.Acknowledged, Encoding.ASCII.GetBytes(woman.Digits));
        Span<byte> id = stackalloc byte[34];
        MessageId(id, woman.Number, step);

        var (form, signed) = (new Text(_form ??= new byte[4096]), new Text(_signed ??= new byte[4096]));
        signed.Add(_url);
        Field(form, signed, "AccountSid"u8, "AC22222222222222222222222222222222"u8);
        Field(form, signed, "ApiVersion"u8, "2010-04-01"u8);
        Field(form, signed, "Body"u8, dialogue.Encoded(woman, step), dialogue.Plain(woman, step));
        form.Add("From=whatsapp%3A%2B5076"u8, digits, "&"u8);
        signed.Add("Fromwhatsapp:+5076"u8, digits);
        Field(form, signed, "MessageSid"u8, id);
        Field(form, signed, "MessageType"u8, "text"u8);
        Field(form, signed, "NumMedia"u8, "0"u8);
        Field(form, signed, "NumSegments"u8, "1"u8);
        Field(form, signed, "ProfileName"u8, "Ana"u8);
        Field(form, signed, "ReferralNumMedia"u8, "0"u8);
        Field(form, signed, "SmsMessageSid"u8, id);
        Field(form, signed, "SmsSid"u8, id);
        Field(form, signed, "SmsStatus"u8, "received"u8);
        Field(form, signed, "To"u8, "whatsapp%3A%2B14155238886"u8, "whatsapp:+14155238886"u8);
        form.Add("WaId=5076"u8, digits);
        signed.Add("WaId5076"u8, digits);

        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes], signature = stackalloc byte[28];
        HMACSHA1.HashData(Key, signed.Written, hash);
        Base64.EncodeToUtf8(hash, signature, out _, out _);
        var whole = new Text(request);
        whole.Add(_head, signature, "\r\nContent-Length: "u8);
        whole.Add(form.Written.Length);
        whole.Add("\r\n\r\n"u8, form.Written);
        return whole.Written.Length;
    }

    private static void Field(Text form, Text signed, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => Field(form, signed, name, value, value);

    private static void Field(Text form, Text signed, ReadOnlySpan<byte> name, ReadOnlySpan<byte> encoded, ReadOnlySpan<byte> plain)
    {
        form.Add(name, "="u8, encoded);
        form.Add("&"u8);
        signed.Add(name, plain);
    }

    /// <summary>SM and 32 hexadecimal digits, scattered as Twilio's are.</summary>
    private static void MessageId(Span<byte> id, long number, int step)
    {
        "SM"u8.CopyTo(id);
        var mixed = (ulong)((number * 64) + step) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9;
        Utf8Formatter.TryFormat(mixed ^ (mixed >> 32), id[2..], out _, new('x', 16));
        Utf8Formatter.TryFormat((ulong)((number * 64) + step), id[18..], out _, new('x', 16));
    }

    private sealed class Text(byte[] room)
    {
        private int _length;

        public ReadOnlySpan<byte> Written => room.AsSpan(0, _length);

        public void Add(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b = default, ReadOnlySpan<byte> c = default)
        {
            a.CopyTo(room.AsSpan(_length));
            b.CopyTo(room.AsSpan(_length + a.Length));
            c.CopyTo(room.AsSpan(_length + a.Length + b.Length));
            _length += a.Length + b.Length + c.Length;
        }

        public void Add(int number)
        {
            Utf8Formatter.TryFormat(number, room.AsSpan(_length), out var digits);
            _length += digits;
        }
    }
}
