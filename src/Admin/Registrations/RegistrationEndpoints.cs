using System.Security.Claims;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Exports;
using CoopAssistant.Admin.Security;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.Notes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Admin.Registrations;

/// <summary>What is done to registrations from lists and cards.</summary>
internal static class RegistrationEndpoints
{
    public static void MapRegistrations(this IEndpointRouteBuilder routes)
    {
        var registrations = routes.MapGroup("/registros");
        registrations.MapPost("/{id:guid}/asignar", Assign).RequireFormToken().RequireAuthorization(Permission.ReviewRegistrations);
        registrations.MapPost("/{id:guid}/nota", AddNote).RequireFormToken().RequireAuthorization(Permission.ReviewRegistrations);
        registrations.MapPost("/{id:guid}/deshacer", Undo).RequireFormToken().RequireAuthorization(Permission.ReviewRegistrations);
        registrations.MapPost("/{id:guid}/desbloquear", Unlock).RequireFormToken().RequireAuthorization(Permission.ReviewRegistrations);
        registrations.MapPost("/lote/deshacer", UndoMany).RequireFormToken().RequireAuthorization(Permission.ReviewRegistrations);
        registrations.MapPost("/vistas", SaveView).RequireFormToken().RequireAuthorization(Permission.SeeRegistrations);
        registrations.MapPost("/vistas/{vista:long}/quitar", RemoveView).RequireFormToken().RequireAuthorization(Permission.SeeRegistrations);
        registrations.MapPost("/descargar", Download).RequireFormToken().RequireAuthorization(Permission.ExchangeRegistrations);
    }

    /// <summary>To whom the form says; to nobody in particular where it is empty.</summary>
    private static async Task<IResult> Assign(Guid id, HttpContext http, ClaimsPrincipal user, AssignRegistrations assign, ReadRegistration read, Colleagues colleagues)
    {
        var cancel = http.RequestAborted;
        if (await read.Handle(new RegistrationId(id), user.Territory(), cancel) is not { } registration) return TypedResults.NotFound();
        var to = (await http.Request.ReadFormAsync(cancel))["quien"].ToString();
        var may = to.Length == 0 || (await colleagues.Who(Permission.ReviewRegistrations, registration.Country, registration.RegionCode, registration.PlaceCode, cancel)).Any(c => c.Id == to);
        if (may) await assign.Handle(new([registration.Id], to.Length == 0 ? null : to, user.Territory()), cancel);
        return TypedResults.LocalRedirect($"/registros/{id}?aviso={(may ? "registro-asignado" : "fuera-de-territorio")}");
    }

    private static async Task<IResult> AddNote(Guid id, HttpContext http, RegistrationNotes notes)
    {
        var text = (await http.Request.ReadFormAsync(http.RequestAborted))["texto"].ToString();
        var added = await notes.Add(new RegistrationId(id), http.User.StaffId(), text, http.User.Territory(), http.RequestAborted);
        return TypedResults.LocalRedirect($"/registros/{id}?aviso={(added ? "nota-guardada" : "nota-vacia")}");
    }

    private static async Task<IResult> Undo(Guid id, HttpContext http, MoveRegistration move)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!int.TryParse(form["version"], System.Globalization.CultureInfo.InvariantCulture, out var version)) return TypedResults.BadRequest();
        var result = await move.Handle(new(new RegistrationId(id), RegistrationTrigger.Undo, http.User.StaffId(), null, version, http.User.Territory()), http.RequestAborted);
        return result == MoveResult.NotFound ? TypedResults.NotFound() : TypedResults.LocalRedirect($"/registros/{id}?aviso={(result == MoveResult.Moved ? "deshecho" : "cambio")}");
    }

    /// <summary>She may prove herself again; who presses has made sure that it is her.</summary>
    private static async Task<IResult> Unlock(Guid id, HttpContext http, UnlockParticipant unlock)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!int.TryParse(form["version"], System.Globalization.CultureInfo.InvariantCulture, out var version)) return TypedResults.BadRequest();
        var result = await unlock.Handle(new(new RegistrationId(id), http.User.StaffId(), version, http.User.Territory()), http.RequestAborted);
        return result == UnlockResult.NotFound ? TypedResults.NotFound() : TypedResults.LocalRedirect($"/registros/{id}?aviso={(result == UnlockResult.ChangedMeanwhile ? "cambio" : "pin-desbloqueado")}");
    }

    private static async Task<IResult> UndoMany(HttpContext http, MoveMany many)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var seen = form["Sent"].Select(key => MoveMany.Seen.Read(key ?? "")).OfType<MoveMany.Seen>().ToList();
        var lines = await many.Move(seen, RegistrationTrigger.Undo, http.User.StaffId(), detail: null, http.User.Territory(), http.RequestAborted);
        return TypedResults.LocalRedirect("/registros?aviso=" + (lines.All(line => line.Result == MoveResult.Moved) ? "lote-deshecho" : "lote-en-parte"));
    }

    private static async Task<IResult> SaveView(HttpContext http, SavedViews views)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var address = LocalAddress.Or(form["direccion"], "/registros");
        if (!address.StartsWith("/registros", StringComparison.Ordinal)) return TypedResults.BadRequest();
        var saved = await views.Save(http.User.StaffId(), form["nombre"].ToString(), address, http.RequestAborted);
        return TypedResults.LocalRedirect(address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "aviso=" + (saved ? "vista-guardada" : "vista-no"));
    }

    private static async Task<IResult> RemoveView(long vista, HttpContext http, SavedViews views)
    {
        await views.Remove(http.User.StaffId(), vista, http.RequestAborted);
        return TypedResults.LocalRedirect("/registros");
    }

    /// <summary>The list of this address as a file, made in the background. Document and phone only for who may uncover them, and the taking is written down first.</summary>
    private static async Task<IResult> Download(HttpContext http, ExportQueue exports, RecordChange record, Programmes programmes)
    {
        var (asked, user, cancel) = (await http.Request.ReadFormAsync(http.RequestAborted), http.User, http.RequestAborted);
        var query = RegistrationsQuery.Of(asked["pais"], asked["region"], asked["estado"], asked["q"], asked["repetidos"], asked["orden"], page: null, asked["quien"], asked["volvio"])
            with { Facts = FactsQuery.Of(new QueryCollection(asked.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)), programmes) };
        var personal = asked["datos"] == "1" && user.May(Permission.SeePersonalData);
        var request = query.For(user.Territory(), user.StaffId());
        var isCsv = asked["como"] == "csv";
        await record.Handle(user.StaffId(), ChangeAction.Exported, "Registrations", null, (isCsv ? "csv" : "xlsx") + (personal ? ", con documento y teléfono" : ""), cancel);
        var begun = exports.Begin(user.StaffId(), isCsv ? "registros.csv" : "registros.xlsx", isCsv ? CsvFile.ContentType : XlsxFile.ContentType,
            (services, export, file, stop) => services.GetRequiredService<RegistrationsExport>().Write(file, request, personal, isCsv, export, stop));
        return TypedResults.LocalRedirect("/descargas" + (begun is null ? "?aviso=descargas-muchas" : ""));
    }
}
