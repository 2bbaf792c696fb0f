using System.Globalization;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Security;
using CoopAssistant.Programme.Service;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Service;

/// <summary>What is set for an office, as forms.</summary>
internal static class HoursEndpoints
{
    /// <summary>Spans of a day that the form has.</summary>
    private const int Parts = 2;

    public static void MapHours(this IEndpointRouteBuilder routes)
    {
        var office = routes.MapGroup("/horarios/{pais}/{oficina}").RequireAuthorization(Permission.SetOfficeHours);
        office.MapPost("/guardar", Save).RequireFormToken();
        office.MapPost("/cerrar", Close).RequireFormToken();
        office.MapPost("/abrir", Open).RequireFormToken();
    }

    public static string Field(DayOfWeek day, int part, string end) => $"{end}.{(int)day}.{part}";

    private static async Task<IResult> Save(string pais, string oficina, HttpContext http, ChangeSchedule change)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var isOfCountry = form["pais"] == "1";
        var hours = isOfCountry ? null : Hours(form);
        if (!isOfCountry && hours is null) return Back(pais, oficina, "horario-no");
        if (!Minutes(form["respuesta"], out var answer) || !Minutes(form["respuesta2"], out var answerLimit) || !Minutes(form["revision"], out var review) || !Minutes(form["revision2"], out var reviewLimit))
            return Back(pais, oficina, "plazos-no");
        var seen = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        var result = await change.Set(Request(pais, oficina, http) with { SeenVersion = seen }, hours, new(answer, answerLimit, review, reviewLimit), http.RequestAborted);
        return Answer(pais, oficina, result, "plazos-no");
    }

    private static async Task<IResult> Close(string pais, string oficina, HttpContext http, ChangeSchedule change)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Day(form["desde"]) is not { } from) return Back(pais, oficina, "cierre-no");
        return Answer(pais, oficina, await change.Close(Request(pais, oficina, http), from, Day(form["hasta"]), form["por"], http.RequestAborted), "cierre-no");
    }

    private static async Task<IResult> Open(string pais, string oficina, HttpContext http, ChangeSchedule change)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Day(form["dia"]) is not { } day) return Back(pais, oficina, "cierre-no");
        return Answer(pais, oficina, await change.Open(Request(pais, oficina, http), day, http.RequestAborted), "cierre-no");
    }

    private static ChangeSchedule.Request Request(string country, string office, HttpContext http) => new(country, office, http.User.StaffId(), http.User.Territory());

    private static IResult Answer(string country, string office, ScheduleResult result, string refused) => result switch
    {
        ScheduleResult.NotFound => TypedResults.NotFound(),
        ScheduleResult.Changed => Back(country, office, "horario-guardado"),
        ScheduleResult.Unchanged => Back(country, office, "sin-cambios"),
        ScheduleResult.ChangedMeanwhile => Back(country, office, "cambio"),
        _ => Back(country, office, refused),
    };

    private static IResult Back(string country, string office, string notice) => TypedResults.LocalRedirect($"/horarios/{Uri.EscapeDataString(country)}/{Uri.EscapeDataString(office)}?aviso={notice}");

    private static OpeningHours? Hours(IFormCollection form)
    {
        var days = new Dictionary<DayOfWeek, IReadOnlyList<OpenSpan>>();
        foreach (var day in OpeningHours.Week)
        {
            var said = Enumerable.Range(0, Parts).Select(part => (From: form[Field(day, part, "de")].ToString(), Until: form[Field(day, part, "a")].ToString())).Where(span => span is not ("", "")).Select(span => $"{span.From}-{span.Until}");
            if (OpeningHours.ReadDay(string.Join(",", said)) is not { } spans) return null;
            days[day] = spans;
        }
        return OpeningHours.Of(days);
    }

    /// <returns>False for what is no number; an empty field is null.</returns>
    private static bool Minutes(string? text, out int? minutes)
    {
        minutes = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) || hours is <= 0 or > 1000) return false;
        minutes = (int)Math.Round(hours * 60);
        return true;
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
