using System.Net;
using CoopAssistant.Bot.WebChat;

namespace CoopAssistant.Bot.Tests.WebChat;

public sealed class FloodGateTests
{
    private readonly HandClock clock = new();

    [Fact]
    public async Task A_burst_passes_at_once()
    {
        var gate = new FloodGate(perSecond: 10, burst: 20, clock);

        for (var i = 0; i < 20; i++) Assert.True(await gate.Enter("a", default).AsTask().WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task What_comes_faster_waits_its_turn()
    {
        var gate = new FloodGate(perSecond: 10, burst: 20, clock);
        for (var i = 0; i < 20; i++) await gate.Enter("a", default);

        var next = gate.Enter("a", default).AsTask();
        var other = gate.Enter("b", default);

        Assert.True(other.IsCompletedSuccessfully);
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Only_who_would_wait_longer_than_clients_do_is_refused()
    {
        var gate = new FloodGate(perSecond: 10, burst: 20, clock);

        var all = Enumerable.Range(0, 400).Select(_ => gate.Enter("a", default).AsTask()).ToList();

        Assert.Equal(20 + 100, all.Count(t => !t.IsCompleted || t.Result));
        clock.Advance(FloodGate.LongestWait);
        await Task.WhenAll(all).WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void One_subscriber_of_IPv6_is_one_caller()
    {
        var one = FloodGate.CallerOf(IPAddress.Parse("2001:db8:1:2::1"));
        var same = FloodGate.CallerOf(IPAddress.Parse("2001:db8:1:2:ffff::9"));
        var other = FloodGate.CallerOf(IPAddress.Parse("2001:db8:1:3::1"));

        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
        Assert.Equal("10.0.0.1", FloodGate.CallerOf(IPAddress.Parse("::ffff:10.0.0.1")));
    }
}
