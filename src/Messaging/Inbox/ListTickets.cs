using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <param name="Women">Who spoke on this contact, by name; empty before anybody registered or proved herself.</param>
/// <param name="LastText">The newest message; empty for one without text.</param>
/// <param name="LastIsHers">She wrote it.</param>
public sealed record TicketLine(
    long Id, long ConversationId, string Reason, string? Country, string? AssignedTo, DateTimeOffset OpenedAt, DateTimeOffset? WaitingSince,
    DateTimeOffset? ClosedAt, bool IsHeld, Channel Channel, string? ProfileName, IReadOnlyList<string> Women, string LastText, bool LastIsHers)
{
    /// <summary>Against the clock of her office; null where she waits for nothing.</summary>
    public ServiceClock.Standing? Clock { get; init; }

    /// <summary>Documents and phones of the women: mask them in the text before showing it.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];
}

/// <param name="Waiting">Open and without an answer, of all; likewise the other counts.</param>
public sealed record TicketPage(IReadOnlyList<TicketLine> Lines, int Total, int Waiting, int Open, int Mine, int Snoozed, int Overdue, int Escalated);

/// <summary>Conversations before staff: who has waited longest comes first; the closed ones newest first.</summary>
public sealed class ListTickets(MessagingDb db, ProgrammeDb programme, ReadServiceBook service, SumFigures sums, TimeProvider clock)
{
    /// <param name="Staff">Staff id of who asks, for <see cref="TicketFilter.Mine"/>.</param>
    /// <param name="Territory">Null for everything.</param>
    /// <param name="Page">From 1.</param>
    public sealed record Request(TicketFilter Filter, string Staff, Territory? Territory, int Page, int PageSize = 25)
    {
        /// <summary>Only what a figure of answering times counts, open and closed; then the filter is not asked.</summary>
        public AnsweredFacts? Facts { get; init; }
    }

