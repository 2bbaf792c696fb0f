using System.Globalization;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Communities;
using CoopAssistant.Admin.Security;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Groups;

/// <summary>What staff do with a group, as forms.</summary>
internal static class GroupEndpoints
{
    public static void MapGroups(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/grupos/propuestas/recuperar", Restore).RequireFormToken().RequireAuthorization(Permission.LeadGroups);
        var group = routes.MapGroup("/grupos/{id:guid}").RequireAuthorization(Permission.LeadGroups);
        group.MapPost("/mover", Move).RequireFormToken();
        group.MapPost("/invitar", Invite).RequireFormToken();
        group.MapPost("/socia", ChangeMember).RequireFormToken();
        group.MapPost("/paso", ChangeOfStep).RequireFormToken();
    }

    private static async Task<IResult> Restore(HttpContext http, DecideProposal decide)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var isDone = long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await decide.Restore(id, http.User.Territory(), http.RequestAborted);
        return isDone ? TypedResults.LocalRedirect("/grupos/propuestas?aviso=recuperada") : TypedResults.NotFound();
    }

    private static async Task<IResult> Move(Guid id, HttpContext http, ChangeGroup change)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Enum.TryParse<GroupTrigger>(form["paso"], out var trigger) || !Enum.IsDefined(trigger)) return TypedResults.NotFound();
        var seen = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : (int?)null;
        var result = await change.Move(new(new GroupId(id), http.User.StaffId(), CommunityEndpoints.Said(form["motivo"]), http.User.Territory(), seen), trigger, http.RequestAborted);
        return result == ChangeResult.NotFound ? TypedResults.NotFound() : Back(id, CommunityEndpoints.Notice(result));
    }

    private static async Task<IResult> Invite(Guid id, HttpContext http, InviteToGroup invite)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var result = await invite.Handle(new(new GroupId(id), form["folio"].ToString(), http.User.StaffId(), null, http.User.Territory()), http.RequestAborted);
        return result switch
        {
            InviteResult.NotFound => TypedResults.NotFound(),
            InviteResult.Asked => Back(id, "invitada"),
            InviteResult.NoSuchWoman => Back(id, "sin-folio"),
            InviteResult.HasGroup => Back(id, "tiene-grupo"),
            InviteResult.AlreadyAsked => Back(id, "ya-invitada"),
            _ => Back(id, "no-se-puede"),
        };
    }

    private static async Task<IResult> ChangeMember(Guid id, HttpContext http, ChangeMembership change, ListGroups list)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Guid.TryParse(form["mujer"], out var woman)) return TypedResults.NotFound();
        var request = new ChangeMembership.Request(new GroupId(id), new ParticipantId(woman), http.User.StaffId(), CommunityEndpoints.Said(form["motivo"]), http.User.Territory());
        var result = form["hacer"].ToString() switch
        {
            "retirar" => await change.WithdrawInvitation(request, http.RequestAborted),
            "coordina" => await change.AppointCoordinator(request, http.RequestAborted),
            "sale" => await change.Leave(request, http.RequestAborted),
            "pasa" when GroupCode.TryFind(form["codigo"], out var code) && await list.ByCode(code, http.User.Territory(), http.RequestAborted) is { } to => await change.MoveTo(request, to, http.RequestAborted),
            "pasa" => (MembershipResult?)null,
            _ => MembershipResult.NotFound,
        };
        return result switch
        {
            null => Back(id, "sin-codigo"),
            MembershipResult.NotFound => TypedResults.NotFound(),
            MembershipResult.Changed => Back(id, "guardado"),
            MembershipResult.ReasonMissing => Back(id, "falta-motivo"),
            MembershipResult.NotPermitted => Back(id, "no-se-puede"),
            _ => Back(id, "cambio"),
        };
    }

    private static async Task<IResult> ChangeOfStep(Guid id, HttpContext http, ChangeStep change)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var seen = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : (int?)null;
        var on = DateOnly.TryParseExact(form["dia"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var request = new ChangeStep.Request(new GroupId(id), form["codigo"].ToString(), http.User.StaffId(), CommunityEndpoints.Said(form["motivo"]), http.User.Territory(), seen);
        var result = form["hacer"].ToString() switch
        {
            "empezar" => await change.Begin(request, http.RequestAborted),
            "terminar" => await change.Finish(request, http.RequestAborted),
            "saltar" => await change.Skip(request, http.RequestAborted),
            "anotar" => await change.Note(request, new(on, form["lugar"], form["numero"], form["con"]), http.RequestAborted),
            _ => null,
        };
        return result is null or { Outcome: StepResult.NotFound } ? TypedResults.NotFound() : Back(id, StepWords.Notice(result.Outcome));
    }

    private static IResult Back(Guid id, string notice) => TypedResults.LocalRedirect($"/grupos/{id}?aviso={notice}");
}
