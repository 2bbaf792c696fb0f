using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Communities;

/// <summary>What staff do with a community: move it on, set its priority, keep its study.</summary>
public sealed class ChangeCommunity(ProgrammeDb db, TimeProvider clock)
{
    /// <param name="SeenVersion">Version on the screen of who decides; null to act on the newest.</param>
    public sealed record Request(CommunityId Community, string Author, Territory? Territory, int? SeenVersion = null);

    public Task<ChangeResult> Move(Request request, CommunityTrigger trigger, string? reason, CancellationToken cancel) =>
        CommunityLifecycle.NeedsReason(trigger) && string.IsNullOrWhiteSpace(reason)
            ? Task.FromResult(ChangeResult.ReasonMissing)
            : Change(request, community => community.Move(trigger, request.Author, reason, clock.GetUtcNow()), cancel);

    public Task<ChangeResult> Prioritise(Request request, int? priority, string? reason, CancellationToken cancel) =>
        priority is < 1 or > Community.LeastPriority ? Task.FromResult(ChangeResult.NotPermitted)
        : priority is not null && string.IsNullOrWhiteSpace(reason) ? Task.FromResult(ChangeResult.ReasonMissing)
        : Change(request, community => { community.Prioritise(priority, reason, request.Author, clock.GetUtcNow()); return true; }, cancel);

    public Task<ChangeResult> Study(Request request, StudyAnswers answers, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Change(request, community => { community.Study(answers.ToJson(), request.Author, clock.GetUtcNow()); return true; }, cancel);
    }

    private async Task<ChangeResult> Change(Request request, Func<Community, bool> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var community = await db.Communities.Within(request.Territory).SingleOrDefaultAsync(c => c.Id == request.Community, cancel);
        if (community is null) return ChangeResult.NotFound;
        if (request.SeenVersion is { } seen && seen != community.Version) return ChangeResult.ChangedMeanwhile;
        if (!change(community)) return ChangeResult.NotPermitted;
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

/// <summary>What became of a change that staff wanted.</summary>
public enum ChangeResult { Changed, NotFound, NotPermitted, ChangedMeanwhile, ReasonMissing }
