using CoopAssistant.Messaging.Contacts;

namespace CoopAssistant.Messaging.Turns;

/// <summary>
/// Hears that a thread gained messages or freed parked ones: after a turn's commit, and after staff's words were saved in this process.
/// For waking who delivers or shows them; another process is not heard, so a listener also looks by time.
/// </summary>
public interface ITurnCommitted
{
    /// <summary>Called on the turn's way to its answer: returns at once and never throws.</summary>
    void Committed(long contactId, Channel channel);
}
