using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Outbox;

/// <param name="Waiting">Messages not yet taken by the provider.</param>
/// <param name="OldestWaitingSince">When the oldest of them was written; null when none waits.</param>
/// <param name="Parked">Messages that wait for her to write again.</param>
/// <param name="Failed">Messages that finally failed.</param>
/// <param name="Code">Why the oldest waiting one waits, e.g. 20003; null when it has not been tried.</param>
/// <param name="Explanation">The same in Spanish for staff; null without a code.</param>
public sealed record DeliveryHealth(int Waiting, DateTimeOffset? OldestWaitingSince, int Parked, int Failed, string? Code, DeliveryExplanation? Explanation);

/// <summary>How the outbox is doing, for staff's first page and lists, and for health checks.</summary>
public sealed class ShowDeliveryHealth(MessagingDb db, ProgrammeDb programme)
{
    /// <summary>Of everything.</summary>
    public async Task<DeliveryHealth> Handle(CancellationToken cancel)
    {
        var waiting = Waiting(territory: null);
        var count = await waiting.CountAsync(cancel);
        var oldest = await waiting.OrderBy(m => m.Id).Select(m => new { m.At, m.ErrorCode }).FirstOrDefaultAsync(cancel);
        return new DeliveryHealth(count, oldest?.At, await CountParked(territory: null, cancel), await CountFailed(territory: null, cancel), oldest?.ErrorCode, oldest?.ErrorCode is { } code ? DeliveryExplanation.For(code) : null);
    }

    /// <summary>What is still on its way, where failures are listed beside it.</summary>
    public async Task<(int Waiting, int Parked)> CountUnderway(Territory? territory, CancellationToken cancel) =>
        (await Waiting(territory).CountAsync(cancel), await CountParked(territory, cancel));

    /// <summary>Messages that finally failed, alone.</summary>
    public Task<int> CountFailed(Territory? territory, CancellationToken cancel) =>
        db.Messages.Where(m => m.Delivery == Delivery.Failed).Within(db, programme, territory).CountAsync(cancel);

    private Task<int> CountParked(Territory? territory, CancellationToken cancel) =>
        db.Messages.Where(m => m.Delivery == Delivery.Parked).Within(db, programme, territory).CountAsync(cancel);

    private IQueryable<Message> Waiting(Territory? territory) =>
        db.Messages.AsNoTracking().Unfinished().Within(db, programme, territory).Where(m => m.Delivery != Delivery.Queued);
}
