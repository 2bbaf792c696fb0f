using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Security;
using CoopAssistant.Programme.Posters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Posters;

/// <summary>A poster's papers, and taking it down.</summary>
internal static class PosterEndpoints
{
    public static void MapPosters(this IEndpointRouteBuilder routes)
    {
        var poster = routes.MapGroup("/afiches/{id:long}").RequireAuthorization(Permission.LeadGroups);
        poster.MapGet("/afiche.pdf", (long id, HttpContext http, ListPosters list, PosterPaper paper) => Print(id, http, list, paper, asCards: false));
        poster.MapGet("/tarjetas.pdf", (long id, HttpContext http, ListPosters list, PosterPaper paper) => Print(id, http, list, paper, asCards: true));
        poster.MapPost("/quitar", (long id, HttpContext http, RetirePoster retire) => Change(id, http, retire, isDown: true)).RequireFormToken();
        poster.MapPost("/poner", (long id, HttpContext http, RetirePoster retire) => Change(id, http, retire, isDown: false)).RequireFormToken();
    }

    private static async Task<IResult> Print(long id, HttpContext http, ListPosters list, PosterPaper paper, bool asCards) =>
        await list.One(id, http.User.Territory(), http.RequestAborted) is { Poster: var poster }
            ? TypedResults.File(paper.Print(poster, asCards), "application/pdf", $"{(asCards ? "tarjetas" : "afiche")}-{poster.Code}.pdf")
            : TypedResults.NotFound();

    private static async Task<IResult> Change(long id, HttpContext http, RetirePoster retire, bool isDown) =>
        TypedResults.LocalRedirect(await retire.Handle(id, isDown, http.User.Territory(), http.RequestAborted) ? $"/afiches/{id}?aviso={(isDown ? "afiche-quitado" : "afiche-puesto")}" : $"/afiches/{id}?aviso=cambio");
}
