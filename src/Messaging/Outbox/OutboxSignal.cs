namespace CoopAssistant.Messaging.Outbox;

/// <summary>
/// Wakes the delivery worker of this process. Call <see cref="Wake"/> after a commit that wrote or freed outbox rows; calling it
/// too often costs next to nothing, forgetting it only delays: the worker also looks by time.
/// </summary>
public sealed class OutboxSignal
{
    private TaskCompletionSource woken = New();

    public void Wake()
    {
        var current = Volatile.Read(ref woken);
        if (!current.Task.IsCompleted) current.TrySetResult();
    }

    /// <summary>Completes at the next <see cref="Wake"/>, at once where one came since the last wait, or when the time is over.</summary>
    public async Task Wait(TimeSpan atMost, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            await Volatile.Read(ref woken).Task.WaitAsync(atMost, clock, cancel);
            Volatile.Write(ref woken, New());
        }
        catch (TimeoutException)
        {
            // nobody called: time to look anyway
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
