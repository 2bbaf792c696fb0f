using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>Staff write down who was elected to an office of a group's bodies, and who left it.</summary>
public sealed class ChangeOfficer(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    public sealed record Request(GroupId Group, string Author, string? Note, Territory? Territory, int? SeenVersion = null);

    /// <param name="until">Last day of the term; null for the term of the country's data, where it says one.</param>
    public Task<OfficerResult> Elect(Request request, string body, string office, ParticipantId participant, DateOnly? from, DateOnly? until, CancellationToken cancel) =>
        Change(request, (group, pack, note) =>
        {
            if (pack.Cooperative.FindBody(body) is not { } known || known.FindOffice(office) is not { } seat) return OfficerResult.NotFound;
            if (from is not { } day || day > pack.DayOf(clock.GetUtcNow()) || day.Year < 2000) return OfficerResult.DayWrong;
            var last = until ?? GroupAgenda.EndOfTerm(known, day);
            if (last <= day || last > day.AddYears(10)) return OfficerResult.DayWrong;
            return Of(group.Elect(body, office, participant, seat.Seats, day, last, request.Author, note, clock.GetUtcNow()));
        }, cancel);

    public Task<OfficerResult> End(Request request, long officer, DateOnly? on, CancellationToken cancel) => Change(request, (group, pack, note) =>
    {
        if (note is null) return OfficerResult.ReasonMissing;
        if (on is not { } day || day > pack.DayOf(clock.GetUtcNow())) return OfficerResult.DayWrong;
        return Of(group.EndOffice(officer, day, request.Author, note, clock.GetUtcNow()));
    }, cancel);

    private async Task<OfficerResult> Change(Request request, Func<Group, ProgrammePack, string?, OfficerResult> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var group = await db.Groups.Within(request.Territory).WithWhatIsExpected().SingleOrDefaultAsync(g => g.Id == request.Group, cancel);
        if (group is null || packs.Find(group.Country) is not { } pack) return OfficerResult.NotFound;
        if (request.SeenVersion is { } seen && seen != group.Version) return OfficerResult.ChangedMeanwhile;
        var note = FreeText.Shorten(FreeText.Clean(request.Note), Group.LongestReason) is { Length: > 0 } kept ? kept : null;
        var result = change(group, pack, note);
        if (result != OfficerResult.Changed) return result;
        GroupAgenda.Foresee(pack, group);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return OfficerResult.ChangedMeanwhile;
        }
        return result;
    }

    private static OfficerResult Of(bool isDone) => isDone ? OfficerResult.Changed : OfficerResult.NotPermitted;
}

public enum OfficerResult { Changed, NotFound, NotPermitted, ChangedMeanwhile, ReasonMissing, DayWrong }
