using System.Security.Claims;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Security;
using CoopAssistant.Messaging.Outbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Deliveries;

internal static class DeliveryEndpoints
{
    public static void MapDeliveries(this IEndpointRouteBuilder routes) => 
        routes.MapPost("/envios/{id:long}/reintentar", Retry).RequireFormToken().RequireAuthorization(Permission.SeeDeliveries);

    private static async Task<RedirectHttpResult> Retry(long id, ClaimsPrincipal user, RetryDelivery retry, CancellationToken cancel) =>
        TypedResults.LocalRedirect(await retry.Handle(id, user.StaffId(), user.Territory(), cancel) == RetryDeliveryResult.Retried ? "/envios?aviso=reintento" : "/envios?aviso=sin-reintento");
}
