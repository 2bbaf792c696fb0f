using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>Staff ask women whether they come: the members of the group, who registered at the place, or one by her folio; or take an invitation back.</summary>
public sealed class InviteToMeeting(ProgrammeDb db, IEnumerable<IListen<GuestHears>> listeners, TimeProvider clock)
{
    private const int MostOfAPlace = 300;

    public sealed record Request(MeetingId Meeting, string Author, Territory? Territory);

    /// <param name="Asked">How many are asked now.</param>
    public sealed record Result(MeetingInviteResult Outcome, int Asked = 0);

    /// <summary>All members: of the group, or of the community's groups.</summary>
    public Task<Result> AskMembers(Request request, CancellationToken cancel) => Change(request, async meeting => Asked(await Members(meeting, request.Author, cancel)), cancel);

    /// <summary>Women registered at the meeting's place whose registration is not closed, without a group of theirs or with one; at most 300.</summary>
    public Task<Result> AskPlace(Request request, CancellationToken cancel) => Change(request, async meeting =>
    {
        if (meeting.PlaceCode is not { } place) return new(MeetingInviteResult.NobodyThere);
        var women = await db.Registrations.Within(request.Territory)
            .Where(r => r.Country == meeting.Country && r.PlaceCode == place && r.Status != RegistrationStatus.Closed && r.Status != RegistrationStatus.Withdrawn)
            .OrderBy(r => r.SubmittedAt).Select(r => r.ParticipantId).Take(MostOfAPlace).ToListAsync(cancel);
        return Asked(await Ask(meeting, women, request.Author, cancel));
    }, cancel);

    public Task<Result> AskOne(Request request, string? folio, CancellationToken cancel) => Change(request, async meeting =>
    {
        // Her registration must lie in the author's territory too: a folio alone opens nothing.
        if (!Folio.TryParse(folio, null, out var known)) return new(MeetingInviteResult.NoSuchWoman);
        var woman = await db.Registrations.Within(request.Territory).Where(r => r.Folio == known.Canonical && r.Country == meeting.Country).Select(r => (ParticipantId?)r.ParticipantId).SingleOrDefaultAsync(cancel);
        return woman is { } one ? Asked(await Ask(meeting, [one], request.Author, cancel)) : new(MeetingInviteResult.NoSuchWoman);
    }, cancel);

    public Task<Result> Withdraw(Request request, ParticipantId woman, string? reason, CancellationToken cancel) => Change(request, async meeting =>
    {
        if (!meeting.Withdraw(woman, request.Author, reason, clock.GetUtcNow(), out var freed)) return new(MeetingInviteResult.NoSuchWoman);
        await Tell(listeners, meeting, [meeting.GuestOf(woman)!], MeetingNews.Withdrawn, cancel);
        await Tell(listeners, meeting, freed, MeetingNews.PlaceFreed, cancel);
        return new(MeetingInviteResult.Withdrawn);
    }, cancel);

    /// <summary>The same without saving.</summary>
    internal async Task<int> Members(Meeting meeting, string author, CancellationToken cancel)
    {
        var groups = db.Groups.Where(g => g.State != GroupState.Dissolved);
        groups = meeting.GroupId is { } group ? groups.Where(g => g.Id == group) : groups.Where(g => g.CommunityId == meeting.CommunityId);
        var women = await groups.SelectMany(g => g.Members.Where(m => m.State == MemberState.Member)).OrderBy(m => m.Since).ThenBy(m => m.Id).Select(m => m.ParticipantId).ToListAsync(cancel);
        return await Ask(meeting, women, author, cancel);
    }

    internal static async Task Tell(IEnumerable<IListen<GuestHears>> listeners, Meeting meeting, IEnumerable<MeetingGuest> guests, MeetingNews news, CancellationToken cancel)
    {
        foreach (var guest in guests)
            foreach (var listener in listeners) await listener.On(new(meeting, guest, news), cancel);
    }

    private async Task<int> Ask(Meeting meeting, IReadOnlyList<ParticipantId> women, string author, CancellationToken cancel)
    {
        var asked = meeting.Invite(women, author, clock.GetUtcNow());
        await Tell(listeners, meeting, asked, MeetingNews.Invited, cancel);
        return asked.Count;
    }

    private async Task<Result> Change(Request request, Func<Meeting, Task<Result>> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var meeting = await db.Meetings.Within(request.Territory).Include(m => m.Guests).SingleOrDefaultAsync(m => m.Id == request.Meeting, cancel);
        if (meeting is null) return new(MeetingInviteResult.NotFound);
        if (!meeting.TakesAnswersAt(clock.GetUtcNow())) return new(MeetingInviteResult.IsOver);
        var result = await change(meeting);
        if (result.Outcome is not (MeetingInviteResult.Asked or MeetingInviteResult.Withdrawn)) return result;
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new(MeetingInviteResult.ChangedMeanwhile);
        }
        return result;
    }

    private static Result Asked(int count) => count > 0 ? new(MeetingInviteResult.Asked, count) : new(MeetingInviteResult.NobodyThere);
}

public enum MeetingInviteResult { Asked, Withdrawn, NotFound, NoSuchWoman, NobodyThere, IsOver, ChangedMeanwhile }
