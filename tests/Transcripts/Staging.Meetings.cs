using System.Globalization;
using System.Text.RegularExpressions;
using CoopAssistant.Bot.Reminders;
using CoopAssistant.Messaging;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Transcripts;

/// <summary>What staff do with meetings. The one planned last is the one spoken of.</summary>
internal sealed partial class Staging
{
    private readonly Dictionary<string, string> _doors = new(StringComparer.Ordinal);
    private MeetingId _meeting;

    /// <returns>Whether it could be done; null where this is no act of meetings.</returns>
    private async Task<bool?> MeetingAct(string text)
    {
        if (PlansMeeting().Match(text) is { Success: true } plans) return await PlanMeeting(plans.Groups);
        if (MovesMeeting().Match(text) is { Success: true } moves) return await MoveMeeting(moves.Groups["when"].Value, moves.Groups["venue"].Value);
        if (Comes().Match(text) is { Success: true } comes) return await TakeAttendance(comes.Groups["who"].Value);
        return text switch
        {
            "La registradora cancela la reunión." => await Change((change, request) => change.Cancel(request, CancellationToken.None)),
            "El asistente manda los recordatorios." => await Remind(),
            "En la reunión se dice el código." => await SayCode(),
            _ => null,
        };
    }

    private async Task<bool> PlanMeeting(GroupCollection said)
    {
        var group = await GroupNamed(said["group"].Value);
        var country = await house.Use<ProgrammeDb, string>(db => db.Groups.Where(g => g.Id == group).Select(g => g.Country).SingleAsync());
        var kind = said["kind"].Value switch { "un taller" => MeetingKind.Workshop, "una asamblea" => MeetingKind.Assembly, "una visita" => MeetingKind.Visit, _ => MeetingKind.Gathering };
        var hours = said["hours"].Success ? int.Parse(said["hours"].Value, CultureInfo.InvariantCulture) : 0;
        var plan = new MeetingPlan(kind, said["topic"].Success ? said["topic"].Value : null)
        {
            Capacity = said["places"].Success ? int.Parse(said["places"].Value, CultureInfo.InvariantCulture) : null, CourseMinutes = hours * 60, IsPriorCourse = hours > 0,
            Institution = said["by"].Success ? said["by"].Value : null, OffersChildcare = said["care"].Success,
        };
        var at = At(said["when"].Value, house.Packs.Find(country)!);
        var result = await house.Use<PlanMeeting, PlanMeeting.Result>(use => use.Handle(new(group, null, plan, new(at, at.AddHours(3), said["venue"].Value), Staff, null, InvitesMembers: true), CancellationToken.None));
        if (result.Id is not { } id) return false;
        _meeting = id;
        return true;
    }

    private Task<bool> MoveMeeting(string when, string venue) => Change(async (change, request) =>
    {
        var country = await house.Use<ProgrammeDb, string>(db => db.Meetings.Where(m => m.Id == _meeting).Select(m => m.Country).SingleAsync());
        var at = At(when, house.Packs.Find(country)!);
        return await change.Move(request, new(at, at.AddHours(3), venue), CancellationToken.None);
    });

    private async Task<bool> Change(Func<ChangeMeeting, ChangeMeeting.Request, Task<ChangeMeeting.Result>> change) =>
        (await house.Use<ChangeMeeting, ChangeMeeting.Result>(use => change(use, new(_meeting, Staff, "según el plan", null)))).Outcome == ChangeResult.Changed;

    /// <summary>Staff mark who came besides those who noted it themselves, and close the meeting.</summary>
    private async Task<bool> TakeAttendance(string who)
    {
        var present = new HashSet<ParticipantId>();
        if (who == "todas") present.UnionWith(await house.Use<ProgrammeDb, List<ParticipantId>>(db => db.MeetingGuests.Where(g => g.MeetingId == _meeting).Select(g => g.ParticipantId).ToListAsync()));
        foreach (Match folio in AnyFolio().Matches(who)) present.Add(await OwnerOf(FolioOf(folio.Value)));
        var result = await house.Use<TakeAttendance, ChangeResult>(take => take.Handle(new(_meeting, present, new HashSet<ParticipantId>(), Holds: true, Staff, null), CancellationToken.None));
        var read = await house.Use<ReadMeeting, ReadMeeting.Result?>(use => use.Handle(_meeting, null, CancellationToken.None));
        Note($"Vinieron {read!.Came}; sin estar en la lista, {read.Meeting.Guests.Count(g => g is { AttendedAt: not null, IsListed: false })}.");
        return result == ChangeResult.Changed;
    }

    private async Task<bool> Remind()
    {
        var told = await house.Use<SendMeetingReminders, int>(send => send.Handle(CancellationToken.None));
        if (told == 0) Note("A nadie.");
        return true;
    }

    private async Task<bool> SayCode()
    {
        var digits = await house.Use<ProgrammeDb, string>(db => db.Meetings.Where(m => m.Id == _meeting).Select(m => m.Code).SingleAsync());
        var spoken = AttendanceCode.TryFind(digits, out var code) ? code.Spoken : digits;
        if (!_doors.ContainsKey(spoken)) _doors[spoken] = $"{{código de asistencia {_doors.Count + 1}}}";
        Note($"El código es {_doors[spoken]}.");
        return true;
    }

    /// <summary>Day and hour by the country's clock: "2027-03-10 09:00".</summary>
    private static DateTimeOffset At(string when, ProgrammePack pack)
    {
        var local = DateTime.ParseExact(when, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, pack.Country.TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }

    [GeneratedRegex(@"^La registradora planea (?<kind>un taller|una asamblea|una visita|una reunión)(?: «(?<topic>[^»]+)»)? para el grupo (?<group>[^:]+): (?<when>\d{4}-\d\d-\d\d \d\d:\d\d), (?<venue>[^,]+?)(?:, (?<hours>\d+) horas)?(?:, (?<places>\d+) lugares?)?(?:, la da (?<by>\w+))?(?<care>, con cuidado de niños)?\.$", RegexOptions.None, 500)]
    private static partial Regex PlansMeeting();

    [GeneratedRegex(@"^La registradora mueve la reunión: (?<when>\d{4}-\d\d-\d\d \d\d:\d\d), (?<venue>[^,]+)\.$", RegexOptions.None, 500)]
    private static partial Regex MovesMeeting();

    [GeneratedRegex(@"^La reunión se hizo(?:\.|; en la lista está(?:n)? (?<who>.+)\.)$", RegexOptions.None, 500)]
    private static partial Regex Comes();

    [GeneratedRegex(@"\{folio \d\}", RegexOptions.None, 500)]
    private static partial Regex AnyFolio();
}
