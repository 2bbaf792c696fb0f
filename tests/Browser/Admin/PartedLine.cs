using System.Net.Sockets;
using System.Text;
using CoopAssistant.EndToEnd.Support;

namespace CoopAssistant.Browser.Admin;

/// <summary>A line between a browser and the server on which one answer stops in its middle, until the rest is let through or never comes.</summary>
internal sealed class PartedLine(Uri server) : Line(server)
{
    private string? stopsAt;
    private TaskCompletionSource<bool> goesOn = new();

    /// <summary>The next answer in which this stands comes up to it and no further.</summary>
    public void StopAt(string text)
    {
        goesOn = new();
        stopsAt = text;
    }

    /// <summary>The rest comes too.</summary>
    public void GoOn() => goesOn.SetResult(true);

    /// <summary>The rest never comes: the line is gone.</summary>
    public void Cut() => goesOn.SetResult(false);

    public override void Dispose()
    {
        goesOn.TrySetResult(false);
        base.Dispose();
    }

    protected override Task CarryUp(NetworkStream near, NetworkStream far) => near.CopyToAsync(far);

    protected override async Task CarryDown(NetworkStream far, NetworkStream near)
    {
        var buffer = new byte[16_384];
        var before = ""; // the text may lie across two reads
        for (int length; (length = await far.ReadAsync(buffer)) > 0;)
        {
            var all = before + Encoding.Latin1.GetString(buffer, 0, length);
            var at = stopsAt is { } text ? all.IndexOf(text, StringComparison.Ordinal) : -1;
            var first = at < 0 ? length : Math.Max(0, at - before.Length);
            await near.WriteAsync(buffer.AsMemory(0, first));
            before = all[^Math.Min(all.Length, 100)..];
            if (at < 0) continue;
            stopsAt = null;
            if (!await goesOn.Task) return;
            await near.WriteAsync(buffer.AsMemory(first, length - first));
        }
    }
}
