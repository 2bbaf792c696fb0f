using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>Staff plan a meeting for a group or a community of their territory, and ask the group's members where they want to.</summary>
public sealed class PlanMeeting(ProgrammeDb db, ProgrammePacks packs, InviteToMeeting invite, TimeProvider clock)
{
    /// <param name="Group">Null where it is for a community alone; then <paramref name="Community"/> is given.</param>
    /// <param name="InvitesMembers">Asks the members at once.</param>
    public sealed record Request(GroupId? Group, CommunityId? Community, MeetingPlan Plan, MeetingSlot Slot, string Author, Territory? Territory, bool InvitesMembers = false);

    /// <param name="Problem">Null where it is planned.</param>
    public sealed record Result(MeetingId? Id, MeetingProblem? Problem, int Asked = 0);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await Host(request, cancel) is not { } host || packs.Find(host.Country) is not { } pack) return new(null, MeetingProblem.NoSuchHost);
        var now = clock.GetUtcNow();
        if ((CheckMeeting.Plan(pack, request.Plan, out var plan) ?? CheckMeeting.Slot(request.Slot, now, out _)) is { } problem) return new(null, problem);
        CheckMeeting.Slot(request.Slot, now, out var slot);

        var meeting = Meeting.Plan(MeetingId.New(clock), await FreeCode(db, slot.StartsAt, cancel), host, plan, slot, request.Author, now);
        db.Meetings.Add(meeting);
        var asked = request.InvitesMembers ? await invite.Members(meeting, request.Author, cancel) : 0;
        await db.SaveAsync(cancel);
        return new(meeting.Id, null, asked);
    }

    /// <summary>One that no meeting of the same days has.</summary>
    internal static async Task<AttendanceCode> FreeCode(ProgrammeDb db, DateTimeOffset startsAt, CancellationToken cancel)
    {
        var (from, until) = (startsAt.AddDays(-3), startsAt.AddDays(3));
        while (true)
        {
            var code = AttendanceCode.Draw();
            if (!await db.Meetings.AnyAsync(m => m.Code == code.Digits && m.StartsAt > from && m.StartsAt < until, cancel)) return code;
        }
    }

    private async Task<MeetingHost?> Host(Request request, CancellationToken cancel)
    {
        if (request.Group is { } id)
        {
            var group = await db.Groups.AsNoTracking().Within(request.Territory).SingleOrDefaultAsync(g => g.Id == id && g.State != GroupState.Dissolved, cancel);
            return group is null ? null : new(group.Country, group.RegionCode, group.PlaceCode, group.Id, group.CommunityId);
        }
        var at = request.Community;
        var community = at is null ? null : await db.Communities.AsNoTracking().Within(request.Territory).SingleOrDefaultAsync(c => c.Id == at, cancel);
        return community is null ? null : new(community.Country, community.RegionCode, community.PlaceCode, null, community.Id);
    }
}
