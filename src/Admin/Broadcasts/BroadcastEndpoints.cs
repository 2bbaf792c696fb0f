using System.Globalization;
using System.Runtime.CompilerServices;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Exports;
using CoopAssistant.Admin.Security;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Registrations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace CoopAssistant.Admin.Broadcasts;

/// <summary>What staff do with a broadcast, as forms; how far it is; its results as files.</summary>
internal static class BroadcastEndpoints
{
    private const int Chunk = 500;

    public static void MapBroadcasts(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/difusiones").RequireAuthorization(Permission.SendBroadcasts);
        all.MapGet("/contar", Count);
        all.MapPost("/precios/{country}", SetPrice).RequireFormToken().RequireAuthorization(Permission.ManageStaff);
        var one = all.MapGroup("/{id:long}");
        one.MapGet("/avance", Progress);
        one.MapGet("/resultados.{format}", Results);
        one.MapPost("/probar", Try).RequireFormToken();
        one.MapPost("/confirmar", Confirm).RequireFormToken();
        one.MapPost("/pausar", (long id, HttpContext http, SteerBroadcast steer) => Steer(id, steer.Pause(id, http.User.Territory(), http.RequestAborted), "difusion-pausada")).RequireFormToken();
        one.MapPost("/seguir", (long id, HttpContext http, SteerBroadcast steer) => Steer(id, steer.Resume(id, http.User.Territory(), http.RequestAborted), "difusion-sigue")).RequireFormToken();
        one.MapPost("/detener", (long id, HttpContext http, SteerBroadcast steer) => Steer(id, steer.Cancel(id, http.User.Territory(), http.RequestAborted), "difusion-detenida")).RequireFormToken();
        one.MapPost("/borrar", Discard).RequireFormToken();
        one.MapPost("/repetir", Repeat).RequireFormToken();
    }

    private static async Task<IResult> Count(HttpContext http, SegmentPlaces places, CountAudience count, BroadcastPrices prices)
    {
        var form = BroadcastForm.Of(http.Request.Query);
        if (form.Segment(places, http.User.Place()) is not { } segment) return TypedResults.NotFound();
        var isTemplate = !string.IsNullOrEmpty(form.Template);
        var found = await count.Handle(segment, isTemplate, http.RequestAborted);
        var estimate = isTemplate ? await prices.Estimate(segment.Country, found.Paid, http.RequestAborted) : null;
        return new RazorComponentResult<AudienceCard>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Count"] = found, ["IsTemplate"] = isTemplate, ["Estimate"] = estimate });
    }

    private static async Task<IResult> SetPrice(string country, HttpContext http, BroadcastPrices prices, Programmes programmes)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (programmes.Find(country) is null) return TypedResults.NotFound();
        if (http.User.Territory() is { } own && !own.Countries.Contains(country, StringComparer.Ordinal)) return TypedResults.NotFound();
        var isNumber = decimal.TryParse(form["precio"].ToString().Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price <= 100;
        var isSet = isNumber && await prices.Set(country, (long)(price * 1_000_000), form["moneda"].ToString().Trim().ToUpperInvariant(), http.RequestAborted);
        return TypedResults.LocalRedirect($"/difusiones/precios?aviso={(isSet ? "guardado" : "precio-no")}");
    }

    private static async Task<IResult> Progress(long id, HttpContext http, ReadBroadcast read) =>
        await read.Handle(id, http.User.Territory(), http.RequestAborted) is { } result ? new RazorComponentResult<BroadcastProgress>(new { Read = result }) : TypedResults.NotFound();

    private static async Task<IResult> Try(long id, HttpContext http, TryBroadcast attempt, IHostEnvironment environment)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return await attempt.Handle(id, form["telefono"].ToString(), http.User.StaffId(), environment.IsDevelopment(), http.User.Territory(), http.RequestAborted) switch
        {
            TryResult.NotFound => TypedResults.NotFound(),
            TryResult.Said => Back(id, "prueba-enviada"),
            TryResult.NotLately => Back(id, "prueba-no-escribio"),
            TryResult.BelongsToAWoman => Back(id, "prueba-de-ella"),
            TryResult.OptedOut => Back(id, "baja"),
            _ => Back(id, "cambio"),
        };
    }

    private static async Task<IResult> Confirm(long id, HttpContext http, SteerBroadcast steer)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var typed = int.TryParse(string.Concat(form["numero"].ToString().Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return await Steer(id, steer.Confirm(id, typed, http.User.Territory(), http.RequestAborted), "difusion-enviando");
    }

    private static async Task<IResult> Discard(long id, HttpContext http, SteerBroadcast steer)
    {
        var result = await steer.Discard(id, http.User.Territory(), http.RequestAborted);
        return result == SteerResult.Done ? TypedResults.LocalRedirect("/difusiones?aviso=difusion-borrada") : await Steer(id, Task.FromResult(result), "");
    }

    private static async Task<IResult> Repeat(long id, HttpContext http, SteerBroadcast steer) =>
        await steer.Repeat(id, http.User.StaffId(), http.User.Territory(), http.RequestAborted) is { } draft ? TypedResults.LocalRedirect($"/difusiones/{draft}?aviso=difusion-guardada") : Back(id, "difusion-no");

    private static async Task<IResult> Steer(long id, Task<SteerResult> doing, string done) => await doing switch
    {
        SteerResult.Done => Back(id, done),
        SteerResult.NotFound => TypedResults.NotFound(),
        SteerResult.OtherCount => Back(id, "difusion-otro-numero"),
        SteerResult.Nobody => Back(id, "difusion-nadie"),
        SteerResult.ChangedMeanwhile => Back(id, "cambio"),
        _ => Back(id, "difusion-no"),
    };

    /// <summary>One line a phone or browser, read in chunks while they are sent; who took it is written down.</summary>
    private static async Task<IResult> Results(long id, string format, HttpContext http, ReadBroadcast read, RecordChange record)
    {
        if (await read.Alone(id, http.User.Territory(), http.RequestAborted) is not { } broadcast || format is not ("csv" or "xlsx")) return TypedResults.NotFound();
        await record.Handle(http.User.StaffId(), ChangeAction.Exported, nameof(Broadcast), id.ToString(CultureInfo.InvariantCulture), format, http.RequestAborted);
        string[] headings = ["mujeres", "folios", "qué pasó", "motivo", "enviado (UTC)"];
        var lines = Lines(read, broadcast, http.User.Territory(), http.RequestAborted);
        var name = $"difusion-{id}.{format}";
        return format == "csv"
            ? CsvFile.Of(name, headings, lines, http.RequestAborted)
            : XlsxFile.Of(name, [new LongSheet("Resultados", Below(headings, lines, http.RequestAborted))], http.RequestAborted);
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Below(IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<string?>> lines, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return headings;
        await foreach (var line in lines.WithCancellation(cancel)) yield return line;
    }

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Lines(ReadBroadcast read, Broadcast broadcast, Territory? territory, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var after = 0L; ;)
        {
            var rows = await read.Rows(broadcast, null, territory, after, Chunk, cancel);
            foreach (var row in rows)
                yield return
                [
                    string.Join(" y ", row.Women.Select(w => w.Names)), string.Join(", ", row.Women.Select(w => Programmes.Folio(w.Folio))), BroadcastTerms.Name(row.Outcome), BroadcastTerms.Why(row),
                    row.At?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                ];
            if (rows.Count < Chunk) yield break;
            after = rows[^1].ContactId;
        }
    }

    private static RedirectHttpResult Back(long id, string notice) => TypedResults.LocalRedirect($"/difusiones/{id}?aviso={notice}");
}
