using System.Linq.Expressions;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Figures;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Outbox;

/// <summary>The messages behind a figure of deliveries, newest first; see <see cref="CountDeliveries"/>.</summary>
public sealed class ListSent(MessagingDb db, ProgrammeDb programme, SumFigures sums)
{
    public const int PageSize = 25;

    /// <param name="Spans">When, in each country asked for; an empty country: women registered nowhere.</param>
    /// <param name="Page">From 1.</param>
    public sealed record Request(Delivery Delivery, IReadOnlyList<CountrySpan> Spans, string? Region, Territory? Territory, int Page)
    {
        /// <summary>The same as months, where whole ones are asked for: among many the total is the figure's then.</summary>
        public (DateOnly First, DateOnly Last)? Months { get; init; }
    }

    public sealed record Line(long MessageId, string To, string? ProfileName, string Text, DateTimeOffset At, string? ErrorCode)
    {
        /// <summary>Documents and phones of the women on this contact: mask them in the text before showing it.</summary>
        public IReadOnlyList<string> Numbers { get; init; } = [];
    }

    public sealed record Result(IReadOnlyList<Line> Lines, int Total);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var homes = Homes.Of(db, programme).Within(request.Territory);
        if (request.Region is { } region) homes = homes.Where(h => h.RegionCode == region);
        var everybody = Homes.Of(db, programme);
        var spans = request.Spans.Where(span => span.Country.Length > 0 ? span.IsNear(request.Territory) : request.Territory is null && request.Region is null).ToList();
        if (spans.Count == 0) return new([], 0);
        var (begin, end) = (spans.Min(span => span.From), spans.Max(span => span.Until));
        // A maximum instead of Any(), of which PostgreSQL makes a list of everybody's homes first: each message's home is looked up, from the newest on, until the page is full.
        var messages = (await MessagesOfTime.On(db, begin, end, cancel)).Where(Stands(request.Delivery))
            .Where(CountrySpan.Any<Message>(spans, (country, from, until) => country.Length == 0
                ? m => m.At >= from && m.At < until && everybody.Where(h => h.ContactId == m.ConversationId).Max(h => (long?)h.ContactId) == null
                : m => m.At >= from && m.At < until && homes.Where(h => h.ContactId == m.ConversationId && h.Country == country).Max(h => (long?)h.ContactId) != null));
        var total = request.Months is var (first, last)
            ? await sums.Handle(new(FigureKind.Delivery, request.Delivery.ToString(), [.. spans.Select(span => span.Country)], first, last, request.Region, request.Territory), cancel) : null;
        if (total == 0) return new([], 0);
        total ??= await messages.CountAsync(cancel);
        var lines = await messages.OrderByDescending(m => m.Id).Skip((request.Page - 1) * PageSize).Take(PageSize)
            .Join(db.Conversations, m => m.ConversationId, c => c.Id, (m, c) => new { m.Id, c.ReplyAddress, m.ConversationId, m.Text, m.At, m.ErrorCode })
            .Join(db.Contacts, m => m.ConversationId, c => c.Id, (m, c) => new { m.Id, m.ConversationId, Line = new Line(m.Id, m.ReplyAddress, c.ProfileName, m.Text, m.At, m.ErrorCode) })
            .OrderByDescending(m => m.Id).ToListAsync(cancel);
        var women = await WomenOnContacts.Of(db, programme, lines.Select(m => m.ConversationId), cancel);
        return new(lines.ConvertAll(m => m.Line with { Numbers = [.. women[m.ConversationId].SelectMany(woman => woman.Numbers)] }), total.Value);
    }

    /// <summary>What has an index of its own must be named for a database to use it.</summary>
    private static Expression<Func<Message, bool>> Stands(Delivery delivery) => delivery switch
    {
        Delivery.Failed => m => m.Direction == MessageDirection.Outbound && m.Delivery == Delivery.Failed,
        Delivery.Parked => m => m.Direction == MessageDirection.Outbound && m.Delivery == Delivery.Parked,
        _ => m => m.Direction == MessageDirection.Outbound && m.Delivery == delivery,
    };
}
