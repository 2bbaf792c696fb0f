using CoopAssistant.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoopAssistant.Programme.Tests;

public sealed class RecurringWorkTests
{
    [Fact]
    public async Task A_look_that_fails_leaves_the_next_one_to_try_again_until_the_program_ends()
    {
        var clock = new TestClock();
        using var work = new Work(clock);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await work.StartAsync(CancellationToken.None);

        while (work.Looks < 3)
        {
            patience.Token.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromMinutes(1)); // the work begins on a thread of its own: the first ticks may come before it listens
            await Task.Yield();
        }
        await work.StopAsync(CancellationToken.None);

        var looks = work.Looks;
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(looks, work.Looks);
        Assert.True(work.ExecuteTask!.IsCompleted);
    }

    private sealed class Work(TimeProvider clock) : RecurringWork(TimeSpan.FromMinutes(1), clock, NullLogger.Instance)
    {
        private int _looks;

        public int Looks => Volatile.Read(ref _looks);

        protected override Task Look(CancellationToken cancel) =>
            Interlocked.Increment(ref _looks) == 1 ? throw new InvalidOperationException("The database is away.") : Task.CompletedTask;
    }
}
