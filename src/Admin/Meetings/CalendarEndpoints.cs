using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Security;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Meetings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Meetings;

/// <summary>Calendar files: of one meeting for who is signed in, and the personal feed, which a calendar program fetches with nothing but its secret address.</summary>
internal static class CalendarEndpoints
{
    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reuniones/{id:guid}/calendario.ics", One).RequireAuthorization(Permission.SeeGroups);
        routes.MapPost("/reuniones/calendario/quitar", Revoke).RequireFormToken().RequireAuthorization(Permission.SeeGroups);
        routes.MapGet("/calendario/{secret}.ics", Feed).AllowAnonymous();
    }

    private static async Task<IResult> One(Guid id, HttpContext http, ReadMeeting read, MeetingCalendars calendars) =>
        await read.Alone(new MeetingId(id), http.User.Territory(), http.RequestAborted) is { } meeting
            ? TypedResults.File(System.Text.Encoding.UTF8.GetBytes(calendars.One(meeting)), CalendarFile.ContentType, "reunion.ics")
            : TypedResults.NotFound();

    private static async Task<IResult> Revoke(HttpContext http, CalendarFeeds feeds)
    {
        await feeds.Revoke(http.User.StaffId(), http.RequestAborted);
        return TypedResults.LocalRedirect("/reuniones/calendario?aviso=calendario-quitado");
    }

    private static async Task<IResult> Feed(string secret, HttpContext http, MeetingCalendars calendars) =>
        secret.Length <= 100 && await calendars.Feed(secret, http.RequestAborted) is { } calendar
            ? TypedResults.Text(calendar, CalendarFile.ContentType)
            : TypedResults.Text("Este enlace ya no sirve. Haga otro en CoopAsistente.", statusCode: StatusCodes.Status404NotFound); // no page: a calendar program reads it
}
