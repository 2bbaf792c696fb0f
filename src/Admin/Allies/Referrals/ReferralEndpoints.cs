using System.Globalization;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Communities;
using CoopAssistant.Admin.Security;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Communities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Allies.Referrals;

/// <summary>What the referring office and the institution's own users do with a referral, as forms.</summary>
internal static class ReferralEndpoints
{
    public static void MapReferrals(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/aliadas/derivaciones/{id:guid}/retirar", Cancel).RequireFormToken().RequireAuthorization(Permission.ReferToAllies);
        routes.MapPost("/recibidas/{id:guid}/responder", Serve).RequireFormToken().RequireAuthorization(Permission.AnswerReferrals);
    }

    private static async Task<IResult> Cancel(Guid id, HttpContext http, CancelReferral cancel)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var result = await cancel.Handle(new(new ReferralId(id), http.User.StaffId(), form["motivo"], http.User.Territory(), await AllyEndpoints.Seen(http)), http.RequestAborted);
        return result == ChangeResult.NotFound ? TypedResults.NotFound() : TypedResults.LocalRedirect($"/aliadas/derivaciones/{id}?aviso={CommunityEndpoints.Notice(result)}");
    }

    private static async Task<IResult> Serve(Guid id, HttpContext http, ServeReferral serve)
    {
        if (http.User.Ally() is not { } ally) return TypedResults.NotFound();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var request = new ServeReferral.Request(new ReferralId(id), ally, http.User.StaffId(), form["texto"], await AllyEndpoints.Seen(http));
        var outcome = int.TryParse(form["resultado"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((ReferralResult)number) ? (ReferralResult)number : (ReferralResult?)null;
        ChangeResult? result = form["hacer"].ToString() switch
        {
            "aceptar" => await serve.Accept(request, http.RequestAborted),
            "rechazar" => await serve.Reject(request, http.RequestAborted),
            "informar" => await serve.Report(request, http.RequestAborted),
            "terminar" when outcome is { } known => await serve.Finish(request, known, http.RequestAborted),
            "terminar" => ChangeResult.ReasonMissing,
            _ => null,
        };
        return result is null or ChangeResult.NotFound ? TypedResults.NotFound() : TypedResults.LocalRedirect($"/recibidas/{id}?aviso={Notice(result.Value, form["hacer"].ToString())}");
    }

    private static string Notice(ChangeResult result, string act) => result switch
    {
        ChangeResult.Changed => act switch { "aceptar" => "recibida-aceptada", "rechazar" => "recibida-rechazada", "terminar" => "recibida-terminada", _ => "guardado" },
        ChangeResult.NotPermitted => "recibida-no",
        _ => CommunityEndpoints.Notice(result),
    };
}
