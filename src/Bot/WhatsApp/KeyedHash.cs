using System.Security.Cryptography;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>HMAC-SHA1 by one key. A hash that was used is kept for the next text: to begin anew with the key costs twice as much as to hash a message.</summary>
internal sealed class KeyedHash(byte[] key)
{
    private IncrementalHash? idle;

    /// <param name="to">20 bytes.</param>
    public void Hash(ReadOnlySpan<byte> text, Span<byte> to)
    {
        var hash = Interlocked.Exchange(ref idle, null) ?? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, key);
        hash.AppendData(text);
        hash.GetHashAndReset(to);
        Interlocked.Exchange(ref idle, hash)?.Dispose();
    }
}
