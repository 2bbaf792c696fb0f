using CoopAssistant.Programme;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Figures;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Figures;

/// <summary>Who wrote for the first time, and who agreed that her data are kept. Neither is anywhere yet: counted for the whole programme.</summary>
public sealed class CountGreetings(MessagingDb db, ProgrammeDb programme) : ICountFigures
{
    public IReadOnlyList<FigureKind> Kinds { get; } = [FigureKind.Greeted, FigureKind.Agreed];
    public TimeSpan? SettlesAfter => TimeSpan.FromDays(1);
    public bool CountsStrangers => true;

    public async Task<DateTimeOffset?> First(CancellationToken cancel) =>
        await db.Contacts.OrderBy(c => c.Id).Select(c => (DateTimeOffset?)c.CreatedAt).FirstOrDefaultAsync(cancel);

    public async Task<IReadOnlyList<CountedFigure>> Count(FigureMonth month, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(month);
        if (month.Country.Length > 0) return [];
        var (from, until) = (month.From, month.Until);
        var greeted = await db.Contacts.AsNoTracking().Where(c => c.CreatedAt >= from && c.CreatedAt < until)
            .GroupBy(c => c.Channel).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var given = programme.Consents.AsNoTracking().Where(c => c.Purpose == ConsentPurpose.Registration && c.IsGranted);
        var agreed = await given.Where(c => c.At >= from && c.At < until && !given.Any(o => o.ContactId == c.ContactId && o.Id < c.Id)).CountAsync(cancel);
        return
        [
            .. greeted.Select(row => new CountedFigure(FigureKind.Greeted, row.Key.ToString(), null, null, row.Count)),
            .. agreed > 0 ? [new CountedFigure(FigureKind.Agreed, "", null, null, agreed)] : Array.Empty<CountedFigure>(),
        ];
    }
}
