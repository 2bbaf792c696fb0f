using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>Staff write down who was elected to an office of a group's bodies, and who left it.</summary>
public sealed class ChangeOfficer(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <param name="Note">Needed to end an office, and to elect who holds one that should not go with it.</param>
    public sealed record Request(GroupId Group, string Author, string? Note, Territory? Territory, int? SeenVersion = null);

    /// <param name="Against">For <see cref="OfficerResult.Incompatible"/>: the country's rule.</param>
    public sealed record Result(OfficerResult Outcome, Incompatibility? Against = null)
    {
        public static implicit operator Result(OfficerResult outcome) => new(outcome);
    }

    /// <param name="until">Last day of the term; null for the term of the country's data, where it says one.</param>
    public Task<Result> Elect(Request request, string body, string office, ParticipantId participant, DateOnly? from, DateOnly? until, CancellationToken cancel) =>
        Change(request, async (group, pack, note) =>
        {
            if (pack.Cooperative.FindBody(body) is not { } known || known.FindOffice(office) is not { } seat) return OfficerResult.NotFound;
            if (from is not { } day || day > pack.DayOf(clock.GetUtcNow()) || day.Year < 2000) return OfficerResult.DayWrong;
            var last = until ?? GroupAgenda.EndOfTerm(known, day);
            if (last <= day || last > day.AddYears(10)) return OfficerResult.DayWrong;
            if (note is null && await Against(group, pack.Cooperative, body, participant, cancel) is { } rule) return new(OfficerResult.Incompatible, rule);
            return Of(group.Elect(body, office, participant, seat.Seats, day, last, request.Author, note, clock.GetUtcNow()));
        }, cancel);

    public Task<Result> End(Request request, long officer, DateOnly? on, CancellationToken cancel) => Change(request, (group, pack, note) =>
    {
        if (note is null) return Task.FromResult<Result>(OfficerResult.ReasonMissing);
        if (on is not { } day || day > pack.DayOf(clock.GetUtcNow())) return Task.FromResult<Result>(OfficerResult.DayWrong);
        return Task.FromResult(Of(group.EndOffice(officer, day, request.Author, note, clock.GetUtcNow())));
    }, cancel);

    /// <summary>The country's rule that speaks against it; null where none does.</summary>
    private async Task<Incompatibility?> Against(Group group, CooperativeRules rules, string body, ParticipantId her, CancellationToken cancel)
    {
        foreach (var rule in rules.Incompatible.Where(rule => rule.Bodies.Contains(body, StringComparer.Ordinal)))
        {
            var isSo = rule.IsElsewhere
                ? await db.Groups.AnyAsync(g => g.Id != group.Id && g.Country == group.Country && g.State != GroupState.Dissolved
                    && g.Officers.Any(o => o.ParticipantId == her && o.EndedOn == null && rule.Bodies.Contains(o.Body)), cancel)
                : group.Officers.Any(o => o.IsInOffice && o.ParticipantId == her && o.Body != body && rule.Bodies.Contains(o.Body, StringComparer.Ordinal));
            if (isSo) return rule;
        }
        return null;
    }

    private async Task<Result> Change(Request request, Func<Group, ProgrammePack, string?, Task<Result>> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var group = await db.Groups.Within(request.Territory).WithWhatIsExpected().SingleOrDefaultAsync(g => g.Id == request.Group, cancel);
        if (group is null || packs.Find(group.Country) is not { } pack) return OfficerResult.NotFound;
        if (request.SeenVersion is { } seen && seen != group.Version) return OfficerResult.ChangedMeanwhile;
        var note = FreeText.Shorten(FreeText.Clean(request.Note), Group.LongestReason) is { Length: > 0 } kept ? kept : null;
        var result = await change(group, pack, note);
        if (result.Outcome != OfficerResult.Changed) return result;
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

    private static Result Of(bool isDone) => isDone ? OfficerResult.Changed : OfficerResult.NotPermitted;
}

public enum OfficerResult { Changed, NotFound, NotPermitted, ChangedMeanwhile, ReasonMissing, DayWrong, Incompatible }
