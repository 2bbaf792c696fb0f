using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>The institution's own users take a referral on or reject it, report, and say what came of it. Another institution's is not found.</summary>
public sealed class ServeReferral(ProgrammeDb db, IEnumerable<IListen<ReferralHeard>> listeners, TimeProvider clock)
{
    /// <param name="Ally">The institution of who acts.</param>
    /// <param name="SeenVersion">Version on the screen of who decides; null to act on the newest.</param>
    public sealed record Request(ReferralId Referral, AllyId Ally, string Author, string? Text, int? SeenVersion = null);

    public Task<ChangeResult> Accept(Request request, CancellationToken cancel) =>
        Change(request, needsText: false, (referral, now) => referral.Accept(request.Author, now), ReferralNews.Accepted, cancel);

    public Task<ChangeResult> Reject(Request request, CancellationToken cancel) =>
        Change(request, needsText: true, (referral, now) => referral.Reject(request.Author, Said(request.Text)!, now), ReferralNews.Rejected, cancel);

    public Task<ChangeResult> Report(Request request, CancellationToken cancel) =>
        Change(request, needsText: true, (referral, now) => referral.Report(request.Author, Said(request.Text)!, now), null, cancel);

    public Task<ChangeResult> Finish(Request request, ReferralResult result, CancellationToken cancel) =>
        Change(request, needsText: false, (referral, now) => referral.Finish(result, request.Author, Said(request.Text), now), result switch
        {
            ReferralResult.Helped => ReferralNews.Helped, ReferralResult.NotReached => ReferralNews.NotReached, _ => ReferralNews.NotForHer,
        }, cancel);

    /// <param name="news">What she hears of it; null for nothing.</param>
    private async Task<ChangeResult> Change(Request request, bool needsText, Func<Referral, DateTimeOffset, bool> change, ReferralNews? news, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var referral = await db.Referrals.OfAlly(request.Ally).Include(r => r.People).SingleOrDefaultAsync(r => r.Id == request.Referral, cancel);
        if (referral is null) return ChangeResult.NotFound;
        if (needsText && Said(request.Text) is not { } text) return ChangeResult.ReasonMissing;
        if (request.SeenVersion is { } seen && seen != referral.Version) return ChangeResult.ChangedMeanwhile;
        var asked = referral.People.Where(p => p.Sharing == SharingState.Asked).ToList();
        if (!change(referral, clock.GetUtcNow())) return ChangeResult.NotPermitted;
        await Tell(referral, news, asked, cancel);
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

    private async Task Tell(Referral referral, ReferralNews? news, List<ReferralPerson> asked, CancellationToken cancel)
    {
        if (news is not { } what) return;
        var ally = await db.Allies.AsNoTracking().SingleAsync(a => a.Id == referral.AllyId, cancel);
        var agreed = referral.People.Where(p => p.Sharing == SharingState.Agreed).ToList();
        var gone = asked.Where(p => p.Sharing != SharingState.Asked).ToList();
        List<ParticipantId> members = referral.GroupId is { } group
            ? await db.GroupMembers.Where(m => m.GroupId == group && m.State == MemberState.Member).Select(m => m.ParticipantId).ToListAsync(cancel) : [];
        foreach (var listener in listeners)
        {
            if (gone.Count > 0) await listener.On(new(referral, ally, ReferralNews.NoLongerAsked, gone, []), cancel);
            await listener.On(new(referral, ally, what, agreed, [.. members.Where(m => agreed.All(p => p.ParticipantId != m))]), cancel);
        }
    }

    private static string? Said(string? text) => CheckAlly.Short(text, ReferralEntry.Longest) is { } said && FreeText.SaysSomething(said) ? said : null;
}
