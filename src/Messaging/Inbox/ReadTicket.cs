using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <param name="Address">Where her messages come from; mask it before showing it.</param>
/// <param name="WindowClosesAt">Until when WhatsApp takes free text from us, in the past where nothing reaches her number; null on channels without such a window.</param>
/// <param name="Version">Changes with everything above and below, messages' deliveries excepted.</param>
public sealed record TicketView(
    long Id, long ConversationId, string Reason, string? Country, string? AssignedTo, DateTimeOffset OpenedAt, DateTimeOffset? WaitingSince,
    DateTimeOffset? ClosedAt, bool IsHeld, bool HasOptedOut, Channel Channel, string? ProfileName, string Address, DateTimeOffset LastInboundAt,
    DateTimeOffset? WindowClosesAt, DateTimeOffset? SnoozedUntil, string Version)
{
    /// <summary>Registrations of the women who spoke on this contact, newest first.</summary>
    public required IReadOnlyList<WomanOnContact> Women { get; init; }

    /// <summary>See <see cref="Ticket.RegionCode"/>.</summary>
    public string? RegionCode { get; init; }
    public string? PlaceCode { get; init; }
}

public sealed record WomanOnContact(RegistrationId Registration, string Name, string Folio, string Country, string? RegionCode, string? PlaceCode, RegistrationStatus Status)
{
    /// <summary>Mask it before showing it, like <see cref="Phone"/>.</summary>
    public string? Document { get; init; }
    public string? Phone { get; init; }
}

/// <summary>One ticket with what staff need beside the thread. The messages are <see cref="ReadThread"/>'s.</summary>
public sealed class ReadTicket(MessagingDb db, ProgrammeDb programme)
{
    /// <returns>Null where there is none, or none within the territory.</returns>
    public async Task<TicketView?> Handle(long ticketId, Territory? territory, CancellationToken cancel)
    {
        var found = await db.Tickets.AsNoTracking().Within(db, programme, territory).Where(t => t.Id == ticketId)
            .Join(db.Conversations, t => t.ConversationId, c => c.Id, (t, c) => new
            {
                Ticket = t, c.IsHeld, c.HasOptedOut, c.Channel, c.ReplyAddress, c.LastInboundAt, c.OutOfReachSince, c.Version,
                db.Contacts.First(contact => contact.Id == c.Id).ProfileName,
            }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;

        var ticket = found.Ticket;
        return new TicketView(
            ticket.Id, ticket.ConversationId, ticket.Reason, ticket.Country, ticket.AssignedTo, ticket.OpenedAt, ticket.WaitingSince,
            ticket.ClosedAt, found.IsHeld, found.HasOptedOut, found.Channel, found.ProfileName, found.ReplyAddress, found.LastInboundAt,
            found.Channel != Channel.WhatsApp ? null : found.OutOfReachSince >= found.LastInboundAt ? found.LastInboundAt : found.LastInboundAt + Conversation.OpenWindow, ticket.SnoozedUntil, $"{found.Version}.{ticket.Version}")
        {
            RegionCode = ticket.RegionCode, PlaceCode = ticket.PlaceCode,
            Women = await Women(ticket.ConversationId, cancel),
        };
    }

    private async Task<IReadOnlyList<WomanOnContact>> Women(long contactId, CancellationToken cancel)
    {
        var linked = await db.ContactParticipants.AsNoTracking().Where(l => l.ContactId == contactId)
            .Join(programme.Participants, l => l.ParticipantId, p => p.Id, (_, p) => new { p.Id, p.GivenNames, p.Surnames, p.Document, p.Phone })
            .Join(programme.Registrations, p => p.Id, r => r.ParticipantId, (p, r) => new { r.Id, p.GivenNames, p.Surnames, r.Folio, r.Country, r.RegionCode, r.PlaceCode, r.Status, r.SubmittedAt, p.Document, p.Phone })
            .OrderByDescending(r => r.SubmittedAt).ToListAsync(cancel);
        return linked.ConvertAll(r => new WomanOnContact(r.Id, $"{r.GivenNames} {r.Surnames}", r.Folio, r.Country, r.RegionCode, r.PlaceCode, r.Status) { Document = r.Document, Phone = r.Phone });
    }
}
