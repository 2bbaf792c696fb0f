namespace CoopAssistant.Messaging.Inbox;

/// <summary>A woman waits for a person. While staff hold her conversation they speak and the bot is silent.</summary>
public sealed class Ticket
{
    private Ticket() { }

    public long Id { get; private set; }
    public long ConversationId { get; private set; }

    /// <summary>Why; see <see cref="TicketReason"/>.</summary>
    public string Reason { get; private set; } = "";
    public string? Country { get; private set; }

    /// <summary>Where she lives, by the registration she spoke of last, as far as known when she asked: says which office's clock runs.</summary>
    public string? RegionCode { get; private set; }
    public string? PlaceCode { get; private set; }
    public string? AssignedTo { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Since when she has been without an answer; null when staff spoke last.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whole working minutes of her office from its opening to staff's first answer; null before, and where staff began.</summary>
    public int? MinutesToAnswer { get; private set; }

    /// <summary>Put aside until then; null where it is not. She ends it by writing.</summary>
    public DateTimeOffset? SnoozedUntil { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => ClosedAt is null;

    public static Ticket Open(long conversationId, string reason, string? country, DateTimeOffset now) => new()
    {
        ConversationId = conversationId, Reason = reason, Country = country, OpenedAt = now, WaitingSince = now,
    };

    /// <summary>Staff begin the thread: she waits for nothing.</summary>
    public static Ticket Begin(long conversationId, string? country, DateTimeOffset now) => new()
    {
        ConversationId = conversationId, Reason = TicketReason.Staff, Country = country, OpenedAt = now,
    };

    /// <summary>Her place became known. A country that was not is taken from there; of another country nothing is.</summary>
    public void LivesIn(string country, string? region, string? place)
    {
        Country ??= country;
        if (Country == country) (RegionCode, PlaceCode) = (region, place);
    }

    /// <summary>Gives it to a member of staff, or back to all with null.</summary>
    public void Assign(string? staff) { AssignedTo = staff; Version++; }

    /// <summary>She asks again while it is open: the weightier reason stands (see <see cref="TicketReason.Weightier"/>).</summary>
    public void AskedAgain(string reason, DateTimeOffset now)
    {
        Reason = TicketReason.Weightier(Reason, reason);
        Waits(now);
    }

    /// <summary>She wrote: her clock starts, or goes on.</summary>
    public void Waits(DateTimeOffset now) { WaitingSince ??= now; SnoozedUntil = null; Version++; }

    public void Snooze(DateTimeOffset? until) { SnoozedUntil = until; Version++; }

    public void Reopen() { ClosedAt = null; SnoozedUntil = null; Version++; }

    /// <param name="worked">Working time of her office since <see cref="OpenedAt"/>.</param>
    public void Answered(TimeSpan worked)
    {
        if (Reason != TicketReason.Staff) MinutesToAnswer ??= Math.Max(0, (int)worked.TotalMinutes);
        WaitingSince = null;
        Version++;
    }

    /// <summary>The bot answers her: her clock stops without an answer of staff's.</summary>
    public void HandedBack() { WaitingSince = null; SnoozedUntil = null; Version++; }

    public void Close(DateTimeOffset now) { ClosedAt ??= now; WaitingSince = null; Version++; }
}
