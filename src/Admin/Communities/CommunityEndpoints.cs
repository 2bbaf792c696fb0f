using System.Globalization;
using System.Security.Claims;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Security;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Places;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace CoopAssistant.Admin.Communities;

/// <summary>What staff do with a community or a place, as forms.</summary>
internal static class CommunityEndpoints
{
    public static void MapCommunities(this IEndpointRouteBuilder routes)
    {
        var community = routes.MapGroup("/comunidades/{id:guid}").RequireAuthorization(Permission.LeadGroups);
        community.MapPost("/mover", Move).RequireFormToken();
        community.MapPost("/prioridad", Prioritise).RequireFormToken();
        routes.MapPost("/lugares/apartar", SetAside).RequireFormToken().RequireAuthorization(Permission.LeadGroups);
        routes.MapPost("/lugares/quitar", Remove).RequireFormToken().RequireAuthorization(Permission.LeadGroups);
    }

    private static async Task<IResult> Move(Guid id, HttpContext http, ChangeCommunity change)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Enum.TryParse<CommunityTrigger>(form["paso"], out var trigger) || !Enum.IsDefined(trigger)) return TypedResults.NotFound();
        var seen = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : (int?)null;
        return Answer(id, await change.Move(By(id, http.User) with { SeenVersion = seen }, trigger, Said(form["motivo"]), http.RequestAborted));
    }

    private static async Task<IResult> Prioritise(Guid id, HttpContext http, ChangeCommunity change)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var priority = int.TryParse(form["prioridad"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return Answer(id, await change.Prioritise(By(id, http.User), priority, Said(form["motivo"]), http.RequestAborted));
    }

    private static async Task<IResult> SetAside(HttpContext http, SetAsidePlace setAside)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        await setAside.Handle(form["pais"].ToString(), Said(form["region"]), form["palabras"].ToString(), http.User.StaffId(), http.User.Territory(), http.RequestAborted);
        return TypedResults.LocalRedirect(QueryHelpers.AddQueryString(PageOfPlaces(form["volver"]), "aviso", "apartado"));
    }

    /// <summary>Where she was in the list, as the page said it.</summary>
    private static string PageOfPlaces(string? said) => said is not null && said.StartsWith("/lugares?", StringComparison.Ordinal) && !said.Contains("aviso=", StringComparison.Ordinal) ? said : "/lugares";

    private static async Task<IResult> Remove(HttpContext http, RemoveAlias remove)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var isRemoved = long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await remove.Handle(id, http.User.Territory(), http.RequestAborted);
        return isRemoved ? TypedResults.LocalRedirect("/lugares?aviso=quitado") : TypedResults.NotFound();
    }

    private static ChangeCommunity.Request By(Guid id, ClaimsPrincipal user) => new(new CommunityId(id), user.StaffId(), user.Territory());

    private static IResult Answer(Guid id, ChangeResult result) =>
        result == ChangeResult.NotFound ? TypedResults.NotFound() : TypedResults.LocalRedirect($"/comunidades/{id}?aviso={Notice(result)}");

    internal static string Notice(ChangeResult result) => result switch
    {
        ChangeResult.Changed => "guardado", ChangeResult.ReasonMissing => "falta-motivo", ChangeResult.NotPermitted => "no-se-puede", _ => "cambio",
    };

    internal static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
