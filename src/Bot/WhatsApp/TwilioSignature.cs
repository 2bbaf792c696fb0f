using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>
/// Proves that a webhook comes from Twilio (protocol A2): HMAC-SHA1, keyed by the auth token, over the public URL and the form's names
/// and values in order. Counts with each of the tokens given, and with the port written out or left out.
/// </summary>
internal sealed class TwilioSignature(params IEnumerable<string> tokens)
{
    private const int SignatureLength = 28;
    private readonly KeyedHash[] hashes = [.. tokens.Where(t => t.Length > 0).Select(token => new KeyedHash(Encoding.UTF8.GetBytes(token)))];

    /// <param name="form">Its fields are put into the order of signing. Empty for a JSON webhook.</param>
    public bool IsValid(string signature, SignedUrl url, in TwilioForm form)
    {
        if (signature.Length != SignatureLength) return false;
        Span<byte> given = stackalloc byte[SignatureLength];
        Encoding.ASCII.GetBytes(signature, given);

        var room = url.MaxLength + Length(form);
        var rented = ArrayPool<byte>.Shared.Rent(room);
        try
        {
            // the form's part once, and each spelling of the URL right before it
            var end = url.MaxLength + WriteSorted(form, rented.AsSpan(url.MaxLength));
            var valid = false;
            foreach (var spelling in url.Spellings)
            {
                var start = url.MaxLength - spelling.Length;
                spelling.CopyTo(rented.AsSpan(start));
                foreach (var hash in hashes) valid |= Matches(hash, rented.AsSpan(start, end - start), given);
                if (valid) break;
            }

            return valid;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>A JSON webhook: the URL carries the SHA-256 of the body, and is itself signed without a form.</summary>
    public bool IsValid(string signature, SignedUrl url, ReadOnlySpan<byte> json)
    {
        const string mark = "bodySHA256=";
        var at = url.Given.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0) return false;
        var claimed = url.Given.AsSpan(at + mark.Length);
        if (claimed.IndexOf('&') is >= 0 and var next) claimed = claimed[..next];

        Span<byte> given = stackalloc byte[64];
        return claimed.Length == given.Length
            && Encoding.ASCII.TryGetBytes(claimed, given, out _)
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(json))), given)
            && IsValid(signature, url, default(TwilioForm));
    }

    /// <summary>The signature Twilio would send with this form, by the first token.</summary>
    public string Sign(SignedUrl url, in TwilioForm form)
    {
        var text = new byte[url.MaxLength + Length(form)];
        var given = Encoding.UTF8.GetBytes(url.Given, text);
        var length = given + WriteSorted(form, text.AsSpan(given));
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        hashes[0].Hash(text.AsSpan(0, length), hash);
        return Convert.ToBase64String(hash);
    }

    private static bool Matches(KeyedHash keyed, ReadOnlySpan<byte> text, ReadOnlySpan<byte> given)
    {
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[SignatureLength];
        keyed.Hash(text, hash);
        Base64.EncodeToUtf8(hash, expected, out _, out _);
        return CryptographicOperations.FixedTimeEquals(expected, given);
    }

    private static int Length(in TwilioForm form)
    {
        var length = 0;
        foreach (ref readonly var field in form.Fields) length += field.NameLength + field.ValueLength;
        return length;
    }

    private static int WriteSorted(in TwilioForm form, Span<byte> to)
    {
        var fields = form.Fields;
        Sort(form);
        var written = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0 && Compare(form, fields[i - 1], fields[i]) == 0) continue;
            form.NameAndValue(fields[i]).CopyTo(to[written..]);
            written += fields[i].NameLength + fields[i].ValueLength;
        }

        return written;
    }

    /// <summary>By insertion: some twenty fields, and Twilio sends them nearly in order.</summary>
    private static void Sort(in TwilioForm form)
    {
        var fields = form.Fields;
        for (var i = 1; i < fields.Length; i++)
        {
            var field = fields[i];
            var at = i;
            for (; at > 0 && Compare(form, fields[at - 1], field) > 0; at--) fields[at] = fields[at - 1];
            fields[at] = field;
        }
    }

    private static int Compare(in TwilioForm form, in FormField a, in FormField b)
    {
        var names = Ordinal(form.Name(a), form.Name(b));
        return names != 0 ? names : Ordinal(form.Value(a), form.Value(b));
    }

    /// <summary>
    /// The order of UTF-16 code units, on UTF-8. Bytes sort alike but for one thing: what needs a surrogate pair (first byte F0 and up)
    /// comes before U+E000 to U+FFFF (first byte EE or EF).
    /// </summary>
    private static int Ordinal(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var same = a.CommonPrefixLength(b);
        if (same == a.Length || same == b.Length) return a.Length - b.Length;
        var (x, y) = (a[same], b[same]);
        if (x >= 0xF0 && y is 0xEE or 0xEF) return -1;
        if (y >= 0xF0 && x is 0xEE or 0xEF) return 1;
        return x - y;
    }
}
