using System.Runtime.InteropServices;
using CoopAssistant.Messaging.Contacts;

namespace CoopAssistant.Bot.Turns;

/// <summary>One address of one channel: what turns are queued and remembered by.</summary>
internal readonly record struct LaneKey(Channel Channel, string Address);

/// <summary>Lets the turns of one address run one after another, in the order they came, and others beside them. An idle address costs nothing.</summary>
internal sealed class ConversationLanes
{
    private readonly Lock _gate = new();
    private readonly Dictionary<LaneKey, Queue<TaskCompletionSource>?> _busy = [];

    /// <summary>Completes when it is this turn's time. Each must be followed by one <see cref="Leave"/>.</summary>
    public Task Enter(LaneKey key)
    {
        lock (_gate)
        {
            ref var waiting = ref CollectionsMarshal.GetValueRefOrAddDefault(_busy, key, out var isBusy);
            if (!isBusy) return Task.CompletedTask;
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (waiting ??= new Queue<TaskCompletionSource>()).Enqueue(turn);
            return turn.Task;
        }
    }

    public void Leave(LaneKey key)
    {
        lock (_gate)
        {
            if (_busy[key] is { Count: > 0 } waiting) waiting.Dequeue().SetResult();
            else _busy.Remove(key);
        }
    }
}
