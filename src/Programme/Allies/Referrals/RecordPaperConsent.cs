using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>
/// Staff write down what a woman signed on paper: that the referral's institution may see the data it names, that it may not, or that it may no longer.
/// It counts like her word in the chat, which she may take back there too.
/// </summary>
public sealed class RecordPaperConsent(ProgrammeDb db, ProgrammePacks packs, ReadServiceBook books, IEnumerable<IListen<ReferralHeard>> listeners, TimeProvider clock)
{
    /// <param name="Agrees">False: she says no, or takes her yes back.</param>
    /// <param name="SeenVersion">Version on the screen of who writes it down; null to act on the newest.</param>
    public sealed record Request(
        ReferralId Referral, ParticipantId Participant, bool Agrees, DateOnly? SignedOn, string? TakenBy, string? Reference, string Author, Territory? Territory, int? SeenVersion = null);

    public sealed record Result(ChangeResult Outcome, PaperProblem? Problem = null);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var referral = await db.Referrals.Within(request.Territory).Include(r => r.People).SingleOrDefaultAsync(r => r.Id == request.Referral, cancel);
        if (referral?.PersonOf(request.Participant) is not { } person || packs.Find(referral.Country) is not { } pack) return new(ChangeResult.NotFound);
        if (request.SeenVersion is { } seen && seen != referral.Version) return new(ChangeResult.ChangedMeanwhile);
        var now = clock.GetUtcNow();
        if (PaperForm.Read(request.SignedOn, request.TakenBy, request.Reference, request.Author, pack.DayOf(now), out var problem) is not { } form) return new(ChangeResult.NotPermitted, problem);

        var how = ConsentGiven.By(form, pack.Country.Language);
        var calendar = (await books.Handle(cancel)).Of(referral.Country, referral.RegionCode, referral.PlaceCode)?.Calendar;
        var isDone = person.Sharing == SharingState.Agreed && !request.Agrees
            ? referral.WithdrawConsent(request.Participant, how, now)
            : referral.Answer(request.Participant, request.Agrees, how, calendar, now);
        if (!isDone) return new(ChangeResult.NotPermitted);
        var ally = await db.Allies.AsNoTracking().SingleAsync(a => a.Id == referral.AllyId, cancel);
        foreach (var listener in listeners) await listener.On(new(referral, ally, ReferralNews.NoLongerAsked, [person], []), cancel);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new(ChangeResult.ChangedMeanwhile);
        }
        return new(ChangeResult.Changed);
    }
}
