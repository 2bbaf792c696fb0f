using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>A registration was taken back or closed, or she asks to delete her data: what was shared of her is shared no longer, and what was asked is not asked any more.</summary>
public sealed class StopSharing(ProgrammeDb db, IEnumerable<IListen<ReferralHeard>> listeners, TimeProvider clock) : IListen<RegistrationMoved>
{
    public async Task On(RegistrationMoved happened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (LiveRegistrations.IsLive(happened.Registration.Status)) return;
        var id = happened.Registration.Id;
        await Stop(db.Referrals.Where(r => r.People.Any(p => p.RegistrationId == id)), happened.Registration.ParticipantId, cancel);
    }

    /// <summary>She confirmed in her chat that her data be deleted. Acts inside her turn.</summary>
    /// <param name="folio">Canonical, of her registration; her other registrations are meant too.</param>
    public async Task OfFolio(string folio, CancellationToken cancel)
    {
        if (await db.Registrations.Where(r => r.Folio == folio).Select(r => (ParticipantId?)r.ParticipantId).SingleOrDefaultAsync(cancel) is not { } her) return;
        await Stop(db.Referrals.Where(r => r.People.Any(p => p.ParticipantId == her)), her, cancel);
        await db.SaveAsync(cancel);
    }

    private async Task Stop(IQueryable<Referral> found, ParticipantId her, CancellationToken cancel)
    {
        foreach (var referral in await found.Include(r => r.People).ToListAsync(cancel))
        {
            if (!referral.WithdrawConsent(her, ConsentGiven.ByRegistration, clock.GetUtcNow())) continue;
            var ally = await db.Allies.AsNoTracking().SingleAsync(a => a.Id == referral.AllyId, cancel);
            foreach (var listener in listeners) await listener.On(new(referral, ally, ReferralNews.NoLongerAsked, [referral.PersonOf(her)!], []), cancel);
        }
    }
}
