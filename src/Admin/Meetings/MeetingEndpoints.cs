using System.Globalization;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Communities;
using CoopAssistant.Admin.Security;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Meetings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace CoopAssistant.Admin.Meetings;

/// <summary>What staff do with a meeting, as forms; and its files.</summary>
internal static class MeetingEndpoints
{
    public static void MapMeetings(this IEndpointRouteBuilder routes)
    {
        var meeting = routes.MapGroup("/reuniones/{id:guid}").RequireAuthorization(Permission.LeadGroups);
        meeting.MapPost("/cancelar", Cancel).RequireFormToken();
        meeting.MapPost("/reabrir", Reopen).RequireFormToken();
        meeting.MapPost("/invitar", Invite).RequireFormToken();
        meeting.MapPost("/respuesta", Answer).RequireFormToken();
        meeting.MapPost("/asistencia", Attend).RequireFormToken();
        meeting.MapGet("/puerta.pdf", Door);
        routes.MapGet("/reuniones/para", Hosts).RequireAuthorization(Permission.LeadGroups);
        routes.MapCalendars();
    }

    public static string Notice(ChangeResult result, string done) => result switch
    {
        ChangeResult.Changed => done, ChangeResult.ReasonMissing => "falta-motivo", ChangeResult.ChangedMeanwhile => "cambio", _ => "reunion-no",
    };

    private static async Task<IResult> Cancel(Guid id, HttpContext http, ChangeMeeting change) =>
        Changed(id, await change.Cancel(await Request(id, http), http.RequestAborted), "reunion-cancelada");

    private static async Task<IResult> Reopen(Guid id, HttpContext http, ChangeMeeting change) =>
        Changed(id, await change.Reopen(await Request(id, http), http.RequestAborted), "reunion-reabierta");

    private static async Task<IResult> Invite(Guid id, HttpContext http, InviteToMeeting invite)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var request = new InviteToMeeting.Request(new MeetingId(id), http.User.StaffId(), http.User.Territory());
        var result = form["hacer"].ToString() switch
        {
            "socias" => await invite.AskMembers(request, http.RequestAborted),
            "lugar" => await invite.AskPlace(request, http.RequestAborted),
            "folio" => await invite.AskOne(request, form["folio"], http.RequestAborted),
            _ => new(MeetingInviteResult.NotFound),
        };
        return Invited(id, result.Outcome);
    }

    /// <summary>What she said by phone, or that she is no longer expected.</summary>
    private static async Task<IResult> Answer(Guid id, HttpContext http, AnswerMeeting answer, InviteToMeeting invite)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Guid.TryParse(form["mujer"], out var woman)) return TypedResults.NotFound();
        var (meeting, her, staff, territory) = (new MeetingId(id), new ParticipantId(woman), http.User.StaffId(), http.User.Territory());
        var needs = form["necesita"].Select(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var need) ? (GuestNeeds)need : GuestNeeds.None).Aggregate(GuestNeeds.None, (all, need) => all | need)
            & (GuestNeeds.Childcare | GuestNeeds.Transport | GuestNeeds.Language);
        return form["hacer"].ToString() switch
        {
            "retirar" => Invited(id, (await invite.Withdraw(new(meeting, staff, territory), her, CommunityEndpoints.Said(form["motivo"]), http.RequestAborted)).Outcome),
            "va" => Answered(id, await answer.Handle(new(meeting, her, Comes: true, needs, staff, territory), http.RequestAborted)),
            "no" => Answered(id, await answer.Handle(new(meeting, her, Comes: false, GuestNeeds.None, staff, territory), http.RequestAborted)),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<IResult> Attend(Guid id, HttpContext http, TakeAttendance take)
    {
        if (!http.User.May(Permission.SeeRegistrations)) return TypedResults.LocalRedirect("/sin-permiso");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (present, shown) = (Women(form["vino"]), Women(form["visto"]));
        shown.ExceptWith(present);
        var result = await take.Handle(new(new MeetingId(id), present, shown, form["hacer"] == "hecha", http.User.StaffId(), http.User.Territory()), http.RequestAborted);
        return result == ChangeResult.NotFound ? TypedResults.NotFound() : Back(id, Notice(result, "asistencia"));
    }

    /// <summary>For whom, as it is typed.</summary>
    /// <param name="elegido">Who was chosen before.</param>
    private static async Task<IResult> Hosts(string? q, string? elegido, HttpContext http, FindMeetingHosts find)
    {
        var (form, territory) = (new MeetingForm { Host = elegido }, http.User.Territory());
        var chosen = await find.One(form.GroupId, form.CommunityId, territory, http.RequestAborted);
        var found = await find.Handle(q is { Length: > 80 } ? q[..80] : q, territory, http.RequestAborted);
        return new RazorComponentResult<MeetingHosts>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Found"] = found, ["Chosen"] = chosen, ["Typed"] = q });
    }

    private static async Task<IResult> Door(Guid id, HttpContext http, ReadMeeting read, DoorSheet sheet) =>
        await read.Alone(new MeetingId(id), http.User.Territory(), http.RequestAborted) is { State: not MeetingState.Cancelled } meeting
            ? TypedResults.File(sheet.Print(meeting), "application/pdf", "puerta.pdf")
            : TypedResults.NotFound();

    private static async Task<ChangeMeeting.Request> Request(Guid id, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var seen = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : (int?)null;
        return new(new MeetingId(id), http.User.StaffId(), CommunityEndpoints.Said(form["motivo"]), http.User.Territory(), seen);
    }

    private static IResult Changed(Guid id, ChangeMeeting.Result result, string done) => result.Outcome == ChangeResult.NotFound ? TypedResults.NotFound() : Back(id, Notice(result.Outcome, done));

    private static IResult Invited(Guid id, MeetingInviteResult result) => result switch
    {
        MeetingInviteResult.NotFound => TypedResults.NotFound(),
        MeetingInviteResult.Asked => Back(id, "invitadas-reunion"),
        MeetingInviteResult.Withdrawn => Back(id, "retirada"),
        MeetingInviteResult.NobodyThere => Back(id, "nadie-mas"),
        MeetingInviteResult.NoSuchWoman => Back(id, "sin-folio"),
        MeetingInviteResult.IsOver => Back(id, "reunion-pasada"),
        _ => Back(id, "cambio"),
    };

    private static IResult Answered(Guid id, MeetingInviteResult result) => result switch
    {
        MeetingInviteResult.Asked => Back(id, "respuesta-anotada"), MeetingInviteResult.ChangedMeanwhile => Back(id, "cambio"), _ => TypedResults.NotFound(),
    };

    private static HashSet<ParticipantId> Women(StringValues values) => [.. values.Select(value => Guid.TryParse(value, out var id) ? new ParticipantId(id) : (ParticipantId?)null).OfType<ParticipantId>()];

    private static IResult Back(Guid id, string notice) => TypedResults.LocalRedirect($"/reuniones/{id}?aviso={notice}");
}
