using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Agreements;

/// <summary>Staff write down what was signed with an institution: of their own region, or of the country where that is theirs.</summary>
public sealed class SignAgreement(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    public sealed record Request(AllyId Ally, AgreementTerms Terms, string Author, Territory? Territory);

    /// <param name="Problem">For <see cref="ChangeResult.NotPermitted"/>, what of the words is wrong; null where the place is not the author's.</param>
    public sealed record Result(ChangeResult Outcome, AgreementProblem? Problem = null, AgreementId? Id = null);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var ally = await db.Allies.AsNoTracking().OfCountriesOf(request.Territory).SingleOrDefaultAsync(a => a.Id == request.Ally, cancel);
        if (ally is null || packs.Find(ally.Country) is not { } pack) return new(ChangeResult.NotFound);
        if (CheckAgreement.Terms(pack, request.Terms, out var good) is { } problem) return new(ChangeResult.NotPermitted, problem);
        if (request.Territory?.Covers(ally.Country, good.Region) == false) return new(ChangeResult.NotPermitted);
        var agreement = Agreement.Sign(AgreementId.New(clock), ally, good, request.Author, clock.GetUtcNow());
        db.Agreements.Add(agreement);
        await db.SaveAsync(cancel);
        return new(ChangeResult.Changed, Id: agreement.Id);
    }
}
