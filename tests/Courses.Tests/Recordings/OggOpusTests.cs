using CoopAssistant.Programme.Recordings;

namespace CoopAssistant.Courses.Tests.Recordings;

public sealed class OggOpusTests
{
    private static readonly byte[] ThreeSeconds = ARecording.Of(3);

    [Theory]
    [InlineData(0.5)]
    [InlineData(7.3)]
    [InlineData(61)]
    public void The_length_is_what_another_program_says(double seconds)
    {
        var file = ARecording.Of(seconds);

        Assert.Equal(ARecording.LengthByOpusInfo(file), OggOpus.Length(file)!.Value.TotalSeconds, 0.001);
        Assert.Equal(seconds, OggOpus.Length(file)!.Value.TotalSeconds, 0.001);
    }

    [Fact]
    public void Cut_off_anywhere_it_is_refused()
    {
        var broken = Enumerable.Range(0, ThreeSeconds.Length).Where(size => OggOpus.Length(ThreeSeconds.AsSpan(0, size)) is not null).ToList();

        // A cut exactly between two pages leaves a whole, shorter recording.
        Assert.All(broken, size => Assert.True(ThreeSeconds.AsSpan(size).StartsWith("OggS"u8)));
    }

    [Fact]
    public void One_changed_byte_anywhere_is_noticed()
    {
        for (var at = 0; at < ThreeSeconds.Length; at += 7)
        {
            var changed = ThreeSeconds.ToArray();
            changed[at] ^= 0x10;
            Assert.Null(OggOpus.Length(changed));
        }
    }

    [Fact]
    public void A_clock_that_promises_more_or_less_than_is_there_is_not_believed()
    {
        var hour = ARecording.WithPageChanged(ThreeSeconds, ^1, page => BitConverter.TryWriteBytes(page.Span[6..], 48_000L * 3600));
        var second = ARecording.WithPageChanged(ThreeSeconds, ^1, page => BitConverter.TryWriteBytes(page.Span[6..], 48_000L));

        Assert.Null(OggOpus.Length(hour));
        Assert.Null(OggOpus.Length(second));
    }

    [Fact]
    public void What_was_recorded_from_the_midst_of_a_stream_counts_from_there()
    {
        var file = ARecording.Of(0.8); // all sound on one page

        var shifted = ARecording.WithPageChanged(file, ^1, page => BitConverter.TryWriteBytes(page.Span[6..], BitConverter.ToInt64(page.Span[6..14]) + 48_000L * 500));

        Assert.Equal(0.8, OggOpus.Length(shifted)!.Value.TotalSeconds, 0.03);
    }

    [Fact]
    public void Nothing_else_is_taken_for_it()
    {
        byte[][] others = [
            [], "OggS"u8.ToArray(), "hola"u8.ToArray(), "<script>alert(1)</script>"u8.ToArray(), new byte[100_000],
            ARecording.WithPageChanged(ThreeSeconds, 0, page => "OpusXxxx"u8.CopyTo(page.Span[28..])),
            ARecording.WithPageChanged(ThreeSeconds, 0, page => page.Span[28 + 9] = 8),
            ARecording.WithPageChanged(ThreeSeconds, 1, page => "XpusTags"u8.CopyTo(page.Span[(27 + page.Span[26])..])),
            ARecording.WithPageChanged(ThreeSeconds, 2, page => page.Span[14] ^= 1),
            ARecording.WithPageChanged(ThreeSeconds, 2, page => page.Span[18] ^= 1)];

        Assert.All(others, other => Assert.Null(OggOpus.Length(other)));
    }

    [Fact]
    public void Random_bytes_never_break_it()
    {
        var chance = new Random(11);
        for (var times = 0; times < 2000; times++)
        {
            var bytes = ThreeSeconds.ToArray();
            for (var changes = chance.Next(1, 6); changes > 0; changes--) bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
            OggOpus.Length(bytes.AsSpan(chance.Next(30), chance.Next(bytes.Length - 30)));
        }
    }
}
