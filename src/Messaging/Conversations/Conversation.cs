using CoopAssistant.Messaging.Contacts;

namespace CoopAssistant.Messaging.Conversations;

/// <summary>
/// The one conversation of a contact (same id). The everyday turn reads and writes this row by prepared statements;
/// staff's use cases change it through EF Core. Every writer raises <see cref="Version"/>, which keeps both honest:
/// a save on an old version throws <c>DbUpdateConcurrencyException</c>, and the use case loads again.
/// </summary>
public sealed class Conversation
{
    /// <summary>How long after her last message WhatsApp takes free text from us.</summary>
    public static readonly TimeSpan OpenWindow = TimeSpan.FromHours(24);

    private Conversation() { }

    /// <summary>The contact's id.</summary>
    public long Id { get; private set; }

    /// <summary>The contact's channel.</summary>
    public Channel Channel { get; private set; }

    public long Version { get; private set; }

    /// <summary>Where replies go: the address of her last message, as it came.</summary>
    public string ReplyAddress { get; private set; } = "";

    /// <summary>When she last wrote; WhatsApp's 24-hour window counts from here.</summary>
    public DateTimeOffset LastInboundAt { get; private set; }

    /// <summary>Newest message of the thread; messages form a chain through <see cref="Message.PreviousId"/>. Null before the first.</summary>
    public long? LastMessageId { get; private set; }

    /// <summary>The newest message where it was said just now; else not loaded.</summary>
    public Message? LastMessage { get; private set; }

    /// <summary>Staff hold the thread: the bot stays silent (emergency lines excepted).</summary>
    public bool IsHeld { get; private set; }

    /// <summary>She asked for no messages outside replies.</summary>
    public bool HasOptedOut { get; private set; }

    /// <summary>When the provider last said that nothing reaches this address: blocked, stopped at the provider, or not on WhatsApp. Null before the first time.</summary>
    public DateTimeOffset? OutOfReachSince { get; private set; }

    /// <summary>Nothing reaches her until she writes: whoever writes can be answered, so her next message ends it by itself.</summary>
    public bool IsOutOfReach => OutOfReachSince >= LastInboundAt;

    /// <summary>Messages wait for her to write again (24-hour window closed): her next turn releases them.</summary>
    public bool HasParked { get; private set; }

    /// <summary>When she was last invited, by an approved template, to read what waits for her; null before the first time.</summary>
    public DateTimeOffset? InvitedAt { get; private set; }

    /// <summary>She was invited since she last wrote: that is enough.</summary>
    public bool WasInvited => InvitedAt >= LastInboundAt;

    /// <summary>What staff wait for from her, e.g. "missing:{registration id}"; the bot asks for it. Null when nothing.</summary>
    public string? AwaitedFromHer { get; private set; }

    /// <summary>The bot's own state of the talk, UTF-8 JSON; opaque here.</summary>
    public byte[] State { get; private set; } = [];

    /// <summary>
    /// Says something to her unasked: saved with the conversation, sent by the delivery worker. Where WhatsApp's window
    /// is closed the message is parked and goes out when she writes again, unless an approved template carries it; where she is out of reach, always. Does not ask whether she opted out: the caller decides.
    /// </summary>
    /// <param name="author">Staff member who wrote it; null for the programme.</param>
    public Message Say(OutgoingMessage message, string? author, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(message);
        var delivery = DeliveryAt(now, message.Template is not null);
        var said = Message.ToHer(this, message, author, delivery, now);
        LastMessage = said;
        if (delivery == Delivery.Parked) HasParked = true;
        RaiseVersion();
        return said;
    }

    /// <summary>Asks her to write, so that what is parked may go out. Its template carries it; what waits goes on waiting.</summary>
    public Message Invite(OutgoingMessage invitation, DateTimeOffset now)
    {
        InvitedAt = now;
        return Say(invitation, author: null, now);
    }

    /// <summary>Staff take the thread; the bot falls silent.</summary>
    public void Hold()
    {
        if (IsHeld) return;
        IsHeld = true;
        RaiseVersion();
    }

    /// <summary>The bot speaks again.</summary>
    public void GiveBack()
    {
        if (!IsHeld) return;
        IsHeld = false;
        RaiseVersion();
    }

    /// <summary>Makes the bot ask her for something when she next writes; replaces what was waited for before.</summary>
    /// <param name="what">See <see cref="AwaitedFromHer"/>.</param>
    public void Await(string what)
    {
        AwaitedFromHer = what;
        RaiseVersion();
    }

    /// <summary>A message of this thread was parked: her next turn releases it.</summary>
    public void NoteParked()
    {
        HasParked = true;
        RaiseVersion();
    }

    /// <summary>She asked for no messages outside replies.</summary>
    public void OptOut()
    {
        HasOptedOut = true;
        RaiseVersion();
    }

    /// <summary>WhatsApp takes nothing from us now: what is said waits until she writes.</summary>
    public bool MustWaitForHer(DateTimeOffset now, bool hasTemplate) =>
        Channel == Channel.WhatsApp && (IsOutOfReach || (!hasTemplate && now - LastInboundAt >= OpenWindow));

    /// <summary>Nothing is waited for any more.</summary>
    public void StopAwaiting()
    {
        if (AwaitedFromHer is null) return;
        AwaitedFromHer = null;
        RaiseVersion();
    }

    private Delivery DeliveryAt(DateTimeOffset now, bool hasTemplate) =>
        Channel != Channel.WhatsApp ? Delivery.None : MustWaitForHer(now, hasTemplate) ? Delivery.Parked : Delivery.Pending;

    private void RaiseVersion() => Version++;
}
