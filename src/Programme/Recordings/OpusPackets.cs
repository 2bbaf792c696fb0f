namespace CoopAssistant.Programme.Recordings;

/// <summary>Follows Opus packets over the pages of an OGG file and adds up how long they sound.</summary>
internal sealed class OpusPackets
{
    private const int MostSamples = 5760;

    private readonly byte[] _start = new byte[8];
    private int _size;
    private bool _hasTags;

    /// <summary>At 48 kHz.</summary>
    public long Samples { get; private set; }

    /// <summary>False where a packet is none that Opus knows, or the tags are missing.</summary>
    public bool Take(OggPage page)
    {
        var at = 0;
        foreach (var length in page.Lacing)
        {
            if (_size < _start.Length) page.Body.Slice(at, Math.Min(length, _start.Length - _size)).CopyTo(_start.AsSpan(_size));
            (_size, at) = (_size + length, at + length);
            if (length < 255 && !End()) return false;
        }
        return true;
    }

    private bool End()
    {
        var size = _size;
        _size = 0;
        if (!_hasTags) return _hasTags = size >= 8 && _start.AsSpan().SequenceEqual("OpusTags"u8);
        var samples = size == 0 ? 0 : FrameSamples(_start[0]) * FrameCount(_start[0] & 3, size > 1 ? _start[1] : default);
        Samples += samples;
        return samples is > 0 and <= MostSamples;
    }

    /// <summary>RFC 6716, 3.1: the first five bits are the configuration.</summary>
    private static int FrameSamples(byte first) => (first >> 3) switch
    {
        < 12 and var silk => (silk & 3) switch { 0 => 480, 1 => 960, 2 => 1920, _ => 2880 },
        < 16 and var hybrid => 480 << (hybrid & 1),
        var celt => 120 << (celt & 3),
    };

    private static int FrameCount(int code, byte second) => code switch { 0 => 1, 1 or 2 => 2, _ => second & 0x3F };
}
