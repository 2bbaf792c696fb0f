using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Commitments;

/// <summary>Staff write down what an institution promised, and how it went.</summary>
public sealed class PromiseCommitment(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    public sealed record Request(AllyId Ally, string? What, CommitmentTarget Target, string Author, Territory? Territory);

    public sealed record Result(ChangeResult Outcome, CommitmentProblem? Problem = null, CommitmentId? Id = null);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (target, territory) = (request.Target, request.Territory);
        var ally = await db.Allies.AsNoTracking().OfCountriesOf(territory).SingleOrDefaultAsync(a => a.Id == request.Ally, cancel);
        if (ally is null || packs.Find(ally.Country) is not { } pack) return new(ChangeResult.NotFound);
        if (CheckAlly.Short(request.What, Commitment.Longest) is not { } what || !FreeText.SaysSomething(what)) return new(ChangeResult.NotPermitted, CommitmentProblem.NothingSaid);
        if (target.Step is { } step && pack.FindStep(step) is null) return new(ChangeResult.NotPermitted, CommitmentProblem.NoSuchStep);
        if (target.Agreement is { } agreement && !await db.Agreements.AnyAsync(g => g.Id == agreement && g.AllyId == ally.Id, cancel)) return new(ChangeResult.NotPermitted, CommitmentProblem.NoSuchAgreement);

        var group = target.Group is { } id ? await db.Groups.AsNoTracking().Within(territory).SingleOrDefaultAsync(g => g.Id == id && g.Country == ally.Country, cancel) : null;
        if (target.Group is not null && group is null) return new(ChangeResult.NotPermitted, CommitmentProblem.NoSuchGroup);
        // What is promised to no group in particular belongs to the one region the author works in, or to the country.
        var region = group is not null ? group.RegionCode : territory is { Countries.Count: 0, Regions: [var only], Places.Count: 0 } ? only : null;
        if (group is null && territory?.Covers(ally.Country, region) == false) return new(ChangeResult.NotPermitted, CommitmentProblem.NoSuchGroup);
        var commitment = Commitment.Promise(CommitmentId.New(clock), ally, what, target, region, group?.PlaceCode, request.Author, clock.GetUtcNow());
        db.Commitments.Add(commitment);
        await db.SaveAsync(cancel);
        return new(ChangeResult.Changed, Id: commitment.Id);
    }

    /// <param name="seen">Version on the screen of who decides; null to act on the newest.</param>
    public async Task<ChangeResult> Move(CommitmentId id, CommitmentTrigger trigger, string author, string? reason, Territory? territory, int? seen, CancellationToken cancel)
    {
        if (CommitmentLifecycle.NeedsReason(trigger) && string.IsNullOrWhiteSpace(reason)) return ChangeResult.ReasonMissing;
        var commitment = await db.Commitments.Within(territory).SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (commitment is null) return ChangeResult.NotFound;
        if (seen is { } version && version != commitment.Version) return ChangeResult.ChangedMeanwhile;
        if (!commitment.Move(trigger, author, CheckAlly.Short(reason, Agreements.AgreementEntry.LongestReason), clock.GetUtcNow())) return ChangeResult.NotPermitted;
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

public enum CommitmentProblem { NothingSaid, NoSuchStep, NoSuchAgreement, NoSuchGroup }
