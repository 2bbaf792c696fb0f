using System.Globalization;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Communities;
using CoopAssistant.Admin.Security;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies;
using CoopAssistant.Programme.Allies.Agreements;
using CoopAssistant.Programme.Allies.Commitments;
using CoopAssistant.Programme.Communities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Allies;

/// <summary>What staff do with institutions, agreements and commitments, as forms.</summary>
internal static class AllyEndpoints
{
    public static void MapAllies(this IEndpointRouteBuilder routes)
    {
        var ally = routes.MapGroup("/aliadas/{id:guid}").RequireAuthorization(Permission.ManageAllies);
        ally.MapPost("/contacto", AddContact).RequireFormToken();
        ally.MapPost("/contacto/quitar", RemoveContact).RequireFormToken();
        ally.MapPost("/cerrar", Close).RequireFormToken();
        ally.MapPost("/abrir", Reopen).RequireFormToken();
        var agreement = routes.MapGroup("/aliadas/convenios/{id:guid}").RequireAuthorization(Permission.ManageAllies);
        agreement.MapPost("/renovar", Renew).RequireFormToken();
        agreement.MapPost("/no-renovar", LetExpire).RequireFormToken();
        agreement.MapPost("/terminar", End).RequireFormToken();
        routes.MapPost("/aliadas/compromisos/anotar", Promise).RequireFormToken().RequireAuthorization(Permission.LeadGroups);
        routes.MapPost("/aliadas/compromisos/{id:guid}/mover", Move).RequireFormToken().RequireAuthorization(Permission.LeadGroups);
    }

    private static async Task<IResult> AddContact(Guid id, HttpContext http, SaveAlly save)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return Answer(id, (await save.AddContact(new(new AllyId(id), http.User.Territory()), form["nombre"], form["cargo"], form["telefono"], form["correo"], http.RequestAborted)).Outcome);
    }

    private static async Task<IResult> RemoveContact(Guid id, HttpContext http, SaveAlly save)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return long.TryParse(form["contacto"], NumberStyles.None, CultureInfo.InvariantCulture, out var contact)
            ? Answer(id, (await save.RemoveContact(new(new AllyId(id), http.User.Territory()), contact, http.RequestAborted)).Outcome)
            : TypedResults.NotFound();
    }

    private static async Task<IResult> Close(Guid id, HttpContext http, SaveAlly save) =>
        Answer(id, (await save.Close(new(new AllyId(id), http.User.Territory(), await Seen(http)), http.RequestAborted)).Outcome);

    private static async Task<IResult> Reopen(Guid id, HttpContext http, SaveAlly save) =>
        Answer(id, (await save.Reopen(new(new AllyId(id), http.User.Territory(), await Seen(http)), http.RequestAborted)).Outcome);

    private static async Task<IResult> Renew(Guid id, HttpContext http, ChangeAgreement change)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (AgreementForm.Read(form["dia"]) is not { } until) return TypedResults.LocalRedirect($"/aliadas/convenios/{id}?aviso=convenio-fecha");
        var result = await change.Renew(await Request(id, http), until, http.RequestAborted);
        return result.Problem is not null ? TypedResults.LocalRedirect($"/aliadas/convenios/{id}?aviso=convenio-fecha") : Agreed(id, result.Outcome);
    }

    private static async Task<IResult> LetExpire(Guid id, HttpContext http, ChangeAgreement change) => Agreed(id, (await change.LetExpire(await Request(id, http), http.RequestAborted)).Outcome);

    private static async Task<IResult> End(Guid id, HttpContext http, ChangeAgreement change) => Agreed(id, (await change.End(await Request(id, http), http.RequestAborted)).Outcome);

    private static async Task<IResult> Promise(HttpContext http, PromiseCommitment promise)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Guid.TryParse(form["institucion"], out var ally)) return TypedResults.NotFound();
        var target = new CommitmentTarget(
            Guid.TryParse(form["grupo"], out var group) ? new GroupId(group) : null, CommunityEndpoints.Said(form["paso"]),
            Guid.TryParse(form["convenio"], out var agreement) ? new AgreementId(agreement) : null, AgreementForm.Read(form["dia"]));
        var result = await promise.Handle(new(new AllyId(ally), form["que"], target, http.User.StaffId(), http.User.Territory()), http.RequestAborted);
        return result.Outcome == ChangeResult.NotFound ? TypedResults.NotFound() : Back(form["volver"], result.Problem is null ? "guardado" : "compromiso-no");
    }

    private static async Task<IResult> Move(Guid id, HttpContext http, PromiseCommitment promise)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Enum.TryParse<CommitmentTrigger>(form["paso"], out var trigger) || !Enum.IsDefined(trigger)) return TypedResults.NotFound();
        var result = await promise.Move(new CommitmentId(id), trigger, http.User.StaffId(), form["motivo"], http.User.Territory(), await Seen(http), http.RequestAborted);
        return result == ChangeResult.NotFound ? TypedResults.NotFound() : Back(form["volver"], CommunityEndpoints.Notice(result));
    }

    private static async Task<ChangeAgreement.Request> Request(Guid id, HttpContext http) => new(
        new AgreementId(id), http.User.StaffId(), CommunityEndpoints.Said((await http.Request.ReadFormAsync(http.RequestAborted))["motivo"]), http.User.Territory(), await Seen(http));

    internal static async Task<int?> Seen(HttpContext http) =>
        int.TryParse((await http.Request.ReadFormAsync(http.RequestAborted))["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private static IResult Answer(Guid id, ChangeResult result) => result == ChangeResult.NotFound ? TypedResults.NotFound() : TypedResults.LocalRedirect($"/aliadas/{id}?aviso={CommunityEndpoints.Notice(result)}");

    private static IResult Agreed(Guid id, ChangeResult result) => result == ChangeResult.NotFound ? TypedResults.NotFound() : TypedResults.LocalRedirect($"/aliadas/convenios/{id}?aviso={CommunityEndpoints.Notice(result)}");

    /// <summary>To the page the form stood on: the institution's, the group's or the list.</summary>
    private static IResult Back(string? address, string notice)
    {
        var local = LocalAddress.Or(address, "/aliadas/compromisos");
        return TypedResults.LocalRedirect($"{local.Split('?')[0]}?aviso={notice}");
    }
}
