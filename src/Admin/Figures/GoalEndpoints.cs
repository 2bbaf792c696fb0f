using System.Globalization;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Programme.Figures.Goals;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Figures;

/// <summary>The form of all goals of a country and year: only what was changed on it is set.</summary>
internal static class GoalEndpoints
{
    /// <summary>Name of the field of a goal; what stood in it is sent under «visto.» and the same name.</summary>
    public static string Field(GoalKind kind, string region) => $"meta.{(int)kind}.{region}";

    public static async Task<IResult> Save(HttpContext http, SetGoal set)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!int.TryParse(form["ano"], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return TypedResults.NotFound();
        var country = form["pais"].ToString();
        var results = new List<SetGoalResult>();
        foreach (var (name, said) in form.Where(field => field.Key.StartsWith("meta.", StringComparison.Ordinal)))
        {
            if (name.Split('.', 3) is not [_, var number, var region] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var kind)) continue;
            var seen = Number(form["visto." + name]);
            if (said == form["visto." + name]) continue;
            if (!string.IsNullOrWhiteSpace(said) && Number(said) is null) results.Add(SetGoalResult.NotPossible);
            else results.Add(await set.Handle(new(country, region, year, (GoalKind)kind, Number(said), http.User.StaffId(), form["motivo"], http.User.Territory()) { SeenCount = seen }, http.RequestAborted));
        }
        return results.Contains(SetGoalResult.NotFound) ? TypedResults.NotFound() : TypedResults.LocalRedirect($"/cifras/metas?ano={year}&pais={Uri.EscapeDataString(country)}&aviso={Notice(results)}");
    }

    private static string Notice(List<SetGoalResult> results) =>
        results.Contains(SetGoalResult.NotPossible) ? "meta-no" : results.Contains(SetGoalResult.ChangedMeanwhile) ? "cambio" : results.Contains(SetGoalResult.Set) ? "metas-guardadas" : "sin-cambios";

    private static int? Number(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
