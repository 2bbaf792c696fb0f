using System.Security.Claims;
using CoopAssistant.Admin.Security;
using CoopAssistant.Data.Staff;
using CoopAssistant.Programme.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Accounts;

/// <summary>What anybody does with her or his own account without a page of its own.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/salir", SignOut).RequireFormToken();
        routes.MapPost("/cuenta/sesiones/cerrar", EndSession).RequireFormToken();
    }

    private static async Task<RedirectHttpResult> SignOut(HttpContext http, SignInManager<StaffMember> signIn, StaffSessions sessions, RecordChange record)
    {
        var (staff, session) = (http.User.StaffId(), http.User.FindFirstValue(StaffClaims.Session));
        await sessions.End(staff, session, except: null, http.RequestAborted);
        await record.Handle(staff, ChangeAction.SignedOut, nameof(StaffMember), staff, null, http.RequestAborted);
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("/entrar");
    }

    /// <summary>One of the own sessions, or all others where none is named.</summary>
    private static async Task<RedirectHttpResult> EndSession(HttpContext http, StaffSessions sessions, RecordChange record)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (staff, own, wanted) = (http.User.StaffId(), http.User.FindFirstValue(StaffClaims.Session), form["sesion"].ToString());
        await sessions.End(staff, wanted.Length == 0 ? null : wanted, except: own, http.RequestAborted);
        await record.Handle(staff, ChangeAction.EndedSession, nameof(StaffMember), staff, null, http.RequestAborted);
        return TypedResults.LocalRedirect("/cuenta?aviso=sesion-cerrada");
    }
}
