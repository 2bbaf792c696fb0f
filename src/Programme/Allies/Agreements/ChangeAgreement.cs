using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Agreements;

/// <summary>Staff put an agreement right, renew it, let it run out, or end it before its time.</summary>
public sealed class ChangeAgreement(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <param name="SeenVersion">Version on the screen of who decides; null to act on the newest.</param>
    public sealed record Request(AgreementId Agreement, string Author, string? Reason, Territory? Territory, int? SeenVersion = null);

    public Task<SignAgreement.Result> Describe(Request request, AgreementTerms terms, CancellationToken cancel) => Change(request, needsReason: false, (agreement, pack, now) =>
    {
        if (CheckAgreement.Terms(pack, terms, out var good) is { } problem) return new(ChangeResult.NotPermitted, problem);
        if (request.Territory?.Covers(agreement.Country, good.Region) == false) return new(ChangeResult.NotPermitted);
        agreement.Change(good, request.Author, now);
        return new(ChangeResult.Changed);
    }, cancel);

    /// <param name="until">Its new last day.</param>
    public Task<SignAgreement.Result> Renew(Request request, DateOnly until, CancellationToken cancel) => Change(request, needsReason: false, (agreement, pack, now) =>
    {
        if (until > agreement.From.AddYears(60)) return new(ChangeResult.NotPermitted, AgreementProblem.EndsBeforeItStarts);
        var by = CheckAgreement.DefaultRenewal(pack, agreement.Until ?? agreement.From, until);
        return agreement.Renew(until, by, request.Author, request.Reason, now) ? new(ChangeResult.Changed) : new(ChangeResult.NotPermitted, AgreementProblem.EndsBeforeItStarts);
    }, cancel);

    public Task<SignAgreement.Result> LetExpire(Request request, CancellationToken cancel) =>
        Change(request, needsReason: true, (agreement, _, now) => new(agreement.LetExpire(request.Author, request.Reason, now) ? ChangeResult.Changed : ChangeResult.NotPermitted), cancel);

    public Task<SignAgreement.Result> End(Request request, CancellationToken cancel) =>
        Change(request, needsReason: true, (agreement, pack, now) => new(agreement.End(pack.DayOf(now), request.Author, request.Reason, now) ? ChangeResult.Changed : ChangeResult.NotPermitted), cancel);

    private async Task<SignAgreement.Result> Change(Request request, bool needsReason, Func<Agreement, ProgrammePack, DateTimeOffset, SignAgreement.Result> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (needsReason && string.IsNullOrWhiteSpace(request.Reason)) return new(ChangeResult.ReasonMissing);
        var agreement = await db.Agreements.Within(request.Territory).Include(g => g.Contributions.OrderBy(c => c.Id)).SingleOrDefaultAsync(g => g.Id == request.Agreement, cancel);
        if (agreement is null || packs.Find(agreement.Country) is not { } pack) return new(ChangeResult.NotFound);
        if (request.SeenVersion is { } seen && seen != agreement.Version) return new(ChangeResult.ChangedMeanwhile);
        var result = change(agreement, pack, clock.GetUtcNow());
        if (result.Outcome != ChangeResult.Changed) return result;
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new(ChangeResult.ChangedMeanwhile);
        }
        return result;
    }
}
