using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>A step of a group began, or its day and place were noted. Listeners act inside the same transaction.</summary>
public sealed record StepChanged(Group Group, GroupStep Step);

/// <summary>Staff begin, finish, skip or return to a step of a phase, or note its day and place. Several may be open at once.</summary>
public sealed class ChangeStep(ProgrammeDb db, ProgrammePacks packs, IEnumerable<IListen<StepChanged>> listeners, TimeProvider clock)
{
    /// <param name="Code">Of the step.</param>
    /// <param name="Reason">Needed to skip, to return, and to begin before the entry conditions are met.</param>
    public sealed record Request(GroupId Group, string Code, string Author, string? Reason, Territory? Territory, int? SeenVersion = null);

    /// <param name="Unmet">For <see cref="StepResult.ConditionsUnmet"/>.</param>
    public sealed record Result(StepResult Outcome, IReadOnlyList<EntryCondition> Unmet)
    {
        internal static Result Of(StepResult outcome) => new(outcome, []);
    }

    public Task<Result> Begin(Request request, CancellationToken cancel) => Change(request, tells: true, (group, pack, step) =>
    {
        var isReturn = group.Steps.Any(s => s.Code == step.Code);
        var hasReason = !string.IsNullOrWhiteSpace(request.Reason);
        if (isReturn && !hasReason) return Result.Of(StepResult.ReasonMissing);
        var unmet = EntryConditions.Unmet(pack, group, step);
        if (unmet.Count > 0 && !hasReason) return new(StepResult.ConditionsUnmet, unmet);
        var now = clock.GetUtcNow();
        return Done(group.BeginStep(step.Code, DueOn(pack, step, now), request.Author, request.Reason, now));
    }, cancel);

    public Task<Result> Finish(Request request, CancellationToken cancel) => Change(request, tells: false, (group, _, step) =>
        Done(group.EndStep(step.Code, StepTrigger.Finish, request.Author, request.Reason, clock.GetUtcNow())), cancel);

    public Task<Result> Skip(Request request, CancellationToken cancel) => Change(request, tells: false, (group, _, step) =>
        string.IsNullOrWhiteSpace(request.Reason) ? Result.Of(StepResult.ReasonMissing) : Done(group.EndStep(step.Code, StepTrigger.Skip, request.Author, request.Reason, clock.GetUtcNow())), cancel);

    public Task<Result> Note(Request request, StepDetails details, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(details);
        var clean = new StepDetails(details.On, Clean(details.Place), Clean(details.Number), Clean(details.Partner));
        return Change(request, tells: true, (group, _, step) => Done(group.NoteStep(step.Code, clean, request.Author, request.Reason, clock.GetUtcNow())), cancel);
    }

    /// <summary>The last day it is expected to take: the day it began in the country's time, and so many days.</summary>
    public static DateOnly? DueOn(ProgrammePack pack, PhaseStep step, DateTimeOffset begun)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(step);
        return step.ExpectedDays is { } days ? pack.DayOf(begun).AddDays(days) : null;
    }

    private async Task<Result> Change(Request request, bool tells, Func<Group, ProgrammePack, PhaseStep, Result> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var group = await db.Groups.AsSplitQuery().Within(request.Territory).Include(g => g.Members).Include(g => g.Steps).SingleOrDefaultAsync(g => g.Id == request.Group, cancel);
        if (group is null || packs.Find(group.Country) is not { } pack || pack.FindStep(request.Code) is not { } step) return Result.Of(StepResult.NotFound);
        if (request.SeenVersion is { } seen && seen != group.Version) return Result.Of(StepResult.ChangedMeanwhile);
        var result = change(group, pack, step);
        if (result.Outcome != StepResult.Changed) return result;
        if (tells && group.Steps.LastOrDefault(s => s.Code == step.Code && s.State == StepState.Open) is { } round)
            foreach (var listener in listeners) await listener.On(new(group, round), cancel);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Of(StepResult.ChangedMeanwhile);
        }
        return result;
    }

    private static Result Done(bool isDone) => Result.Of(isDone ? StepResult.Changed : StepResult.NotPermitted);

    private static string? Clean(string? text) => FreeText.Shorten(FreeText.Clean(text), GroupStep.LongestDetail) is { Length: > 0 } kept ? kept : null;
}

public enum StepResult { Changed, NotFound, NotPermitted, ChangedMeanwhile, ReasonMissing, ConditionsUnmet }
