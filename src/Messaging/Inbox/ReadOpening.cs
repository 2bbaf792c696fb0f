using CoopAssistant.Messaging.Figures;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>Whether the office that answers a woman is open, and when it opens next.</summary>
public sealed class ReadOpening(MessagingDb db, ProgrammeDb programme, ReadServiceBook service)
{
    /// <param name="Opens">By the office's clock; null while it is open, and where it does not open for years.</param>
    /// <param name="IsConfirmed">Somebody confirmed the hours.</param>
    public sealed record Result(DateTimeOffset? Opens, DateOnly Today, bool IsConfirmed);

    /// <param name="country">As she said; null where not known.</param>
    public async Task<Result?> Handle(long contactId, string? country, DateTimeOffset now, CancellationToken cancel)
    {
        var book = await service.Handle(cancel);
        var home = await Homes.Of(db, programme).FirstOrDefaultAsync(h => h.ContactId == contactId && (country == null || h.Country == country), cancel);
        if (book.Of(country ?? home?.Country, home?.RegionCode, home?.PlaceCode) is not { } clock) return null;
        var opens = clock.Calendar.IsOpenAt(now) ? null : clock.Calendar.OpensAt(now);
        return new(opens is { } at ? TimeZoneInfo.ConvertTime(at, clock.Calendar.Zone) : null, clock.Calendar.DayOf(now), clock.IsConfirmed);
    }
}
