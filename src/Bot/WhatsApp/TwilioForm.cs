using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>One name and value of a form: where they lie, decoded and side by side, in the form's text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FormField(int Start, int NameLength, int ValueLength);

/// <summary>
/// A posted form, split by hand: ASP.NET's reader merges names that differ in case, and Twilio signs them all (protocol A2). Names and
/// values are valid UTF-8 in one buffer of the caller; broken bytes have become U+FFFD, as the sender's own library reads them.
/// </summary>
internal readonly ref struct TwilioForm
{
    /// <summary>More names than Twilio ever sends; a form with more is not from there.</summary>
    public const int MaxFields = 256;

    private readonly ReadOnlySpan<byte> text;
    private readonly Span<FormField> fields;

    private TwilioForm(ReadOnlySpan<byte> text, Span<FormField> fields)
    {
        this.text = text;
        this.fields = fields;
    }

    public Span<FormField> Fields => fields;

    /// <summary>Room that <see cref="TryRead"/> needs at most: a broken byte becomes three.</summary>
    public static int RoomFor(int bodyLength) => bodyLength * 3;

    /// <returns>False where there are more than <see cref="MaxFields"/>.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, Span<byte> room, Span<FormField> fields, out TwilioForm form)
    {
        form = default;
        var count = 0;
        var written = 0;
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'&');
            var pair = end < 0 ? body : body[..end];
            body = end < 0 ? [] : body[(end + 1)..];
            if (pair.IsEmpty) continue;
            if (count == fields.Length) return false;

            var equals = pair.IndexOf((byte)'=');
            var nameLength = Decode(equals < 0 ? pair : pair[..equals], room[written..]);
            var valueLength = equals < 0 ? 0 : Decode(pair[(equals + 1)..], room[(written + nameLength)..]);
            fields[count++] = new FormField(written, nameLength, valueLength);
            written += nameLength + valueLength;
        }

        form = new TwilioForm(room[..written], fields[..count]);
        return true;
    }

    public ReadOnlySpan<byte> Name(in FormField field) => text.Slice(field.Start, field.NameLength);

    public ReadOnlySpan<byte> Value(in FormField field) => text.Slice(field.Start + field.NameLength, field.ValueLength);

    public ReadOnlySpan<byte> NameAndValue(in FormField field) => text.Slice(field.Start, field.NameLength + field.ValueLength);

    /// <summary>First value of this name; empty where there is none.</summary>
    public ReadOnlySpan<byte> this[ReadOnlySpan<byte> name]
    {
        get
        {
            foreach (ref readonly var field in fields)
            {
                if (field.NameLength == name.Length && Name(field).SequenceEqual(name)) return Value(field);
            }

            return [];
        }
    }

    private static int Decode(ReadOnlySpan<byte> from, Span<byte> to)
    {
        var written = 0;
        while (!from.IsEmpty)
        {
            var special = from.IndexOfAny((byte)'%', (byte)'+');
            var plain = special < 0 ? from.Length : special;
            from[..plain].CopyTo(to[written..]);
            written += plain;
            if (special < 0) break;

            if (from[special] == '+')
            {
                to[written++] = (byte)' ';
                from = from[(special + 1)..];
            }
            else if (special + 2 < from.Length && Hex(from[special + 1]) is >= 0 and var high && Hex(from[special + 2]) is >= 0 and var low)
            {
                to[written++] = (byte)((high << 4) | low);
                from = from[(special + 3)..];
            }
            else
            {
                to[written++] = (byte)'%';
                from = from[(special + 1)..];
            }
        }

        return Utf8.IsValid(to[..written]) ? written : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(to[..written]), to);
    }

    private static int Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };
}
