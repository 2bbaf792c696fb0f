using System.Buffers;

namespace CoopAssistant.Admin.Exports;

/// <summary>
/// Takes what a package writes, which cannot wait, and passes it on with waiting: written straight to a slow line, it would hold a thread that then answers
/// nobody else. What was not passed on when something breaks is left out, so that a file that broke off does not look whole.
/// </summary>
internal sealed class PassedOn(Stream to) : Stream
{
    /// <summary>So much is gathered at most, and one line.</summary>
    private const int Much = 32 * 1024;

    private readonly ArrayBufferWriter<byte> _waiting = new(2 * Much);

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public ValueTask PassWhenMuch(CancellationToken cancel) => _waiting.WrittenCount < Much ? ValueTask.CompletedTask : Pass(cancel);

    public async ValueTask Pass(CancellationToken cancel)
    {
        await to.WriteAsync(_waiting.WrittenMemory, cancel);
        _waiting.ResetWrittenCount();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => _waiting.Write(buffer);

    /// <summary>Nothing: it is passed on when there is much.</summary>
    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
