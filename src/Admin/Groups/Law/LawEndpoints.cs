using System.Globalization;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Security;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Groups.Formalities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Groups.Law;

/// <summary>What staff write down of a group's legal way, its offices and its later life, as forms.</summary>
internal static class LawEndpoints
{
    public static void MapGroupLaw(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/grupos/{id:guid}").RequireAuthorization(Permission.LeadGroups);
        group.MapPost("/tramite/anotar", Formality).RequireFormToken();
        group.MapPost("/cargos", Officer).RequireFormToken();
        group.MapGroupFiles();
    }

    private static async Task<IResult> Formality(Guid id, HttpContext http, RecordFormality record)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var request = new RecordFormality.Request(new GroupId(id), form["codigo"].ToString(), http.User.StaffId(), form["nota"], http.User.Territory(), Seen(form));
        FormalityResult? result = form["hacer"].ToString() switch
        {
            "hecho" => await record.Done(request, Day(form["dia"]), http.RequestAborted),
            "prever" when Day(form["dia"]) is { } on => await record.Plan(request, on, http.RequestAborted),
            "prever" => FormalityResult.DayWrong,
            "no-prever" => await record.Plan(request, null, http.RequestAborted),
            "corregir" => await record.Undo(request, http.RequestAborted),
            _ => null,
        };
        if (result is null or FormalityResult.NotFound) return TypedResults.NotFound();
        var part = form["parte"] == "cooperativa" ? "cooperativa" : $"tramite";
        return TypedResults.LocalRedirect($"/grupos/{id}/{part}?aviso={LawWords.Notice(result.Value)}{(part == "tramite" ? $"#{Uri.EscapeDataString(request.Code)}" : "")}");
    }

    private static async Task<IResult> Officer(Guid id, HttpContext http, ChangeOfficer change)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var request = new ChangeOfficer.Request(new GroupId(id), http.User.StaffId(), form["nota"], http.User.Territory(), Seen(form));
        ChangeOfficer.Result? result = form["hacer"].ToString() switch
        {
            "elegir" when Guid.TryParse(form["mujer"], out var woman) =>
                await change.Elect(request, form["organo"].ToString(), form["puesto"].ToString(), new ParticipantId(woman), Day(form["dia"]), Day(form["hasta"]), http.RequestAborted),
            "terminar" when long.TryParse(form["cargo"], NumberStyles.None, CultureInfo.InvariantCulture, out var officer) => await change.End(request, officer, Day(form["dia"]), http.RequestAborted),
            _ => null,
        };
        return result is null or { Outcome: OfficerResult.NotFound } ? TypedResults.NotFound()
            : TypedResults.LocalRedirect($"/grupos/{id}/cooperativa?aviso={LawWords.Notice(result.Outcome)}{(result.Against is { } rule ? $"&regla={rule.Code}" : "")}");
    }

    private static int? Seen(IFormCollection form) => int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private static DateOnly? Day(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
