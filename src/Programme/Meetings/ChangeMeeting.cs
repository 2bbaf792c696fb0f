using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>Staff move, cancel, describe or reopen a meeting. Who said no is not told; everybody else on the list is.</summary>
public sealed class ChangeMeeting(ProgrammeDb db, ProgrammePacks packs, IEnumerable<IListen<GuestHears>> listeners, TimeProvider clock)
{
    /// <param name="SeenVersion">Version on the screen of who decides; null to act on the newest.</param>
    public sealed record Request(MeetingId Meeting, string Author, string? Reason, Territory? Territory, int? SeenVersion = null);

    /// <param name="Problem">For <see cref="ChangeResult.NotPermitted"/>, what of the words is wrong; null where the meeting does not allow it.</param>
    public sealed record Result(ChangeResult Outcome, MeetingProblem? Problem = null);

    public Task<Result> Move(Request request, MeetingSlot slot, CancellationToken cancel) => Change(request, needsReason: true, async (meeting, now) =>
    {
        if (CheckMeeting.Slot(slot, now, out var good) is { } problem) return new(ChangeResult.NotPermitted, problem);
        if (!meeting.Move(good, request.Author, request.Reason, now)) return new(ChangeResult.NotPermitted);
        var (from, until) = (good.StartsAt.AddDays(-3), good.StartsAt.AddDays(3));
        if (await db.Meetings.AnyAsync(m => m.Id != meeting.Id && m.Code == meeting.Code && m.StartsAt > from && m.StartsAt < until, cancel))
            meeting.ReplaceCode(await PlanMeeting.FreeCode(db, good.StartsAt, cancel));
        if (now < good.EndsAt) await InviteToMeeting.Tell(listeners, meeting, Concerned(meeting), MeetingNews.Moved, cancel);
        return new(ChangeResult.Changed);
    }, cancel);

    public Task<Result> Cancel(Request request, CancellationToken cancel) => Change(request, needsReason: true, async (meeting, now) =>
    {
        if (!meeting.Cancel(request.Author, request.Reason, now)) return new(ChangeResult.NotPermitted);
        if (now < meeting.EndsAt) await InviteToMeeting.Tell(listeners, meeting, Concerned(meeting), MeetingNews.Cancelled, cancel);
        return new(ChangeResult.Changed);
    }, cancel);

    public Task<Result> Describe(Request request, MeetingPlan plan, CancellationToken cancel) => Change(request, needsReason: false, async (meeting, now) =>
    {
        if (CheckMeeting.Plan(packs.Find(meeting.Country)!, plan, out var good) is { } problem) return new(ChangeResult.NotPermitted, problem);
        if (good == meeting.Described) return new(ChangeResult.Changed);
        var freed = meeting.Change(good, request.Author, request.Reason, now);
        await InviteToMeeting.Tell(listeners, meeting, freed, MeetingNews.PlaceFreed, cancel);
        return new(ChangeResult.Changed);
    }, cancel);

    public Task<Result> Reopen(Request request, CancellationToken cancel) => Change(request, needsReason: true, (meeting, now) =>
        Task.FromResult(new Result(meeting.Reopen(request.Author, request.Reason, now) ? ChangeResult.Changed : ChangeResult.NotPermitted)), cancel);

    private static List<MeetingGuest> Concerned(Meeting meeting) => [.. meeting.Guests.Where(g => g.IsExpected && g.Answer != GuestAnswer.No)];

    private async Task<Result> Change(Request request, bool needsReason, Func<Meeting, DateTimeOffset, Task<Result>> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (needsReason && string.IsNullOrWhiteSpace(request.Reason)) return new(ChangeResult.ReasonMissing);
        var meeting = await db.Meetings.Within(request.Territory).Include(m => m.Guests).SingleOrDefaultAsync(m => m.Id == request.Meeting, cancel);
        if (meeting is null) return new(ChangeResult.NotFound);
        if (request.SeenVersion is { } seen && seen != meeting.Version) return new(ChangeResult.ChangedMeanwhile);
        var result = await change(meeting, clock.GetUtcNow());
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
