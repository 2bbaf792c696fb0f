using System.Globalization;
using System.Security.Claims;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;

namespace CoopAssistant.Admin.Conversations;

/// <param name="Messages">Oldest first.</param>
/// <param name="Names">Staff by id.</param>
/// <param name="Stamp">Changes with anything that is shown; an HTTP entity tag.</param>
public sealed record ThreadView(TicketView Ticket, IReadOnlyList<Message> Messages, IReadOnlyDictionary<string, string> Names, string Stamp, string? Typing = null)
{
    /// <summary>Covers documents and phones in what is said.</summary>
    public required NumbersInText Numbers { get; init; }

    public bool HidesSomething => Messages.Any(message => Numbers.Cover(message.Text) != message.Text);
}

/// <summary>Puts together what the thread shows. Read every second or two by each open page: a handful of look-ups by primary key.</summary>
internal sealed class ThreadReader(ReadTicket tickets, ReadThread threads, StaffNames names, TypingWatch typing)
{
    public const int PageSize = 60;

    /// <param name="before">Only messages before this one; null from the newest.</param>
    /// <param name="shown">Her numbers are uncovered, and it is written down for whom.</param>
    /// <returns>Null where there is no such ticket for this member of staff.</returns>
    public async Task<ThreadView?> Read(long ticketId, long? before, ClaimsPrincipal staff, bool shown, CancellationToken cancel)
    {
        if (await tickets.Handle(ticketId, staff.Territory(), cancel) is not { } ticket) return null;
        var messages = await threads.Handle(ticket.ConversationId, PageSize, before, cancel);
        var known = await names.Of(messages.Select(m => m.Author).Append(ticket.AssignedTo), cancel);
        var other = typing.Other(ticketId, staff.StaffId());
        return new ThreadView(ticket, messages, known, Stamp(ticket, messages, other), other)
        {
            Numbers = shown || ticket.Women.Count == 0 ? NumbersInText.None : new(ticket.Women.SelectMany(woman => new[] { woman.Document, woman.Phone }).Append(ticket.Address.Split(':')[^1])),
        };
    }

    /// <summary>Deliveries move without a new version of the conversation.</summary>
    private static string Stamp(TicketView ticket, IReadOnlyList<Message> messages, string? typing)
    {
        var deliveries = messages.Aggregate(17UL, (hash, message) => unchecked((hash * 31) + ((ulong)message.Id * 16) + (byte)message.Delivery));
        return string.Create(CultureInfo.InvariantCulture, $"\"{ticket.Version}.{deliveries:x}.{(typing is null ? 0 : (uint)typing.GetHashCode(StringComparison.Ordinal)):x}\"");
    }
}
