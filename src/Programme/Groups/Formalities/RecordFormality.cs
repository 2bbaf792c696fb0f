using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups.Formalities;

/// <summary>Staff write down that a step of the legal checklist or a cooperative's duty was done, planned, or that this was a mistake.</summary>
public sealed class RecordFormality(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <param name="Code">Of a checklist's step or a duty.</param>
    /// <param name="Note">Needed to undo, and to record what the law does not allow yet.</param>
    public sealed record Request(GroupId Group, string Code, string Author, string? Note, Territory? Territory, int? SeenVersion = null);

    /// <param name="on">The day it was done, today at the latest.</param>
    public Task<FormalityResult> Done(Request request, DateOnly? on, CancellationToken cancel) => Change(request, (group, pack, note) =>
    {
        if (on is not { } day || day > pack.DayOf(clock.GetUtcNow()) || day.Year < 2000) return FormalityResult.DayWrong;
        if (pack.Checklist.Find(request.Code) is { } step)
        {
            if (group.Formalities.LastDone(step.Code) is not null) return FormalityResult.NotPermitted;
            if (note is null && IsQuestionable(pack, group, step, day)) return FormalityResult.ReasonMissing;
        }
        else if (group.State is not (GroupState.Cooperative or GroupState.Inactive)) return FormalityResult.NotPermitted;
        return Of(group.DoFormality(request.Code, day, request.Author, note, clock.GetUtcNow()));
    }, cancel);

    public Task<FormalityResult> Undo(Request request, CancellationToken cancel) => Change(request, (group, _, note) =>
        note is null ? FormalityResult.ReasonMissing : Of(group.UndoFormality(request.Code, request.Author, note, clock.GetUtcNow())), cancel);

    /// <param name="on">Null drops the plan.</param>
    public Task<FormalityResult> Plan(Request request, DateOnly? on, CancellationToken cancel) => Change(request, (group, pack, note) =>
    {
        if (on is { } day && (day < pack.DayOf(clock.GetUtcNow()) || day.Year > clock.GetUtcNow().Year + 10)) return FormalityResult.DayWrong;
        if (pack.Checklist.Find(request.Code) is not null && group.Formalities.LastDone(request.Code) is not null) return FormalityResult.NotPermitted;
        return Of(group.PlanFormality(request.Code, on, request.Author, note, clock.GetUtcNow()));
    }, cancel);

    /// <summary>Fewer founders than the minimum, or earlier than the terms allow: possible, with a note that says why.</summary>
    private static bool IsQuestionable(ProgrammePack pack, Group group, ChecklistStep step, DateOnly day)
    {
        var members = group.Members.Count(m => m.State == MemberState.Member);
        var line = ChecklistRules.Read(pack.Checklist, group.Formalities, new(members, null), day).First(l => l.Step.Code == step.Code);
        return line.FoundersMissing > 0 || (line.Earliest is { } earliest && day < earliest.On);
    }

    private async Task<FormalityResult> Change(Request request, Func<Group, ProgrammePack, string?, FormalityResult> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var group = await db.Groups.Within(request.Territory).WithWhatIsExpected().SingleOrDefaultAsync(g => g.Id == request.Group, cancel);
        if (group is null || packs.Find(group.Country) is not { } pack) return FormalityResult.NotFound;
        if (pack.Checklist.Find(request.Code) is null && pack.Cooperative.FindDuty(request.Code) is null) return FormalityResult.NotFound;
        if (request.SeenVersion is { } seen && seen != group.Version) return FormalityResult.ChangedMeanwhile;
        var note = FreeText.Shorten(FreeText.Clean(request.Note), Group.LongestReason) is { Length: > 0 } kept ? kept : null;
        var result = change(group, pack, note);
        if (result != FormalityResult.Changed) return result;
        GroupAgenda.Foresee(pack, group);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return FormalityResult.ChangedMeanwhile;
        }
        return result;
    }

    private static FormalityResult Of(bool isDone) => isDone ? FormalityResult.Changed : FormalityResult.NotPermitted;
}

public enum FormalityResult { Changed, NotFound, NotPermitted, ChangedMeanwhile, ReasonMissing, DayWrong }
