using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>Staff take a referral back, with a reason. Who had agreed is told; who was only asked is not asked any more.</summary>
public sealed class CancelReferral(ProgrammeDb db, IEnumerable<IListen<ReferralHeard>> listeners, TimeProvider clock)
{
    /// <param name="SeenVersion">Version on the screen of who decides; null to act on the newest.</param>
    public sealed record Request(ReferralId Referral, string Author, string? Reason, Territory? Territory, int? SeenVersion = null);

    public async Task<ChangeResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (CheckAlly.Short(request.Reason, ReferralEntry.Longest) is not { } reason) return ChangeResult.ReasonMissing;
        var referral = await db.Referrals.Within(request.Territory).Include(r => r.People).SingleOrDefaultAsync(r => r.Id == request.Referral, cancel);
        if (referral is null) return ChangeResult.NotFound;
        if (request.SeenVersion is { } seen && seen != referral.Version) return ChangeResult.ChangedMeanwhile;
        var asked = referral.People.Where(p => p.Sharing == SharingState.Asked).ToList();
        if (!referral.Cancel(request.Author, reason, clock.GetUtcNow())) return ChangeResult.NotPermitted;
        var ally = await db.Allies.AsNoTracking().SingleAsync(a => a.Id == referral.AllyId, cancel);
        foreach (var listener in listeners)
        {
            await listener.On(new(referral, ally, ReferralNews.NoLongerAsked, asked, []), cancel);
            await listener.On(new(referral, ally, ReferralNews.Cancelled, [.. referral.People.Where(p => p.Sharing == SharingState.Agreed)], []), cancel);
        }
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChangeResult.ChangedMeanwhile;
        }
        return ChangeResult.Changed;
    }
}
