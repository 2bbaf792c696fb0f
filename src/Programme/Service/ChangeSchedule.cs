using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Service;

/// <summary>Who answers for an office sets its hours, its targets, and the days on which it is closed. Holds at once for all that wait.</summary>
public sealed class ChangeSchedule(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <summary>So many days at most are closed at once, and so far ahead.</summary>
    public const int MostDays = 60;
    private const int MostYearsAhead = 3;

    /// <param name="SeenVersion">What stood on the screen; 0 where nothing was set yet. Null to act on the newest.</param>
    public sealed record Request(string Country, string Office, string Author, Territory? Territory, int? SeenVersion = null);

    /// <summary>Working minutes; null for the usual ones.</summary>
    public sealed record Targets(int? Answer, int? AnswerLimit, int? Review, int? ReviewLimit);

    /// <param name="hours">Null for the country's.</param>
    public Task<ScheduleResult> Set(Request request, OpeningHours? hours, Targets targets, CancellationToken cancel) => Change(request, (schedule, pack, now) =>
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (!AreGood(targets.Answer, targets.AnswerLimit) || !AreGood(targets.Review, targets.ReviewLimit)) return ScheduleResult.NotPossible;
        var written = hours?.Write();
        if (schedule.Hours is null && written == pack.Service.Hours.Write() && pack.Service.Review is null) written = null;
        var changed = schedule.SetHours(written, request.Author, now);
        return schedule.SetTargets(targets.Answer, targets.AnswerLimit, targets.Review, targets.ReviewLimit, request.Author, now) || changed ? ScheduleResult.Changed : ScheduleResult.Unchanged;
    }, cancel);

    /// <param name="until">Included; null for the first day alone.</param>
    public Task<ScheduleResult> Close(Request request, DateOnly from, DateOnly? until, string? why, CancellationToken cancel) => Change(request, (schedule, pack, now) =>
    {
        var (last, today) = (until ?? from, pack.DayOf(now));
        var reason = FreeText.Shorten(FreeText.Clean(why ?? ""), OfficeClosure.LongestReason);
        if (last < from || last.DayNumber - from.DayNumber >= MostDays || from < today.AddYears(-1) || last > today.AddYears(MostYearsAhead) || reason.Length == 0) return ScheduleResult.NotPossible;
        var changed = false;
        for (var day = from; day <= last; day = day.AddDays(1)) changed |= schedule.Close(day, reason, request.Author, now);
        return changed ? ScheduleResult.Changed : ScheduleResult.Unchanged;
    }, cancel);

    public Task<ScheduleResult> Open(Request request, DateOnly day, CancellationToken cancel) =>
        Change(request, (schedule, _, now) => schedule.Open(day, request.Author, now) ? ScheduleResult.Changed : ScheduleResult.Unchanged, cancel);

    /// <summary>Whether an office lies wholly in a territory; the central one of a country only where all of that does.</summary>
    public static bool MaySet(Territory? territory, ProgrammePack pack, Office office)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(office);
        if (territory is null || territory.Covers(pack.Country.Code, null)) return true;
        return office.Covers.Count > 0 && office != pack.Offices.Central && office.Covers.All(place => territory.Covers(pack.Country.Code, pack.Places.RegionOf(place), place));
    }

    private async Task<ScheduleResult> Change(Request request, Func<OfficeSchedule, ProgrammePack, DateTimeOffset, ScheduleResult> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (packs.Find(request.Country) is not { } pack || pack.Offices.All.FirstOrDefault(office => office.Code == request.Office) is not { } office) return ScheduleResult.NotFound;
        if (!MaySet(request.Territory, pack, office)) return ScheduleResult.NotFound;
        var schedule = await db.OfficeSchedules.Include(s => s.Closures).SingleOrDefaultAsync(s => s.Country == request.Country && s.OfficeCode == request.Office, cancel);
        if (request.SeenVersion is { } seen && seen != (schedule?.Version ?? 0)) return ScheduleResult.ChangedMeanwhile;
        if (schedule is null) db.OfficeSchedules.Add(schedule = new OfficeSchedule(request.Country, request.Office));
        var result = change(schedule, pack, clock.GetUtcNow());
        if (result != ScheduleResult.Changed) return result;
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return ScheduleResult.ChangedMeanwhile;
        }
        return ScheduleResult.Changed;
    }

    private static bool AreGood(int? target, int? limit) =>
        (target is not { } first || IsGood(first)) && (limit is not { } second || (IsGood(second) && target is { } before && second > before));

    private static bool IsGood(int minutes) => minutes >= ServiceTarget.Shortest.TotalMinutes && minutes <= ServiceTarget.Longest.TotalMinutes;
}

public enum ScheduleResult { Changed, Unchanged, NotFound, NotPossible, ChangedMeanwhile }
