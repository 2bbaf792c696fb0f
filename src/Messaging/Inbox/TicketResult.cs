namespace CoopAssistant.Messaging.Inbox;

/// <summary>How a change to a ticket ended.</summary>
public enum TicketResult
{
    Done,
    NotFound,

    /// <summary>The ticket is closed, and what was asked needs an open one.</summary>
    Closed,

    /// <summary>Somebody else wrote at the same instant: ask again, in a fresh scope.</summary>
    ChangedMeanwhile,
}
