using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Security;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Staff;

internal static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/personal/{id}/sesiones/cerrar", EndSession).RequireFormToken().RequireAuthorization(Permission.ManageStaff);

    private static async Task<IResult> EndSession(string id, HttpContext http, ChangeStaffMember change, StaffSessions sessions, RecordChange record)
    {
        var cancel = http.RequestAborted;
        if (await change.Find(new(id, http.User.StaffId(), http.User.Place())) is null) return TypedResults.NotFound();
        var wanted = (await http.Request.ReadFormAsync(cancel))["sesion"].ToString();
        await sessions.End(id, wanted.Length == 0 ? null : wanted, except: null, cancel);
        await record.Handle(http.User.StaffId(), ChangeAction.EndedSession, nameof(StaffMember), id, null, cancel);
        return TypedResults.LocalRedirect($"/personal/{Uri.EscapeDataString(id)}?aviso=sesion-cerrada");
    }
}
