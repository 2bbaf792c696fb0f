using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CoopAssistant.Programme.Recordings;

/// <summary>A recording to play.</summary>
/// <param name="Size">Bytes.</param>
public sealed record RecordingFile(string FileId, TimeSpan Length, int Size)
{
    /// <summary>What WhatsApp takes as a voice.</summary>
    public const string ContentType = "audio/ogg";

    /// <summary>Where the bot plays recordings; see <see cref="Address"/>.</summary>
    public const string Folder = "/audio";

    /// <summary>Rooted, under the bot's public address. What stands there never changes.</summary>
    public string Address => $"{Folder}/{FileId}.ogg";

    /// <summary>How long it plays, as she is told: begun seconds count.</summary>
    public int Seconds => (int)Math.Ceiling(Length.TotalSeconds);

    /// <summary>What it weighs, as she is told: begun kilobytes count.</summary>
    public int Kilobytes => (Size + 999) / 1000;

    /// <summary>128 bits of chance: nobody finds a draft's recording by trying.</summary>
    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Fingerprint of what is spoken, 22 signs: the same for the same words, whatever the spaces between them.</summary>
    public static string HashOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = string.Join(' ', text.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..22].Replace('+', '-').Replace('/', '_');
    }
}
