namespace CoopAssistant.Programme.Recordings;

/// <summary>Whether a file may be sent to women as a recording. What it is, and how long it plays, is told by its bytes.</summary>
public abstract record SoundCheck
{
    /// <summary>Longest recording of one text.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Largest file: a minute at 64 kbit/s. Women pay for every byte; 16 kbit/s is enough for a voice.</summary>
    public const int MostBytes = 500_000;

    private SoundCheck() { }

    public sealed record Fine(TimeSpan Length) : SoundCheck;

    /// <summary>Not OGG with Opus sound, or broken or cut off.</summary>
    public sealed record NotOggOpus : SoundCheck;

    /// <summary>Plays longer than <see cref="Longest"/>.</summary>
    public sealed record TooLong(TimeSpan Length) : SoundCheck;

    /// <summary>More bytes than <see cref="MostBytes"/>.</summary>
    public sealed record TooLarge(int Bytes) : SoundCheck;

    public static SoundCheck Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes) return new TooLarge(bytes.Length);
        if (OggOpus.Length(bytes) is not { } length) return new NotOggOpus();
        return length > Longest ? new TooLong(length) : new Fine(length);
    }
}
