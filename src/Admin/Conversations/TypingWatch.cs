using System.Collections.Concurrent;

namespace CoopAssistant.Admin.Conversations;

/// <summary>Who is typing in which conversation, for a few seconds, in this process alone: a courtesy, not a lock.</summary>
internal sealed class TypingWatch(TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(8);
    private readonly ConcurrentDictionary<long, (string Staff, string Name, DateTimeOffset At)> _typing = new();

    public void Note(long ticket, string staff, string name)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, past) in _typing)
            if (now - past.At > Lasts) _typing.TryRemove(id, out _);
        _typing[ticket] = (staff, name, now);
    }

    /// <summary>Name of somebody else who types there; null for nobody.</summary>
    public string? Other(long ticket, string staff) =>
        _typing.TryGetValue(ticket, out var typing) && typing.Staff != staff && clock.GetUtcNow() - typing.At <= Lasts ? typing.Name : null;
}