    public async Task<TicketPage> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Page, 1, nameof(request));
        var visible = db.Tickets.AsNoTracking().Within(db, programme, request.Territory);
        var open = visible.Where(t => t.ClosedAt == null);
        var (now, book) = (clock.GetUtcNow(), await service.Handle(cancel));
        var counts = await open.GroupBy(_ => 1).Select(all => new
        {
            Open = all.Count(), Waiting = all.Count(t => t.WaitingSince != null && (t.SnoozedUntil == null || t.SnoozedUntil <= now)),
            Mine = all.Count(t => t.AssignedTo == request.Staff), Snoozed = all.Count(t => t.SnoozedUntil > now),
        }).SingleOrDefaultAsync(cancel) ?? new { Open = 0, Waiting = 0, Mine = 0, Snoozed = 0 };
        var overdue = counts.Waiting == 0 ? 0 : await open.Late(book, ServiceLevel.Director, now).CountAsync(cancel);
        var longest = overdue == 0 ? 0 : await open.Late(book, ServiceLevel.Administrator, now).CountAsync(cancel);

        var wanted = request.Facts is { } facts ? facts.On(visible, db, programme, request.Territory) : Wanted(visible, request.Filter, request.Staff, book, now);
        var total = request.Filter switch
        {
            _ when request.Facts is { } asked => await asked.Total(sums, request.Territory, cancel) ?? await wanted.CountAsync(cancel),
            TicketFilter.Waiting => counts.Waiting,
            TicketFilter.Mine => counts.Mine,
            TicketFilter.Snoozed => counts.Snoozed,
            TicketFilter.Overdue => overdue,
            TicketFilter.Escalated => longest,
            TicketFilter.Closed => await wanted.CountAsync(cancel),
            _ => counts.Open,
        };
        return new TicketPage(total == 0 ? [] : await Lines(wanted, request, book, now, cancel), total, counts.Waiting, counts.Open, counts.Mine, counts.Snoozed, overdue, longest);
    }

    /// <summary>How many there are and the first of them, without what there is in other lists.</summary>
    /// <param name="shown">0 for the number alone.</param>
    public async Task<(int Total, IReadOnlyList<TicketLine> Lines)> Beginning(TicketFilter filter, string staff, Territory? territory, int shown, CancellationToken cancel)
    {
        var (now, book) = (clock.GetUtcNow(), await service.Handle(cancel));
        var wanted = Wanted(db.Tickets.AsNoTracking().Within(db, programme, territory), filter, staff, book, now);
        var total = await wanted.CountAsync(cancel);
        return (total, total == 0 || shown == 0 ? [] : await Lines(wanted, new(filter, staff, territory, Page: 1, shown), book, now, cancel));
    }

    private static IQueryable<Ticket> Wanted(IQueryable<Ticket> visible, TicketFilter filter, string staff, ServiceBook book, DateTimeOffset now)
    {
        var open = visible.Where(t => t.ClosedAt == null);
        return filter switch
        {
            TicketFilter.Waiting => open.Where(t => t.WaitingSince != null && (t.SnoozedUntil == null || t.SnoozedUntil <= now)),
            TicketFilter.Snoozed => open.Where(t => t.SnoozedUntil > now),
            TicketFilter.Overdue => open.Late(book, ServiceLevel.Director, now),
            TicketFilter.Escalated => open.Late(book, ServiceLevel.Administrator, now),
            TicketFilter.Mine => open.Where(t => t.AssignedTo == staff),
            TicketFilter.Closed => visible.Where(t => t.ClosedAt != null),
            _ => open,
        };
    }

    private async Task<IReadOnlyList<TicketLine>> Lines(IQueryable<Ticket> wanted, Request request, ServiceBook book, DateTimeOffset now, CancellationToken cancel)
    {
        var ordered = request.Facts is not null ? wanted.OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Id)
            : request.Filter == TicketFilter.Closed ? wanted.OrderByDescending(t => t.ClosedAt).ThenByDescending(t => t.Id)
            : wanted.OrderBy(t => t.WaitingSince == null).ThenBy(t => t.WaitingSince).ThenBy(t => t.OpenedAt).ThenBy(t => t.Id);
        var rows = await ordered.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancel);
        // Each of these by its key: joined to the page they would be numbered one by one, all of them.
        var contacts = rows.ConvertAll(ticket => ticket.ConversationId);
        var threads = await db.Conversations.AsNoTracking().Where(c => contacts.Contains(c.Id)).Select(c => new { c.Id, c.IsHeld, c.Channel, c.LastMessageId }).ToDictionaryAsync(c => c.Id, cancel);
        var last = threads.Values.Select(thread => thread.LastMessageId).OfType<long>().ToList();
        var said = await db.Messages.AsNoTracking().Where(m => last.Contains(m.Id)).Select(m => new { m.Id, m.Text, m.Direction }).ToDictionaryAsync(m => m.Id, cancel);
        var profiles = await db.Contacts.AsNoTracking().Where(c => contacts.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.ProfileName, cancel);
        var women = await WomenOnContacts.Of(db, programme, contacts, cancel);
        return rows.ConvertAll(ticket =>
        {
            var thread = threads[ticket.ConversationId];
            var newest = thread.LastMessageId is { } message ? said.GetValueOrDefault(message) : null;
            return new TicketLine(
                ticket.Id, ticket.ConversationId, ticket.Reason, ticket.Country, ticket.AssignedTo, ticket.OpenedAt, ticket.WaitingSince,
                ticket.ClosedAt, thread.IsHeld, thread.Channel, profiles[ticket.ConversationId], [.. women[ticket.ConversationId].Select(woman => woman.Name)],
                newest?.Text ?? "", newest?.Direction == Conversations.MessageDirection.Inbound)
            {
                Numbers = [.. women[ticket.ConversationId].SelectMany(woman => woman.Numbers)],
                Clock = ticket.WaitingSince is { } since ? book.Of(ticket.Country, ticket.RegionCode, ticket.PlaceCode)?.Read(ServiceKind.Answer, since, now) : null,
            };
        });
    }
}
