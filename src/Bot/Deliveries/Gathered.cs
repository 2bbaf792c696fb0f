namespace CoopAssistant.Bot.Deliveries;

/// <summary>
/// Writes what several callers have gathered in one go, so that many small notes share one commit. The first caller leads; the others
/// wait for it. Where a group cannot be written each item is tried alone, and only the broken one fails.
/// </summary>
internal sealed class Gathered<T>(int atMost, Func<IReadOnlyList<T>, CancellationToken, Task> write)
{
    private readonly Lock gate = new();
    private readonly Queue<(T Item, TaskCompletionSource Written)> waiting = new();
    private bool isLed;

    /// <summary>Completes when the item is written; throws what its writing threw.</summary>
    public async Task Add(T item)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool leads;
        lock (gate)
        {
            waiting.Enqueue((item, written));
            leads = !isLed;
            isLed = true;
        }

        if (leads) await Lead();
        await written.Task;
    }

    private async Task Lead()
    {
        while (NextGroup() is { } group)
        {
            try
            {
                await write(group.ConvertAll(g => g.Item), CancellationToken.None);
                foreach (var (_, written) in group) written.SetResult();
            }
            catch (Exception) when (group.Count > 1)
            {
                foreach (var one in group) await Alone(one.Item, one.Written);
            }
            catch (Exception e)
            {
                group[0].Written.SetException(e);
            }
        }
    }

    private async Task Alone(T item, TaskCompletionSource written)
    {
        try
        {
            await write([item], CancellationToken.None);
            written.SetResult();
        }
        catch (Exception e)
        {
            written.SetException(e);
        }
    }

    private List<(T Item, TaskCompletionSource Written)>? NextGroup()
    {
        lock (gate)
        {
            if (waiting.Count == 0)
            {
                isLed = false;
                return null;
            }

            var group = new List<(T, TaskCompletionSource)>(Math.Min(atMost, waiting.Count));
            while (group.Count < atMost && waiting.TryDequeue(out var next)) group.Add(next);
            return group;
        }
    }
}
