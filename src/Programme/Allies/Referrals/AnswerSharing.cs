using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>She says in her chat whether an institution may see her data, or takes it back. Acts inside her turn.</summary>
public sealed class AnswerSharing(ProgrammeDb db, ReadServiceBook books, TimeProvider clock)
{
    /// <param name="How">Where and on which text.</param>
    public sealed record Request(ReferralId Referral, ParticipantId Participant, ConsentGiven How);

    /// <exception cref="DbUpdateConcurrencyException">She is not asked any more: her turn is decided anew.</exception>
    public async Task Answer(Request request, bool agrees, CancellationToken cancel)
    {
        var book = agrees ? await books.Handle(cancel) : null; // by a yes the institution's clock begins
        await Act(request, (referral, now) => referral.Answer(request.Participant, agrees, request.How, book?.Of(referral.Country, referral.RegionCode, referral.PlaceCode)?.Calendar, now), cancel);
    }

    /// <exception cref="DbUpdateConcurrencyException">Nothing is shared (any more).</exception>
    public Task Withdraw(Request request, CancellationToken cancel) =>
        Act(request, (referral, now) => referral.WithdrawConsent(request.Participant, request.How, now), cancel);

    private async Task Act(Request request, Func<Referral, DateTimeOffset, bool> act, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var referral = await db.Referrals.Include(r => r.People).SingleOrDefaultAsync(r => r.Id == request.Referral, cancel);
        if (referral is null || !act(referral, clock.GetUtcNow())) throw new DbUpdateConcurrencyException("The referral moved on while her turn was decided.");
        await db.SaveAsync(cancel);
    }
}
