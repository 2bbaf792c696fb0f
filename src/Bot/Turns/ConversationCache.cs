using CoopAssistant.Messaging.Turns;

namespace CoopAssistant.Bot.Turns;

/// <summary>A conversation as a turn finds it.</summary>
/// <param name="Stored">Its row, without the state's bytes where they were read already.</param>
internal sealed record KnownConversation(StoredConversation Stored, ConversationState State)
{
    /// <summary>A second address known to be linked; null when none is known.</summary>
    public string? OtherAddress { get; init; }

    /// <summary>Found by the second address of the message: the first is new and still to be linked.</summary>
    public bool IsKnownByOther { get; init; }
}

/// <summary>
/// The conversations that spoke last. May be old: another process or staff may have written since. The version check at the commit finds
/// out, so nothing is asked here. Two generations: when the young one is full, the old one is forgotten.
/// </summary>
internal sealed class ConversationCache(int capacity)
{
    private readonly Lock _gate = new();
    private readonly int _half = (capacity + 1) / 2;
    private Dictionary<LaneKey, KnownConversation> _young = [];
    private Dictionary<LaneKey, KnownConversation> _old = [];

    public KnownConversation? Find(LaneKey key)
    {
        lock (_gate) return _young.TryGetValue(key, out var known) || _old.TryGetValue(key, out known) ? known : null;
    }

    public void Keep(LaneKey key, KnownConversation known)
    {
        if (_half == 0) return;
        lock (_gate)
        {
            if (_young.Count >= _half && !_young.ContainsKey(key)) (_old, _young) = (_young, new(_half));
            _young[key] = known;
        }
    }

    public void Forget(LaneKey key)
    {
        lock (_gate)
        {
            _young.Remove(key);
            _old.Remove(key);
        }
    }
}
