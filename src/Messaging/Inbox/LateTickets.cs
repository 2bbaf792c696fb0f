using CoopAssistant.Programme.Service;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>Which tickets wait longer than their offices promise. What is put aside is not late meanwhile.</summary>
internal static class LateTickets
{
    public static IQueryable<Ticket> Late(this IQueryable<Ticket> open, ServiceBook book, ServiceLevel level, DateTimeOffset now, bool toBeShown = false) =>
        open.Where(t => t.WaitingSince != null && (t.SnoozedUntil == null || t.SnoozedUntil <= now))
            .Where(book.Late<Ticket>(ServiceKind.Answer, level, now, t => t.Country, t => t.RegionCode, t => t.PlaceCode, t => t.WaitingSince, toBeShown));
}
