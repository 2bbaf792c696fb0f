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

    [Fact]
    public async Task The_first_look_may_come_sooner_than_the_others()
    {
        var clock = new OneTimer();
        using var work = new Sooner(clock);
        await work.StartAsync(CancellationToken.None);
        var (patience, first) = (TimeSpan.FromSeconds(30), await clock.Made.Task.WaitAsync(TimeSpan.FromSeconds(30)));

        first.Fire();
        await work.Looked.Task.WaitAsync(patience);
        await work.StopAsync(CancellationToken.None);

        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)), (first.DueAtFirst, first.Period));
    }

    private sealed class Sooner(TimeProvider clock) : RecurringWork(TimeSpan.FromMinutes(1), clock, NullLogger.Instance, first: TimeSpan.FromSeconds(1))
    {
        public TaskCompletionSource Looked { get; } = new();

        protected override Task Look(CancellationToken cancel)
        {
            Looked.SetResult();
            return Task.CompletedTask;
        }
    }

    /// <summary>Its timer fires when told.</summary>
    private sealed class OneTimer : TimeProvider
    {
        public TaskCompletionSource<Told> Made { get; } = new();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Told(() => callback(state), dueTime) { Period = period };
            Made.SetResult(timer);
            return timer;
        }
    }

    private sealed class Told(Action callback, TimeSpan due) : ITimer
    {
        public TimeSpan DueAtFirst => due;
        public TimeSpan Period { get; set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Period = period;
            return true;
        }

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Work(TimeProvider clock) : RecurringWork(TimeSpan.FromMinutes(1), clock, NullLogger.Instance)
    {
        private int _looks;

        public int Looks => Volatile.Read(ref _looks);

        protected override Task Look(CancellationToken cancel) =>
            Interlocked.Increment(ref _looks) == 1 ? throw new InvalidOperationException("The database is away.") : Task.CompletedTask;
    }
}
